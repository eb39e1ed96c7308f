import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, type Counters, NOTHING } from './counters.ts';
import { retryAfterMs, retryAt } from './retry-at.ts';
import { progressOf } from './run.ts';
import { nextSlot } from './sync-slot.ts';
import { stopsEverything, TroubleCode, troubleOf } from './trouble.ts';
import { holdsRemoval } from './vanishing.ts';
import { catalogue, VENDOR_IDS, VENDORS } from './vendor.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');

describe('when a refused call may be tried again', () => {
  it('reads seconds and HTTP dates, and nothing else', () => {
    expect(retryAfterMs('30', NOW)).toBe(30_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 12:00:30 GMT', NOW)).toBe(30_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 11:00:00 GMT', NOW)).toBe(0);
    for (const nothing of [null, undefined, '', 'soon']) expect(retryAfterMs(nothing, NOW)).toBeUndefined();
  });

  it('is never before the vendor says, and at most a tenth later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_600 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (seconds, random) => {
          const wait = retryAt(NOW, String(seconds), 0, random).getTime() - NOW.getTime();
          expect(wait).toBeGreaterThanOrEqual(seconds * 1_000);
          expect(wait).toBeLessThanOrEqual(seconds * 1_100 + 1);
        },
      ),
    );
  });

  it('without a word of the vendor it doubles from a second to a minute, spread over the upper half', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        const wait = retryAt(NOW, null, tries, random).getTime() - NOW.getTime();
        const ceiling = Math.min(60_000, 1_000 * 2 ** tries);
        expect(wait).toBeGreaterThanOrEqual(ceiling / 2);
        expect(wait).toBeLessThanOrEqual(ceiling + 1);
      }),
    );
  });

  it('takes an absurd wait for an hour', () => {
    expect(retryAt(NOW, '999999', 0, 0).toISOString()).toBe('2026-11-22T13:00:00.000Z');
  });
});

describe('slots of a schedule', () => {
  it('stay on their rhythm however late or often they are looked at', () => {
    const anchor = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anchor, fc.integer({ min: 1, max: 168 }), fc.nat(20_000_000), (start, hours, later) => {
        const now = new Date(start.getTime() + later * 1_000);
        const next = Date.parse(nextSlot(start.toISOString(), hours, now));
        const step = hours * 3_600_000;
        expect(next).toBeGreaterThan(now.getTime());
        expect(next - now.getTime()).toBeLessThanOrEqual(step);
        expect((next - start.getTime()) % step).toBe(0);
      }),
    );
  });
});

describe('rows that vanish', () => {
  it.each([
    [10, 0, false],
    [10, 2, false],
    [10, 3, true],
    [1, 1, true],
    [0, 0, false],
    [1_000, 200, false],
    [1_000, 201, true],
  ])('of %i known, %i missing: held %s', (known, missing, held) => {
    expect(holdsRemoval(known, missing)).toBe(held);
  });
});

describe('counters', () => {
  const counters = fc
    .record({
      created: fc.nat(50),
      changed: fc.nat(50),
      unchanged: fc.nat(50),
      quarantined: fc.nat(50),
      removed: fc.nat(9),
    })
    .map(
      (parts): Counters => ({ ...parts, read: parts.created + parts.changed + parts.unchanged + parts.quarantined }),
    );

  it('keep read as the sum of outcomes, however they are added up', () => {
    fc.assert(
      fc.property(fc.array(counters), (parts) => {
        const sum = addUp(parts);
        expect(sum.read).toBe(sum.created + sum.changed + sum.unchanged + sum.quarantined);
        expect(addUp([...parts].reverse())).toEqual(sum);
      }),
    );
  });

  it('show progress by data set in the vendor order, trouble before success, patience before both', () => {
    const pull = (
      dataSet: string,
      state: 'queued' | 'waiting' | 'done' | 'failed' | 'unavailable',
      waitingUntil?: string,
    ) => ({
      dataSet,
      state,
      waitingUntil,
      counters: { ...NOTHING, read: 1, created: 1 },
    });
    const shown = progressOf(
      [
        pull('users', 'done'),
        pull('users', 'failed'),
        pull('licences', 'done'),
        pull('licences', 'unavailable'),
        pull('mfa', 'unavailable'),
        pull('sign-ins', 'waiting', '2026-11-22T12:01:00.000Z'),
        pull('sign-ins', 'waiting', '2026-11-22T12:00:30.000Z'),
        pull('controls', 'queued'),
      ],
      VENDORS['microsoft-365'].dataSets,
    );
    expect(shown.map(({ name, state, finished }) => [name, state, finished])).toEqual([
      ['licences', 'done', 2],
      ['users', 'failed', 2],
      ['sign-ins', 'waiting', 0],
      ['mfa', 'unavailable', 1],
      ['controls', 'queued', 0],
    ]);
    expect(shown[2]?.waitingUntil).toBe('2026-11-22T12:00:30.000Z');
  });
});

describe('troubles', () => {
  const each = VENDOR_IDS.flatMap((vendor) => TroubleCode.options.map((code) => [vendor, code] as const));

  it.each(each)('of %s, %s, say what happened, what is safe and what to do', (vendor, code) => {
    const trouble = troubleOf(code, { vendor, organisation: 'Alpha', said: 'Two rows' }, NOW.toISOString());
    for (const sentence of [trouble.cause, trouble.safe, trouble.fix]) expect(sentence).toMatch(/^[A-Z].*[.]$/);
    expect(trouble.safe).toMatch(/Nothing was deleted|stays/);
  });

  it('of the credential stop everything, others only what they concern', () => {
    expect(TroubleCode.options.filter(stopsEverything)).toEqual([
      'secret-refused',
      'secret-unreadable',
      'address-refused',
    ]);
  });
});

it('the catalogue lists vendors that can be connected, with the permissions that reading takes', () => {
  expect(catalogue()).toMatchObject([
    { vendor: 'microsoft-365', name: 'Microsoft 365' },
    { vendor: 'ninjaone', name: 'NinjaOne', permissions: ['monitoring'] },
  ]);
  expect(catalogue()[0]?.permissions).toEqual([
    'AuditLog.Read.All',
    'Organization.Read.All',
    'RoleManagement.Read.Directory',
    'SecurityEvents.Read.All',
    'User.Read.All',
  ]);
});
