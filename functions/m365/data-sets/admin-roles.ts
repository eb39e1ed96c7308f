import { z } from 'zod';
import { GLOBAL_ADMINISTRATOR, type RoleHolder } from '../../../shared/m365/admin-findings.ts';
import { type DataSet, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { RoleHolderEntity } from '../tenant.entity.ts';
import { mirrored } from './mirrored.ts';

/** Source: Microsoft Graph, "unifiedRoleAssignment resource type". */
const Assignment = z.object({
  id: z.string().min(1),
  principalId: z.string().min(1),
  roleDefinitionId: z.string().min(1),
  principal: z.object({ '@odata.type': z.string().nullish(), displayName: z.string().nullish() }).nullish(),
});

/** Who may administer the tenant. Roles other than the one that may do everything are kept by their id. */
export const adminRoles: DataSet<RoleHolder> = {
  name: 'admin-roles',
  listing: 'full',
  parts: 1,
  request: () => ({ path: '/roleManagement/directory/roleAssignments', query: { $expand: 'principal' } }),
  read: (row) => {
    const parsed = Assignment.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'id', 'roleDefinitionId');
    const { id, principalId, roleDefinitionId, principal } = parsed.data;
    const name = principal?.displayName?.slice(0, 120) || principalId;
    const content = {
      role: roleDefinitionId === GLOBAL_ADMINISTRATOR ? 'Global Administrator' : roleDefinitionId,
      name,
      application: principal?.['@odata.type']?.endsWith('servicePrincipal') ?? false,
    };
    return { kind: 'record', key: vendorKey(id), label: name, content };
  },
  ...mirrored(RoleHolderEntity, (content: RoleHolder) => content),
};
