/**
 * Permissions are `area:verb` and stand on the contract line of each operation. Roles are data: this table is the whole
 * answer to "who may do what", read by the API, by event handlers, by pages (to hide what cannot be used) and by the
 * generated operation x actor matrix.
 */
const AREAS = {
  msp: ['read', 'write'],
  staff: ['read', 'manage'],
  audit: ['read'],
  views: ['read', 'write', 'share'],
  companies: ['read', 'write'],
  people: ['read', 'manage'],
  notifications: ['read'],
  findings: ['read', 'decide'],
  integrations: ['read', 'manage'],
  devices: ['read', 'write'],
  m365: ['read', 'write'],
  goals: ['read', 'write'],
  planner: ['read', 'write', 'publish'],
  budgets: ['read', 'write', 'send'],
  /** `hold`: write decisions back to planner, budgets and findings in the client's name. */
  meetings: ['read', 'write', 'hold'],
  reports: ['read', 'write'],
  comments: ['read', 'write'],
  attachments: ['read', 'write'],
  search: ['read'],
  exports: ['read', 'write'],
  keys: ['manage'],
  webhooks: ['manage'],
  portal: ['read', 'approve', 'audit'],
} as const;

type Areas = typeof AREAS;
export type Permission = { [A in keyof Areas]: `${A}:${Areas[A][number]}` }[keyof Areas];

/** What an operation may ask for beside a role's permission: nobody signed in, password only, or anyone signed in. */
export type Access = Permission | 'public' | 'half-signed-in' | 'signed-in';

export const STAFF_ROLES = ['owner', 'admin', 'manager', 'technician', 'finance', 'viewer'] as const;
export const COMPANY_ROLES = ['admin', 'approver', 'finance', 'member', 'member-own'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type CompanyRole = (typeof COMPANY_ROLES)[number];

/** Every permission of the product, in a stable order. */
export const PERMISSIONS = Object.entries(AREAS).flatMap(([area, verbs]) =>
  verbs.map((verb) => `${area}:${verb}` as Permission),
);

const isStaffSide = (permission: Permission) => !permission.startsWith('portal:');
const isRead = (permission: Permission) => permission.endsWith(':read');

const staffPermissions = PERMISSIONS.filter(isStaffSide);
const readable = staffPermissions.filter((p) => isRead(p) && p !== 'audit:read');
/** What goes with reading: views of lists and exports of one's own, and a word to the others about a record. */
const everybody: readonly Permission[] = [...readable, 'views:write', 'exports:write', 'comments:write'];

const STAFF_GRANTS: Record<StaffRole, readonly Permission[]> = {
  owner: staffPermissions,
  admin: staffPermissions,
  manager: [
    ...everybody,
    'views:share',
    'companies:write',
    'people:manage',
    'findings:decide',
    'devices:write',
    'm365:write',
    'goals:write',
    'planner:write',
    'planner:publish',
    'budgets:write',
    'budgets:send',
    'meetings:write',
    'meetings:hold',
    'reports:write',
    'attachments:write',
  ],
  technician: [
    ...everybody.filter((p) => p !== 'budgets:read'),
    'findings:decide',
    'devices:write',
    'planner:write',
    'meetings:write',
    'attachments:write',
  ],
  finance: [...everybody, 'budgets:write', 'budgets:send', 'meetings:write', 'reports:write', 'attachments:write'],
  viewer: everybody,
};

const COMPANY_GRANTS: Record<CompanyRole, readonly Permission[]> = {
  admin: ['portal:read', 'portal:approve', 'portal:audit', 'notifications:read'],
  approver: ['portal:read', 'portal:approve', 'notifications:read'],
  finance: ['portal:read', 'notifications:read'],
  member: ['portal:read', 'notifications:read'],
  'member-own': ['notifications:read'],
};

/**
 * What an API key may be given, and nothing else: never who may come in and how, never a secret, nor what is a person's own
 * (views, exports, the bell). An operation takes keys when its permission stands here.
 */
export const KEY_SCOPES = [
  'msp:read',
  'staff:read',
  'audit:read',
  'companies:read',
  'companies:write',
  'people:read',
  'findings:read',
  'findings:decide',
  'integrations:read',
  'devices:read',
  'devices:write',
  'm365:read',
  'm365:write',
  'goals:read',
  'goals:write',
  'planner:read',
  'planner:write',
  'planner:publish',
  'budgets:read',
  'budgets:write',
  'budgets:send',
  'reports:read',
  'reports:write',
] as const satisfies readonly Permission[];
export type KeyScope = (typeof KEY_SCOPES)[number];

/** True for what a key may be given. */
export function isKeyScope(access: Access): access is KeyScope {
  return (KEY_SCOPES as readonly Access[]).includes(access);
}

/** Permissions of a staff role. */
export function staffGrants(role: StaffRole): readonly Permission[] {
  return STAFF_GRANTS[role];
}

/** Permissions of a client user's role in the portal. */
export function companyGrants(role: CompanyRole): readonly Permission[] {
  return COMPANY_GRANTS[role];
}
