import { badRequest, GraphError } from '../graph-error.ts';
import type { Service } from '../quota.ts';
import type { Reply } from '../reply.ts';
import { type GraphCall, requirePermission } from './call.ts';
import { listSubscribedSkus, listSubscriptions } from './licences.ts';
import { listDomains, listOrganization } from './organization.ts';
import { listRegistrationDetails } from './registration-report.ts';
import { listRoleAssignments, listRoleDefinitions } from './roles.ts';
import { listControlProfiles, listSecureScores } from './secure-scores.ts';
import { copilotUsage, mailboxUsage } from './usage-reports.ts';
import { listUsers } from './users.ts';
import { usersDelta } from './users-delta.ts';

/** An endpoint: who may call it, what it costs, and which limit it counts against. */
export interface Route {
  path: RegExp;
  /** Any one of these application permissions suffices. */
  permissions: string[];
  service: Service;
  /** Base cost in resource units. Source: Microsoft Graph, "Service-specific throttling limits". */
  cost: number;
  handle: (call: GraphCall) => Reply;
}

const DIRECTORY = 'Directory.Read.All';

const directory = (path: RegExp, permissions: string[], cost: number, handle: Route['handle']): Route => ({
  path,
  permissions: [...permissions, DIRECTORY],
  service: 'directory',
  cost,
  handle,
});
const security = (path: RegExp, handle: Route['handle']): Route => ({
  path,
  permissions: ['SecurityEvents.Read.All', 'SecurityEvents.ReadWrite.All'],
  service: 'security',
  cost: 1,
  handle,
});
const report = (service: Service, path: RegExp, permission: string, handle: Route['handle']): Route => ({
  path,
  permissions: [permission],
  service,
  cost: 1,
  handle,
});

const ROUTES: Route[] = [
  directory(/^\/organization$/, ['Organization.Read.All'], 1, listOrganization),
  directory(/^\/subscribedSkus$/, ['Organization.Read.All', 'LicenseAssignment.Read.All'], 3, listSubscribedSkus),
  directory(/^\/directory\/subscriptions$/, ['Organization.Read.All'], 1, listSubscriptions),
  directory(/^\/users$/, ['User.Read.All'], 2, listUsers),
  directory(/^\/users\/(microsoft\.graph\.)?delta(\(\))?$/, ['User.Read.All'], 1, usersDelta),
  directory(/^\/domains$/, ['Domain.Read.All'], 1, listDomains),
  directory(
    /^\/roleManagement\/directory\/roleAssignments$/,
    ['RoleManagement.Read.Directory', 'RoleManagement.Read.All'],
    1,
    listRoleAssignments,
  ),
  directory(
    /^\/roleManagement\/directory\/roleDefinitions$/,
    ['RoleManagement.Read.Directory', 'RoleManagement.Read.All'],
    1,
    listRoleDefinitions,
  ),
  security(/^\/security\/secureScores$/, listSecureScores),
  security(/^\/security\/secureScoreControlProfiles$/, listControlProfiles),
  report(
    'identityReports',
    /^\/reports\/authenticationMethods\/userRegistrationDetails$/,
    'AuditLog.Read.All',
    listRegistrationDetails,
  ),
  report('usageReports', /^\/reports\/getMailboxUsageDetail\(period='[^']*'\)$/, 'Reports.Read.All', mailboxUsage),
  report(
    'usageReports',
    /^(\/copilot)?\/reports\/getMicrosoft365CopilotUsageUserDetail\(period='[^']*'\)$/,
    'Reports.Read.All',
    copilotUsage,
  ),
];

/** Finds the endpoint of a path. Throws what Graph answers to unknown segments and to methods other than GET. */
export function routeOf(method: string, path: string): Route {
  const route = ROUTES.find((row) => row.path.test(path));
  if (!route) throw badRequest(`Resource not found for the segment '${path.split('/')[1] ?? ''}'.`);
  if (method !== 'GET') {
    throw new GraphError(405, 'Request_BadRequest', `Specified HTTP method is not allowed for the request target.`);
  }
  return route;
}

/** Resource units of a request: `$select` and a small `$top` make it cheaper, `$expand` dearer, never below one. */
export function costOf(route: Route, query: URLSearchParams): number {
  if (route.service !== 'directory') return 1;
  const select = query.has('$select') ? -1 : 0;
  const expand = query.has('$expand') ? 1 : 0;
  const small = query.has('$top') && Number(query.get('$top')) < 20 ? -1 : 0;
  return Math.max(1, route.cost + select + expand + small);
}

/** Serves a call after checking that the tenant has consented to what the endpoint needs. */
export function serve(route: Route, call: GraphCall): Reply {
  requirePermission(call, route.permissions);
  return route.handle(call);
}
