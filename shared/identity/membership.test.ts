import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../kernel/actor.ts';
import type { StaffRole } from '../kernel/permissions.ts';
import { actorOf, mayManage, preferred, VisibleCompanies } from './membership.ts';

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

describe('a membership', () => {
  it('of the staff makes a staff actor with its companies', () => {
    const actor = actorOf({ kind: 'staff', userId: ADA, mspId: MSP, role: 'technician', companies: [A] });
    expect(actor).toEqual({ kind: 'staff', mspId: MSP, userId: ADA, role: 'technician', companies: [A] });
  });

  it('of a company makes a client actor of that company', () => {
    const actor = actorOf({ kind: 'client', userId: ADA, mspId: MSP, role: 'approver', companyId: A });
    expect(actor).toEqual({ kind: 'client', mspId: MSP, userId: ADA, role: 'approver', companyId: A });
  });

  it('is preferred when it was used last, then as staff, then by age', () => {
    const client = { kind: 'client', createdAt: '2026-01-01', name: 'client' };
    const old = { kind: 'staff', createdAt: '2026-02-01', name: 'old' };
    const young = { kind: 'staff', createdAt: '2026-03-01', name: 'young' };
    const names = (from: { kind: string; createdAt: string; name: string; lastSignInAt?: string }[]) =>
      preferred(from).map(({ name }) => name);
    expect(names([client, young, old])).toEqual(['old', 'young', 'client']);
    expect(names([old, { ...client, lastSignInAt: '2026-04-01' }, young])).toEqual(['client', 'old', 'young']);
  });
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

describe('visible companies', () => {
  it('are all of them or a named few', () => {
    expect(VisibleCompanies.parse('all')).toBe('all');
    expect(VisibleCompanies.parse([A])).toEqual([A]);
    expect(VisibleCompanies.safeParse([]).success).toBe(false);
    expect(VisibleCompanies.safeParse(['t#x']).success).toBe(false);
    expect(VisibleCompanies.safeParse(Array.from({ length: 101 }, () => A)).success).toBe(false);
  });
});
