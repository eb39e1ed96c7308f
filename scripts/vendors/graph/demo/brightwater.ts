import { BUSINESS_PREMIUM_NONPROFIT } from '../world/skus.ts';
import type { TenantSpec } from '../world/tenant-spec.ts';

/** Nonprofit and model client: everything in order but the guests that nobody ever removed. */
export const brightwater: TenantSpec = {
  code: 'BCT',
  displayName: 'Brightwater Community Trust',
  domain: 'brightwatertrust.example',
  street: '188 Court Street NE',
  city: 'Salem',
  state: 'OR',
  postalCode: '97301',
  ageDays: 1700,
  seats: [
    { sku: BUSINESS_PREMIUM_NONPROFIT, seats: 16, renewsInDays: 219 },
    { sku: 'O365_BUSINESS_ESSENTIALS', seats: 10, renewsInDays: 219 },
  ],
  groups: [
    {
      department: 'Leadership',
      people: 3,
      titles: ['Executive Director', 'Programme Director', 'Operations Director'],
      licences: [BUSINESS_PREMIUM_NONPROFIT],
      roles: [{ role: 'Global Reader', holders: 1 }],
    },
    {
      department: 'Programmes',
      people: 8,
      titles: ['Programme Manager', 'Case Worker'],
      licences: [BUSINESS_PREMIUM_NONPROFIT],
    },
    {
      department: 'Finance & Grants',
      people: 3,
      titles: ['Finance Manager', 'Grants Officer'],
      licences: [BUSINESS_PREMIUM_NONPROFIT],
      roles: [{ role: 'Billing Administrator', holders: 1 }],
    },
    {
      department: 'Development',
      people: 2,
      titles: ['Development Officer', 'Donor Relations'],
      licences: [BUSINESS_PREMIUM_NONPROFIT],
    },
    { department: 'Outreach', people: 5, titles: ['Outreach Coordinator'], licences: ['O365_BUSINESS_ESSENTIALS'] },
    { department: 'Volunteers', people: 3, titles: ['Volunteer Lead'], licences: ['O365_BUSINESS_ESSENTIALS'] },
    { department: 'Board', people: 2, titles: ['Board Chair', 'Treasurer'], licences: ['O365_BUSINESS_ESSENTIALS'] },
    {
      department: 'IT',
      people: ['Northlight Admin', 'Break Glass'],
      titles: ['Administration account'],
      licences: [],
      roles: [{ role: 'Global Administrator', holders: 2 }],
      idleDays: [2, 45],
    },
  ],
  guests: { active: 7, stale: 34 },
  score: {
    percent: 78,
    change30: 2,
    changeBefore: 3,
    done: ['BlockLegacyAuthentication', 'RoleOverlap', 'scid_2090', 'dlp_datalossprevention', 'mdo_blockmailforward'],
    open: ['SigninRiskPolicy', 'UserRiskPolicy', 'spo_external_users_sharing', 'CustomerLockBoxEnabled'],
    recent: [{ control: 'mip_DLP_policies_Teams', daysAgo: 15 }],
    status: { spo_external_users_sharing: 'Guests may share items that they do not own; 41 guests have access.' },
  },
};
