import { describe, expect, it } from 'vitest';
import { actorOf, preferred, VisibleCompanies } from './membership.ts';

const MSP = '01hzzzzzzzzzzzzzzzzzzzzzzz';
const ADA = '01haaaaaaaaaaaaaaaaaaaaaaa';
const A = '01hccccccccccccccccccccccc';

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

describe('visible companies', () => {
  it('are all of them or a named few', () => {
    expect(VisibleCompanies.parse('all')).toBe('all');
    expect(VisibleCompanies.parse([A])).toEqual([A]);
    expect(VisibleCompanies.safeParse([]).success).toBe(false);
    expect(VisibleCompanies.safeParse(['t#x']).success).toBe(false);
    expect(VisibleCompanies.safeParse(Array.from({ length: 101 }, () => A)).success).toBe(false);
  });
});
