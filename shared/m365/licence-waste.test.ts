import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Licence, licences } from './licence.ts';
import { licenceFindings } from './licence-findings.ts';
import { coveredSkus, daysInactive, licenceWaste } from './licence-waste.ts';
import { DEFAULT_SETTINGS, priceOf } from './settings.ts';
import { isFree, pricedSkus, skuName } from './sku.ts';
import type { M365User } from './user.ts';

const TODAY = '2026-11-22';
const RULES = { inactiveDays: 60, today: TODAY };

let made = 0;
function user(own: Partial<M365User> = {}): M365User {
  made += 1;
  return {
    userKey: String(made),
    name: `User ${made}`,
    upn: `user${made}@a.example`,
    kind: 'member',
    enabled: true,
    skus: ['SPB'],
    seenKnown: true,
    lastSeen: '2026-11-20',
    created: '2020-01-01',
    ...own,
  };
}

function seats(partNumber: string, purchased: number, assigned: number): Licence[] {
  return licences(
    [{ skuId: partNumber, partNumber, purchased, assigned, suspended: 0, warning: 0 }],
    [],
    DEFAULT_SETTINGS,
  );
}

const price = (sku: string) => priceOf(DEFAULT_SETTINGS, sku) ?? 0;

describe('a licence is wasted', () => {
  it('when nobody has it, when its account is disabled or unused, or when another one brings it all', () => {
    const all = [...seats('SPB', 10, 4), ...seats('EXCHANGESTANDARD', 1, 1), ...seats('FLOW_FREE', 10_000, 1)];
    const people = [
      user({ enabled: false }),
      user({ lastSeen: '2026-09-01' }),
      user({ skus: ['SPB', 'EXCHANGESTANDARD', 'FLOW_FREE'] }),
      user(),
    ];
    const waste = licenceWaste(all, people, RULES);
    expect(waste.map(({ kind, partNumber, count }) => [kind, partNumber, count])).toEqual([
      ['unassigned', 'SPB', 6],
      ['disabled', 'SPB', 1],
      ['inactive', 'SPB', 1],
      ['duplicate', 'EXCHANGESTANDARD', 1],
    ]);
  });

  it('once, under the first reason that holds', () => {
    const all = [...seats('SPB', 1, 1), ...seats('EXCHANGESTANDARD', 1, 1)];
    const gone = user({ enabled: false, lastSeen: '2025-01-01', skus: ['SPB', 'EXCHANGESTANDARD'] });
    expect(licenceWaste(all, [gone], RULES).map(({ kind, partNumber }) => [kind, partNumber])).toEqual([
      ['disabled', 'EXCHANGESTANDARD'],
      ['disabled', 'SPB'],
    ]);
  });

  it('never more often than it was bought or held', () => {
    const sku = fc.constantFrom('SPB', 'EXCHANGESTANDARD', 'SPE_E3', 'FLOW_FREE', 'POWER_BI_PRO');
    const someone = fc
      .record({ enabled: fc.boolean(), days: fc.nat(200), skus: fc.uniqueArray(sku), seenKnown: fc.boolean() })
      .map(({ days, ...rest }) => user({ ...rest, lastSeen: days < 60 ? TODAY : '2026-01-01' }));
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 20 }), fc.nat(5), (people, spare) => {
        const held = (one: string) => people.filter(({ skus }) => skus.includes(one)).length;
        const all = ['SPB', 'EXCHANGESTANDARD', 'SPE_E3', 'FLOW_FREE', 'POWER_BI_PRO'].flatMap((one) =>
          seats(one, held(one) + spare, held(one)),
        );
        const waste = licenceWaste(all, people, RULES);
        for (const licence of all) {
          const wasted = waste.filter(({ partNumber }) => partNumber === licence.partNumber);
          const count = wasted.reduce((sum, one) => sum + one.count, 0);
          expect(count).toBeLessThanOrEqual(licence.free ? 0 : licence.purchased);
        }
        const pairs = waste.flatMap(({ partNumber, holders }) =>
          holders.map(({ user: one }) => `${one.userKey}|${partNumber}`),
        );
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });

  it('not when sign-ins cannot be read, nor on guests or fresh accounts', () => {
    expect(licenceWaste(seats('SPB', 3, 3), [user({ seenKnown: undefined, lastSeen: undefined })], RULES)).toEqual([]);
    expect(licenceWaste(seats('SPB', 1, 1), [user({ lastSeen: undefined, created: '2026-11-10' })], RULES)).toEqual([]);
    expect(licenceWaste(seats('SPB', 1, 1), [user({ kind: 'guest', lastSeen: '2020-01-01' })], RULES)).toEqual([]);
    expect(
      licenceWaste(seats('SPB', 1, 1), [user({ lastSeen: undefined, created: '2026-01-10' })], RULES),
    ).toMatchObject([{ kind: 'inactive' }]);
  });

  it('is told from the day', () => {
    expect(daysInactive(user({ lastSeen: '2026-11-01' }), TODAY)).toBe(21);
    expect(daysInactive(user({ seenKnown: undefined }), TODAY)).toBeUndefined();
  });
});

