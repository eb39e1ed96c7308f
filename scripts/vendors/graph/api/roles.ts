import { badRequest } from '../graph-error.ts';
import type { Reply } from '../reply.ts';
import { ROLE_TEMPLATES } from '../world/roles.ts';
import type { RoleAssignment, Tenant } from '../world.ts';
import { allowOptions, type GraphCall } from './call.ts';
import { page, pickSelected } from './collection.ts';
import { userShape } from './user-shape.ts';

const FILTER = /^(principalId|roleDefinitionId) eq '([0-9a-f-]{36})'$/;

function definition(displayName: string, templateId: string): object {
  return {
    id: templateId,
    description: `Built-in role ${displayName}.`,
    displayName,
    isBuiltIn: true,
    isEnabled: true,
    resourceScopes: ['/'],
    templateId,
    version: '1',
    rolePermissions: [],
  };
}

/** `GET /roleManagement/directory/roleDefinitions`: the built-in roles. */
export function listRoleDefinitions(call: GraphCall): Reply {
  allowOptions(call, ['$select', '$top']);
  return page(call, {
    context: 'roleManagement/directory/roleDefinitions',
    rows: Object.entries(ROLE_TEMPLATES).map(([name, templateId]) => definition(name, templateId)),
    positionOf: (_row, index) => index,
    shape: pickSelected(call, 'unifiedRoleDefinition'),
    pageSize: 100,
    maxPageSize: 999,
  });
}

/** `GET /roleManagement/directory/roleAssignments`, with one `$expand` at most: `principal` or `roleDefinition`. */
export function listRoleAssignments(call: GraphCall): Reply {
  allowOptions(call, ['$select', '$top', '$filter', '$expand']);
  const expand = call.query.get('$expand');
  if (expand !== null && expand !== 'principal' && expand !== 'roleDefinition') {
    throw badRequest(`Only one property can be expanded in a request: '${expand}' is not supported.`);
  }
  const pick = pickSelected(call, 'unifiedRoleAssignment');
  return page(call, {
    context: 'roleManagement/directory/roleAssignments',
    rows: filtered(call),
    positionOf: (_row, index) => index,
    shape: (row) => ({
      ...pick({
        id: row.id,
        principalId: row.principalId,
        principalOrganizationId: call.tenant.id,
        roleDefinitionId: row.roleTemplateId,
        directoryScopeId: '/',
        appScopeId: null,
        condition: null,
      }),
      ...(expand === 'principal' ? { principal: principal(call.tenant, row) } : {}),
      ...(expand === 'roleDefinition' ? { roleDefinition: roleDefinition(row) } : {}),
    }),
    pageSize: 100,
    maxPageSize: 999,
  });
}

function filtered(call: GraphCall): RoleAssignment[] {
  const text = call.query.get('$filter');
  if (text === null) return call.tenant.roleAssignments;
  const match = FILTER.exec(text);
  if (!match) throw badRequest(`Invalid filter clause: '${text}'.`);
  const key = match[1] === 'principalId' ? 'principalId' : 'roleTemplateId';
  return call.tenant.roleAssignments.filter((row) => row[key] === match[2]);
}

function roleDefinition(row: RoleAssignment): object | null {
  const role = Object.entries(ROLE_TEMPLATES).find(([, templateId]) => templateId === row.roleTemplateId);
  return role ? definition(...role) : null;
}

function principal(tenant: Tenant, row: RoleAssignment): object | null {
  if (row.servicePrincipalName !== null) {
    return {
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id: row.principalId,
      displayName: row.servicePrincipalName,
      appId: row.principalId,
    };
  }
  const user = tenant.users.find(({ id }) => id === row.principalId);
  return user ? { '@odata.type': '#microsoft.graph.user', ...userShape(tenant, undefined)(user) } : null;
}
