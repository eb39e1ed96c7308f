import { notPremium, unsupportedQuery } from '../graph-error.ts';
import type { Reply } from '../reply.ts';
import { hasServicePlan } from '../world.ts';
import { allowOptions, type GraphCall, isEventual, requirePermission, selected } from './call.ts';
import { page } from './collection.ts';
import { readUserFilter } from './user-filter.ts';
import { userShape } from './user-shape.ts';

/** Page sizes of `/users`. Source: Microsoft Graph, "List users" and "user resource type" (signInActivity). */
const DEFAULT_PAGE = 100;
const MAX_PAGE = 999;
const MAX_PAGE_WITH_SIGN_INS = 500;

/** Properties of a user that need more than the right to read users. */
export function guardUserProperties(call: GraphCall, names: readonly string[] | undefined): void {
  if (names?.includes('signInActivity')) {
    requirePermission(call, ['AuditLog.Read.All']);
    if (!hasServicePlan(call.tenant, 'AAD_PREMIUM')) throw notPremium();
  }
  if (names?.includes('employeeLeaveDateTime')) {
    requirePermission(call, ['User-LifeCycleInfo.Read.All', 'User-LifeCycleInfo.ReadWrite.All']);
  }
}

/** `GET /users`: pages, `$select`, `$top`, a few filters, and `@odata.count` for advanced queries. */
export function listUsers(call: GraphCall): Reply {
  allowOptions(call, ['$select', '$top', '$filter', '$count']);
  const names = selected(call);
  guardUserProperties(call, names);
  const filter = readUserFilter(call.query.get('$filter'));
  const counted = call.query.get('$count') === 'true';
  if ((filter.advanced && !counted) || ((filter.advanced || counted) && !isEventual(call))) {
    throw unsupportedQuery(
      "The specified filter to the reference property query is currently not supported without $count=true and the header 'ConsistencyLevel: eventual'.",
    );
  }
  const rows = call.query.has('$filter') ? call.tenant.users.filter(filter.matches) : call.tenant.users;
  const maxPageSize = names?.includes('signInActivity') ? MAX_PAGE_WITH_SIGN_INS : MAX_PAGE;
  return page(call, {
    context: 'users',
    rows,
    positionOf: (user) => user.position,
    shape: userShape(call.tenant, names),
    pageSize: DEFAULT_PAGE,
    maxPageSize,
    ...(counted ? { count: rows.length } : {}),
  });
}
