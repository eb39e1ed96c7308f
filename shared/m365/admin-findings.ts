import type { ObservedFinding } from '../findings/finding.ts';

/** Who holds which directory role. */
export interface RoleHolder {
  role: string;
  name: string;
  /** True when the holder is an application. */
  application: boolean;
}

/** Template id of Global Administrator. Source: Microsoft Entra, "Built-in roles". */
export const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';

/**
 * More global administrators than agreed. Nothing is said of a tenant whose roles were never read.
 *
 * @param holders undefined when roles could not be read
 */
export function adminFindings(holders: readonly RoleHolder[] | undefined, most: number): ObservedFinding[] {
  const global = holders?.filter(({ role }) => role === 'Global Administrator') ?? [];
  if (global.length <= most) return [];
  return [
    {
      key: 'admins:too-many-global',
      kind: 'admin-roles',
      title: `${global.length} global administrators, ${most} are enough`,
      why: 'Each global administrator can read and change everything in the tenant. Every one more is one more way in.',
      risk: global.length > most * 2 ? 'critical' : 'high',
      evidence: [
        { label: 'Global administrators', value: String(global.length) },
        { label: 'Agreed at most', value: String(most) },
      ],
      affected: global.slice(0, 25).map(({ name, application }) => ({
        label: name.slice(0, 160),
        ...(application ? { detail: 'Application' } : {}),
      })),
      affectedCount: global.length,
      source: { feature: 'm365', recordType: 'admin-role', recordId: GLOBAL_ADMINISTRATOR },
    },
  ];
}
