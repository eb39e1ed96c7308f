import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantsOf, permit, seesCompany } from '../kernel/actor.ts';
import { KEY_SCOPES, STAFF_ROLES, staffGrants } from '../kernel/permissions.ts';
import { actorOfKey, endOfKey, KEY_PRESETS, type Maker, NewApiKey, RenewApiKey, stateOfKey } from './api-key.ts';

const MSP = '01hzzzzzzzzzzzzzzzzzzzzzzz';
const ADA = '01haaaaaaaaaaaaaaaaaaaaaaa';
const IDS = ['a', 'b', 'c', 'd'].map((letter) => `01h${letter.repeat(23)}`);
const ids = fc.oneof(fc.constant('all' as const), fc.subarray(IDS, { minLength: 1 }));

const keys = fc.record({
  mspId: fc.constant(MSP),
  keyId: fc.constant(MSP),
  makerId: fc.constant(ADA),
  scopes: fc.subarray([...KEY_SCOPES], { minLength: 1 }),
  companies: ids,
});
const makers: fc.Arbitrary<Maker> = fc.record({
  role: fc.constantFrom(...STAFF_ROLES),
  companies: ids,
  status: fc.constantFrom('active' as const, 'inactive' as const),
});

describe('an API key', () => {
  it('never does what its maker or its scopes do not allow, for no client that either does not see', () => {
    fc.assert(
      fc.property(keys, makers, (key, maker) => {
        const actor = actorOfKey(key, maker);
        if (!actor) return;
        expect(maker.status).toBe('active');
        for (const grant of grantsOf(actor)) {
          expect(key.scopes).toContain(grant);
          expect(staffGrants(maker.role)).toContain(grant);
        }
        for (const id of IDS) {
          if (!seesCompany(actor, id)) continue;
          expect(key.companies === 'all' || key.companies.includes(id)).toBe(true);
          expect(maker.companies === 'all' || maker.companies.includes(id)).toBe(true);
        }
      }),
    );
  });

  it('ends with its maker’s right to make keys, and when no client is left that both see', () => {
    const key = { mspId: MSP, keyId: MSP, makerId: ADA, scopes: ['msp:read' as const], companies: IDS.slice(0, 1) };
    const maker: Maker = { role: 'admin', companies: 'all', status: 'active' };
    expect(actorOfKey(key, maker)).toMatchObject({ kind: 'staff', userId: ADA, companies: key.companies });
    for (const role of ['manager', 'technician', 'finance', 'viewer'] as const)
      expect(actorOfKey(key, { ...maker, role })).toBeUndefined();
    expect(actorOfKey(key, { ...maker, status: 'inactive' })).toBeUndefined();
    expect(actorOfKey(key, { ...maker, companies: IDS.slice(1) })).toBeUndefined();
  });

  it('opens nothing that is about who may come in, holds a secret, or is a person’s own', () => {
    const given = [...KEY_SCOPES];
    const key = { mspId: MSP, keyId: MSP, makerId: ADA, scopes: given, companies: 'all' as const };
    const actor = actorOfKey(key, { role: 'owner', companies: 'all', status: 'active' });
    if (!actor) throw new Error('An owner’s key speaks for nobody.');
    const closed = ['msp:write', 'staff:manage', 'people:manage', 'integrations:manage', 'keys:manage'] as const;
    const own = ['views:write', 'exports:read', 'notifications:read', 'signed-in', 'half-signed-in'] as const;
    for (const access of [...closed, ...own, 'portal:read'] as const) expect(permit(actor, access)).toBe('forbidden');
    for (const scope of KEY_SCOPES) expect(permit(actor, scope)).toBe('allowed');
    // A row that was written when the list was longer opens no more than the list of today.
    const forged = { ...actor, key: { keyId: MSP, scopes: ['staff:manage' as never, ...given] } };
    expect(permit(forged, 'staff:manage')).toBe('forbidden');
  });

  it('is asked for in whole days, with scopes that exist, each once', () => {
    const asked = { name: ' Power BI ', scopes: ['planner:read', 'companies:read', 'planner:read'] };
    const key = NewApiKey.parse(asked);
    expect(key).toEqual({ name: 'Power BI', scopes: ['companies:read', 'planner:read'], companies: 'all', days: 365 });
    expect(NewApiKey.parse({ ...asked, days: null }).days).toBeNull();
    for (const wrong of [{ scopes: [] }, { scopes: ['staff:manage'] }, { days: 0 }, { days: 1826 }, { name: ' ' }])
      expect(NewApiKey.safeParse({ ...asked, ...wrong }).success).toBe(false);
    expect(RenewApiKey.safeParse({ keyId: MSP, v: 1, graceHours: 25 }).success).toBe(false);
  });

  it('has presets that read, or change too; the trail of who was where is in neither', () => {
    expect(KEY_PRESETS.read.every((scope) => scope.endsWith(':read'))).toBe(true);
    expect(KEY_PRESETS.write).toContain('planner:publish');
    expect([...KEY_PRESETS.read, ...KEY_PRESETS.write]).not.toContain('audit:read');
  });

  it('ends at its instant, not a moment later', () => {
    const now = new Date('2026-03-02T09:00:00.000Z');
    expect(endOfKey(null, now)).toBeUndefined();
    const expiresAt = endOfKey(1, now);
    expect(stateOfKey({ expiresAt }, new Date('2026-03-03T08:59:59.999Z'))).toBe('active');
    expect(stateOfKey({ expiresAt }, new Date('2026-03-03T09:00:00.000Z'))).toBe('expired');
    expect(stateOfKey({ expiresAt, revokedAt: now.toISOString() }, now)).toBe('revoked');
    expect(stateOfKey({}, new Date('2126-03-03T09:00:00.000Z'))).toBe('active');
  });
});
