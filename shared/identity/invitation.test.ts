import { describe, expect, it } from 'vitest';
import { InviteClientUser, InviteStaff, stateOf } from './invitation.ts';
import { NewMsp, Slug } from './msp.ts';
import { ProfileChange } from './profile.ts';

const now = new Date('2026-03-02T09:00:00Z');
const companyId = '01hccccccccccccccccccccccc';

describe('an invitation', () => {
  it('is pending until it expires, and expired from that moment', () => {
    expect(stateOf({ status: 'pending', expiresAt: '2026-03-02T09:00:00.001Z' }, now)).toBe('pending');
    expect(stateOf({ status: 'pending', expiresAt: '2026-03-02T09:00:00.000Z' }, now)).toBe('expired');
  });

  it('stays used or revoked, however old', () => {
    expect(stateOf({ status: 'used', expiresAt: '2020-01-01T00:00:00.000Z' }, now)).toBe('used');
    expect(stateOf({ status: 'revoked', expiresAt: '2030-01-01T00:00:00.000Z' }, now)).toBe('revoked');
  });

  it('to the staff takes staff roles only', () => {
    expect(InviteStaff.parse({ email: 'Ada@Example.com ', role: 'technician' })).toEqual({
      email: 'ada@example.com',
      role: 'technician',
      companies: 'all',
    });
    expect(InviteStaff.safeParse({ email: 'a@example.com', role: 'approver' }).error?.issues[0]?.message).toContain(
      'staff roles',
    );
  });

  it('to a portal takes portal roles only', () => {
    expect(InviteClientUser.safeParse({ companyId, email: 'a@example.com', role: 'approver' }).success).toBe(true);
    const refused = InviteClientUser.safeParse({ companyId, email: 'a@example.com', role: 'technician' });
    expect(refused.error?.issues[0]?.message).toContain('portal roles');
  });

  it('takes no fields that nobody asked for', () => {
    expect(InviteStaff.safeParse({ email: 'a@example.com', role: 'viewer', mspId: companyId }).success).toBe(false);
  });
});

describe('the address of a portal', () => {
  it.each(['northlight', 'northlight-it', 'a1b'])('may be %s', (slug) => {
    expect(Slug.parse(slug)).toBe(slug);
  });

  it.each([
    'no',
    '-northlight',
    'northlight-',
    'north--light',
    'north light',
    'nörd',
    'api',
    'portal',
    'x'.repeat(41),
    'a#b',
  ])('may not be %s', (slug) => {
    expect(Slug.safeParse(slug).success).toBe(false);
  });

  it('is lower case whatever was typed', () => {
    expect(Slug.parse(' NorthLight ')).toBe('northlight');
  });
});

describe('a new MSP', () => {
  const input = {
    mspName: 'Northlight IT',
    slug: 'northlight',
    name: 'Ada',
    email: 'ada@example.com',
    password: 'plum-kettle-orbit',
  };

  it('gets usual settings when none are chosen', () => {
    expect(NewMsp.parse(input)).toMatchObject({ locale: 'en-US', timeZone: 'America/New_York', currency: 'USD' });
  });

  it('cannot choose to go without second factors', () => {
    expect(NewMsp.safeParse({ ...input, mfaRequired: false }).success).toBe(false);
  });
});

describe('a profile', () => {
  it('takes languages that exist', () => {
    expect(ProfileChange.safeParse({ v: 1, locale: 'de-AT' }).success).toBe(true);
    expect(ProfileChange.safeParse({ v: 1, locale: 'not a language' }).success).toBe(false);
    expect(ProfileChange.safeParse({ v: 1, email: 'other@example.com' }).success).toBe(false);
  });
});