describe('licences that cover one another', () => {
  it('leave the bigger one, of equals the dearer', () => {
    expect(coveredSkus(['EXCHANGESTANDARD', 'SPB'], price)).toEqual([{ sku: 'EXCHANGESTANDARD', by: 'SPB' }]);
    expect(coveredSkus(['SPB', 'SPE_E3'], price)).toEqual([{ sku: 'SPB', by: 'SPE_E3' }]);
    expect(coveredSkus(['SPB', 'Microsoft_365_Copilot', 'FLOW_FREE', 'UNKNOWN'], price)).toEqual([]);
  });

  it('never cover all of a person', () => {
    const skus = fc.uniqueArray(fc.constantFrom(...pricedSkus().map(({ partNumber }) => partNumber)), { minLength: 1 });
    fc.assert(
      fc.property(skus, (own) => {
        expect(coveredSkus(own, price).length).toBeLessThan(own.length);
      }),
    );
  });
});

describe('findings of licences', () => {
  it('tell whom they concern and what a year costs', () => {
    const waste = licenceWaste(seats('SPB', 2, 2), [user({ enabled: false }), user()], RULES);
    const [finding] = licenceFindings(waste, 'USD');
    expect(finding).toMatchObject({
      key: 'licence:disabled:SPB',
      title: '1 Microsoft 365 Business Premium licence on disabled accounts',
      saving: { minorPerYear: 26_400, currency: 'USD' },
      affectedCount: 1,
    });
  });

  it('say nothing of money when nobody knows the price', () => {
    const waste = licenceWaste(seats('NEW_SKU', 5, 2), [], RULES);
    expect(licenceFindings(waste, 'USD')[0]?.saving).toBeUndefined();
    expect(skuName('NEW_SKU')).toBe('NEW SKU');
  });
});

describe('seats of a SKU', () => {
  it('have a next change, the earliest of orders that are alive', () => {
    const order = { skuId: 'SPB', seats: 5, trial: false };
    const [licence] = licences(
      [{ skuId: 'SPB', partNumber: 'SPB', purchased: 10, assigned: 12, suspended: 0, warning: 0 }],
      [
        { ...order, status: 'Enabled', nextChange: '2027-03-01' },
        { ...order, status: 'Enabled', nextChange: '2027-01-15' },
        { ...order, status: 'Deleted', nextChange: '2026-01-15' },
      ],
      { prices: { SPB: 2_000 } },
    );
    expect(licence).toMatchObject({ nextChange: '2027-01-15', available: 0, monthlyMinor: 20_000, trial: false });
  });

  it('cost nothing and are no waste while all of them are on trial', () => {
    const seatsOf = [{ skuId: 'E5', partNumber: 'SPE_E5', purchased: 25, assigned: 1, suspended: 0, warning: 0 }];
    const order = { skuId: 'E5', seats: 25, trial: true, status: 'Enabled', nextChange: '2026-12-15' };
    const trial = licences(seatsOf, [order], DEFAULT_SETTINGS);
    expect(trial).toMatchObject([
      { trial: true, free: true, priceMinor: 0, monthlyMinor: 0, nextChange: '2026-12-15' },
    ]);
    const holders = [user({ skus: ['SPE_E5'], enabled: false }), user({ skus: ['SPB', 'SPE_E5'] })];
    expect(licenceWaste([...trial, ...seats('SPB', 1, 1)], holders, RULES)).toEqual([]);
    const bought = licences(seatsOf, [order, { ...order, trial: false }], DEFAULT_SETTINGS);
    expect(bought).toMatchObject([{ trial: false, free: false, monthlyMinor: 150_000 }]);
  });

  it('that come by the ten thousand are free', () => {
    expect(isFree('SOMETHING', 10_000)).toBe(true);
    expect(isFree('SPB', 50)).toBe(false);
  });
});
