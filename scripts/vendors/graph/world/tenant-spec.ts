import type { RoleName } from './roles.ts';
import type { SkuPartNumber } from './skus.ts';

/** What a tenant should look like; `build-tenant.ts` makes people, licences and scores of it. */
export interface TenantSpec {
  code: string;
  displayName: string;
  /** Default mail domain, a reserved name. */
  domain: string;
  street: string;
  city: string;
  state: string;
  postalCode: string;
  /** Age of the tenant in days. */
  ageDays: number;
  hybrid?: boolean;
  /** False while nobody has granted the platform's app admin consent. */
  consented?: boolean;
  seats: SeatSpec[];
  groups: PeopleSpec[];
  guests?: { active: number; stale: number };
  score: ScoreSpec;
}

export interface SeatSpec {
  sku: SkuPartNumber;
  seats: number;
  /** Days until the term ends; absent for free SKUs. */
  renewsInDays?: number;
  /** Licences of this SKU come through a group instead of one by one. */
  viaGroup?: boolean;
}

/** People of one kind. Lists apply to the first persons of the group, in order. */
export interface PeopleSpec {
  department: string;
  /** Number of people, or the display names of shared and service accounts. */
  people: number | string[];
  titles: string[];
  offices?: string[];
  licences: SkuPartNumber[];
  /** The account is blocked from signing in. */
  disabled?: boolean;
  /** Days since each left the company. */
  leftDaysAgo?: number[];
  /** How many have no second factor registered; default 0. */
  withoutMfa?: number;
  /** Days since the last successful sign-in. */
  idleDays?: number[];
  /** Of the idle ones, how many had a failed attempt a few days ago (which also moves Graph's `lastSignInDateTime`). */
  failedAttempts?: number;
  roles?: { role: RoleName; holders: number }[];
  /** Days since the last use of Copilot; null for never. */
  copilotIdleDays?: (number | null)[];
  /** Mailbox use in percent of its quota. */
  mailboxPercent?: number[];
  /** Employer, for outsiders who hold member accounts. */
  companyName?: string;
  employeeType?: 'Employee' | 'Contractor' | 'Service';
}

export interface ScoreSpec {
  /** Secure Score in percent today. */
  percent: number;
  /** Change over the last 30 days in percentage points. */
  change30: number;
  /** Change from the 90th to the 30th day back in percentage points. */
  changeBefore: number;
  /** Controls that are surely done or surely open today. */
  done?: string[];
  open?: string[];
  /** Controls whose points moved within the last 30 days, in the direction of `change30`. */
  recent?: { control: string; daysAgo: number }[];
  /** Implementation status sentences that tell a story. */
  status?: Record<string, string>;
}
