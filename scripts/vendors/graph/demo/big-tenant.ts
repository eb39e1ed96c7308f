import { buildWorld } from '../world/build-world.ts';
import type { TenantSpec } from '../world/tenant-spec.ts';
import type { GraphWorld } from '../world.ts';

/** How a tenant for volume is called. */
type Named = Pick<TenantSpec, 'code' | 'displayName' | 'domain'>;

/** A tenant with `users` licensed people. Names repeat beyond a few thousand in reality as well, so they are numbered. */
export function numberedTenant(users: number, named: Named): TenantSpec {
  return {
    ...named,
    street: '100 Long Avenue',
    city: 'Seattle',
    state: 'WA',
    postalCode: '98101',
    ageDays: 3_000,
    seats: [{ sku: 'SPE_E3', seats: Math.ceil(users * 1.05), renewsInDays: 200 }],
    groups: [
      {
        department: 'Staff',
        people: Array.from({ length: users }, (_, index) => `Employee ${String(index + 1).padStart(6, '0')}`),
        titles: ['Specialist', 'Manager', 'Analyst'],
        licences: ['SPE_E3'],
        employeeType: 'Employee',
        withoutMfa: Math.floor(users / 20),
        roles: [{ role: 'Global Administrator', holders: Math.min(4, users) }],
      },
    ],
    score: { percent: 50, change30: 1, changeBefore: 1 },
  };
}

/** One tenant with `users` licensed people, for volume. */
export function bigTenant(users: number, now: Date): GraphWorld {
  const spec = numberedTenant(users, { code: 'BIG', displayName: 'Big Tenant', domain: 'big-tenant.example' });
  return buildWorld('big', [spec], now);
}
