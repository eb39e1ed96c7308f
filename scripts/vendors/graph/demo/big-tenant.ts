import { buildWorld } from '../world/build-world.ts';
import type { GraphWorld } from '../world.ts';

/**
 * One tenant with `users` licensed people, for volume. Names repeat beyond a few thousand people in reality as well, so
 * they are numbered accounts here.
 */
export function bigTenant(users: number, now: Date): GraphWorld {
  return buildWorld(
    'big',
    [
      {
        code: 'BIG',
        displayName: 'Big Tenant',
        domain: 'big-tenant.example',
        street: '100 Long Avenue',
        city: 'Seattle',
        state: 'WA',
        postalCode: '98101',
        ageDays: 3000,
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
      },
    ],
    now,
  );
}
