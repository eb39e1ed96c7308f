import { buildWorld } from '../world/build-world.ts';
import type { TenantSpec } from '../world/tenant-spec.ts';
import type { GraphWorld } from '../world.ts';

const premium: TenantSpec = {
  code: 'ALPHA',
  displayName: 'Alpha Clinic',
  domain: 'alpha-clinic.example',
  street: '1 Main Street',
  city: 'Eugene',
  state: 'OR',
  postalCode: '97401',
  ageDays: 900,
  seats: [
    { sku: 'SPB', seats: 8, renewsInDays: 90 },
    { sku: 'FLOW_FREE', seats: 10_000 },
  ],
  groups: [
    {
      department: 'Management',
      people: 2,
      titles: ['Director'],
      licences: ['SPB', 'FLOW_FREE'],
      roles: [{ role: 'Global Administrator', holders: 2 }],
    },
    { department: 'Care', people: 4, titles: ['Nurse'], licences: ['SPB'], withoutMfa: 1, idleDays: [70] },
    { department: 'Care', people: 1, titles: ['Nurse'], licences: ['SPB'], disabled: true, leftDaysAgo: [30] },
  ],
  guests: { active: 1, stale: 2 },
  score: { percent: 60, change30: 5, changeBefore: 0 },
};

const plain: TenantSpec = {
  code: 'BETA',
  displayName: 'Beta Bakery',
  domain: 'beta-bakery.example',
  street: '2 Main Street',
  city: 'Bend',
  state: 'OR',
  postalCode: '97701',
  ageDays: 600,
  seats: [{ sku: 'O365_BUSINESS_PREMIUM', seats: 3, renewsInDays: 20 }],
  groups: [
    {
      department: 'Office',
      people: 3,
      titles: ['Owner', 'Baker'],
      licences: ['O365_BUSINESS_PREMIUM'],
      withoutMfa: 2,
      roles: [{ role: 'Global Administrator', holders: 1 }],
    },
  ],
  score: { percent: 40, change30: -5, changeBefore: 0 },
};

/** Two small tenants for tests: ALPHA (10 users, with Entra P1) and BETA (3 users, without). */
export function smallWorld(now: Date): GraphWorld {
  return buildWorld('small', [premium, plain], now);
}
