import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../kernel/actor.ts';
import type { StaffRole } from '../kernel/permissions.ts';
import { mayManage } from './standing.ts';

const MSP = '01hzzzzzzzzzzzzzzzzzzzzzzz';
const ADA = '01haaaaaaaaaaaaaaaaaaaaaaa';
const A = '01hccccccccccccccccccccccc';
const B = '01hddddddddddddddddddddddd';

const staff = (role: StaffRole, companies: 'all' | string[] = 'all'): StaffActor => ({
  kind: 'staff',
  mspId: MSP,
  userId: ADA,
  role,
  companies,
});

describe('who may manage whom', () => {
  it('owners alone touch owners', () => {
    expect(mayManage(staff('owner'), { role: 'owner', companies: 'all' })).toBe(true);
    expect(mayManage(staff('admin'), { role: 'owner', companies: 'all' })).toBe(false);
    expect(mayManage(staff('admin'), { role: 'admin', companies: 'all' })).toBe(true);
  });

  it('nobody hands out clients that he does not see', () => {
    expect(mayManage(staff('admin', [A]), { role: 'viewer', companies: [A] })).toBe(true);
    expect(mayManage(staff('admin', [A]), { role: 'viewer', companies: [A, B] })).toBe(false);
    expect(mayManage(staff('admin', [A]), { role: 'viewer', companies: 'all' })).toBe(false);
  });

  it('client users and jobs manage no staff', () => {
    expect(
      mayManage(
        { kind: 'client', mspId: MSP, userId: ADA, role: 'admin', companyId: A },
        { role: 'viewer', companies: [A] },
      ),
    ).toBe(false);
    expect(mayManage({ kind: 'system', mspId: MSP, userId: 'system:x' }, { role: 'viewer', companies: 'all' })).toBe(
      false,
    );
  });
});
