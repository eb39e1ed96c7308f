import type { ScoreBoard } from './world/score-timeline.ts';
import { SKUS, type SkuPartNumber } from './world/skus.ts';

/**
 * All that the simulated Microsoft cloud holds. Plain data: two worlds of one seed and one clock are equal byte for byte.
 * The server changes it only through `world/world-changes.ts`.
 */
export interface GraphWorld {
  seed: string;
  /** Instant that all dates of the world are offsets from. */
  builtAt: string;
  app: RegisteredApp;
  tenants: Tenant[];
}

/** The multi-tenant app registration of the MSP's platform in Entra ID. */
export interface RegisteredApp {
  clientId: string;
  /** Accepted client secrets; empty once revoked. */
  secrets: string[];
}

export interface Tenant {
  /** Short code of the company in the demo, for people who steer the simulator. Never leaves through the API. */
  code: string;
  id: string;
  displayName: string;
  createdAt: string;
  address: { street: string; city: string; state: string; postalCode: string; country: string };
  /** True when users come from an on-premises Active Directory by Entra Connect. */
  hybrid: boolean;
  consent: { granted: boolean; permissions: string[] };
  domains: TenantDomain[];
  subscriptions: Subscription[];
  users: TenantUser[];
  roleAssignments: RoleAssignment[];
  scores: ScoreBoard;
  /** What `/users/delta` replays; `sequence` numbers it. */
  userChanges: { sequence: number; userId: string; removed: boolean }[];
  sequence: number;
  /** Next free `position` of a user; never reused, so that a page token stays valid while users come and go. */
  nextPosition: number;
}

export interface TenantDomain {
  name: string;
  isDefault: boolean;
  isInitial: boolean;
}

/** Seats bought in one order. A SKU may have several. */
export interface Subscription {
  id: string;
  skuPartNumber: SkuPartNumber;
  seats: number;
  createdAt: string;
  /** When it moves to its next state unless renewed; null for free SKUs. */
  nextLifecycleAt: string | null;
  isTrial: boolean;
}

export interface TenantUser {
  position: number;
  id: string;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  userPrincipalName: string;
  mail: string | null;
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  companyName: string | null;
  employeeType: string | null;
  businessPhones: string[];
  mobilePhone: string | null;
  accountEnabled: boolean;
  userType: 'Member' | 'Guest';
  createdAt: string;
  leftAt: string | null;
  passwordChangedAt: string;
  licences: { skuPartNumber: SkuPartNumber; since: string; viaGroup: string | null }[];
  /** Null for an account that never signed in. */
  signIn: { interactive: string; nonInteractive: string; successful: string } | null;
  /** Registered second factors, in Graph's words (`microsoftAuthenticatorPush`, `fido2SecurityKey`, ...). */
  methods: string[];
  mailbox: {
    usedBytes: number;
    quotaBytes: number;
    items: number;
    shared: boolean;
    lastActivity: string | null;
  } | null;
  /** Last use of Microsoft 365 Copilot; null when never used or not licensed. */
  copilotUsedAt: string | null;
}

export interface RoleAssignment {
  id: string;
  principalId: string;
  roleTemplateId: string;
  /** Set when the holder is an application instead of a user. */
  servicePrincipalName: string | null;
}

/** Finds a tenant by its GUID or by one of its domain names, as the authority and the control commands accept both. */
export function findTenant(world: GraphWorld, idOrDomain: string): Tenant | undefined {
  const wanted = idOrDomain.toLowerCase();
  return world.tenants.find(
    (tenant) => tenant.id === wanted || tenant.domains.some((domain) => domain.name === wanted),
  );
}

/** Whether any seat of the tenant brings the service plan, which is how Microsoft decides "premium tenant". */
export function hasServicePlan(tenant: Tenant, plan: string): boolean {
  return tenant.subscriptions.some((subscription) => SKUS[subscription.skuPartNumber].plans.includes(plan));
}

export function licensedUsers(tenant: Tenant): TenantUser[] {
  return tenant.users.filter((user) => user.licences.length > 0);
}
