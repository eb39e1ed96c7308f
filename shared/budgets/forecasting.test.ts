import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemEstimate } from '../planner/planner-item.ts';
import { byQuarter } from './amounts.ts';
import { ForecastRulesChange, firstRules, increaseOf } from './forecast-rules.ts';
import { firstMonth, forecast, spread } from './forecasting.ts';
import { costsOfItems } from './item-costs.ts';
import type { KnownCost } from './known-costs.ts';
import { withOverride } from './overriding.ts';
import {
  BASE,
  category,
  companyId,
  ground,
  item,
  rule,
  ruled,
  standing,
  subscription,
  yearsOf,
} from './testing/forecast-ground.ts';

describe('a category that only a rule knows', () => {
  it('grows from its base amount by its percentage each year', () => {
    const told = forecast(ground({ rules: ruled(rule()) }));
    expect(yearsOf(told, 'managed-services')).toEqual([5_580_000, 5_803_200, 6_035_328, 6_276_741]);
    expect(category(told, 'managed-services')?.basis).toBe('rule');
  });

  it('stands still while its increase is off, unless the default holds for all', () => {
    const off = rule({ isIncreaseEnabled: false });
    expect(yearsOf(forecast(ground({ rules: ruled(off) })), 'managed-services')).toEqual([
      5_580_000, 5_580_000, 5_580_000, 5_580_000,
    ]);
    const all = { ...ruled(off), applyGlobalToAll: true, globalDefaultIncreasePercent: 10 };
    expect(yearsOf(forecast(ground({ rules: all })), 'managed-services')).toEqual([
      5_580_000, 6_138_000, 6_751_800, 7_426_980,
    ]);
  });

  it('gives way to what is known: planned work in its category counts in its place', () => {
    const rules = ruled(rule({ categoryKey: 'hardware', label: 'Hardware' }));
    const told = forecast(ground({ rules, costs: costsOfItems([item()], standing) }));
    expect(category(told, 'hardware')?.basis).toBe('lines');
    expect(yearsOf(told, 'hardware')).toEqual([0, 1_490_000, 0, 0]);
  });
});

describe('an amount that was set by hand', () => {
  it('wins over rule and lines alike, and tells what stood there', () => {
    const rules = ruled(rule({ categoryKey: 'hardware', label: 'Hardware', manualOverrides: { 2027: 999, 2028: 5 } }));
    const told = forecast(ground({ rules, costs: costsOfItems([item()], standing) }));
    expect(category(told, 'hardware')?.cells[1]).toEqual({
      year: 2027,
      minor: 999,
      quarters: [250, 250, 250, 249],
      basis: 'override',
      calculatedMinor: 1_490_000,
    });
    expect(yearsOf(told, 'hardware')).toEqual([0, 999, 5, 0]);
  });

  it('changes nothing else, and leaves nothing behind when it is taken back', () => {
    const before = { ...ruled(rule()), globalDefaultIncreasePercent: 3 };
    const hardware = { key: 'hardware', label: 'Hardware' };
    const set = withOverride(before, hardware, 2028, 700);
    expect(set.rules.map(({ categoryKey }) => categoryKey)).toEqual(['managed-services', 'hardware']);
    expect(increaseOf(set, 'hardware')).toBe(increaseOf(before, 'hardware'));
    expect(yearsOf(forecast(ground({ rules: set })), 'hardware')).toEqual([0, 0, 700, 0]);
    expect(withOverride(set, hardware, 2028, undefined)).toEqual(before);
    const services = { key: 'managed-services', label: 'Managed services' };
    const both = withOverride(withOverride(before, services, 2027, 1), services, 2028, 2);
    expect(both.rules[0]?.manualOverrides).toEqual({ 2027: 1, 2028: 2 });
    expect(withOverride(both, services, 2027, undefined).rules[0]?.manualOverrides).toEqual({ 2028: 2 });
  });

  it('is refused for a category twice, and for what is no year', () => {
    const { v, ...facts } = ruled(rule(), rule());
    const twice = ForecastRulesChange.safeParse({ ...facts, companyId, v });
    expect(twice.error?.issues[0]?.message).toContain('Each category has one rule');
    const odd = ForecastRulesChange.safeParse({
      ...facts,
      companyId,
      v,
      rules: [rule({ manualOverrides: { soon: 1 } })],
    });
    expect(odd.error?.issues[0]?.path).toContain('soon');
  });
});

describe('planned work', () => {
  it('falls into the fiscal quarter in which it starts, labour and costs apart', () => {
    const told = forecast(ground({ costs: costsOfItems([item()], standing), fiscalYearStart: 7 }));
    expect(category(told, 'hardware')?.cells[1]?.quarters).toEqual([0, 0, 1_490_000, 0]);
    expect(category(told, 'labour')?.cells[1]).toMatchObject({ minor: 660_000, basis: 'lines' });
  });

  it('counts as it does in a budget of the year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('one-time' as const, 'monthly' as const, 'annual' as const),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (recurrence, month, startMonth) => {
          const startDate = `2027-${String(month).padStart(2, '0')}-15`;
          const costs = [{ label: 'Seat', kind: 'software' as const, quantity: 7, unitMinor: 333, recurrence }];
          const [cost] = costsOfItems([item({ startDate, hours: 0, costs })], standing) as [KnownCost];
          const over = {
            first: firstMonth(BASE, startMonth),
            years: 4,
            percent: 0,
            renewalsAssumed: false,
            weighted: false,
          };
          const line = { quantity: 7, unitMinor: 333, recurrence, startDate, termMonths: 12 };
          expect(spread(cost, over)).toEqual([2026, 2027, 2028, 2029].map((year) => byQuarter(line, year, startMonth)));
        },
      ),
    );
  });

  it('renews when its term ends and costs the increase more each year; or ends, when renewals are not assumed', () => {
    const rules = { ...firstRules(BASE), globalDefaultIncreasePercent: 10 };
    const costs = costsOfItems([subscription('annual')], standing);
    expect(yearsOf(forecast(ground({ rules, costs })), 'subscription')).toEqual([0, 12_400, 13_640, 15_004]);
    const ending = { ...rules, renewalsAssumed: false };
    expect(yearsOf(forecast(ground({ rules: ending, costs })), 'subscription')).toEqual([0, 12_400, 0, 0]);
  });

  it('counts by how likely it is when that is asked', () => {
    const told = forecast(ground({ weighted: true, costs: costsOfItems([item()], standing) }));
    expect(yearsOf(told, 'hardware')).toEqual([0, 894_000, 0, 0]);
  });

  it.each([['declined'], ['cancelled']] as const)('that is %s counts nowhere', (status) => {
    expect(costsOfItems([item({ status }), item({ status, isArchived: true })], standing)).toEqual([]);
  });

  it('without dates, or put away before it was done, counts nowhere', () => {
    expect(costsOfItems([item({ startDate: undefined }), item({ isArchived: true })], standing)).toEqual([]);
  });
});

describe('work that is done', () => {
  const rollout = (own: Partial<ItemEstimate> = {}) => [
    item({ hours: 20, costs: subscription('monthly').costs, startDate: '2026-05-04', status: 'completed', ...own }),
  ];
  const told = (items: ItemEstimate[]) => {
    const all = forecast(ground({ costs: costsOfItems(items, standing) }));
    return [yearsOf(all, 'labour'), yearsOf(all, 'subscription')];
  };
  const once = [330_000, 0, 0, 0];
  const monthly = [8 * 12_400, 12 * 12_400, 12 * 12_400, 12 * 12_400];

  it('still costs what recurs of it, and what it cost in the year shown first, put away or not', () => {
    expect(told(rollout())).toEqual([once, monthly]);
    expect(told(rollout({ isArchived: true }))).toEqual([once, monthly]);
  });

  it('is renewed by an item of the same name for another year, and not counted beside it', () => {
    const renewal = (year: number, status: ItemEstimate['status']) =>
      item({
        title: `Renew antivirus ${year}`,
        costs: subscription('annual').costs,
        hours: 0,
        startDate: `${year}-02-01`,
        status,
      });
    const all = forecast(
      ground({
        costs: costsOfItems(
          [renewal(2025, 'completed'), renewal(2026, 'completed'), renewal(2027, 'approved')],
          standing,
        ),
      }),
    );
    expect(yearsOf(all, 'subscription')).toEqual([12_400, 12_400, 12_400, 12_400]);
  });

  it('is among the licences where those are counted', () => {
    const done = rollout({ lane: 'microsoft-365' });
    const recurring = costsOfItems(done, { ...standing, hasLicences: true }).map(({ recurrence }) => recurrence);
    expect(recurring).toEqual(['one-time']);
    expect(costsOfItems(done, standing)).toHaveLength(2);
  });

  it('is not paid once more: what it cost before, or was meant to cost later, counts nowhere', () => {
    const full = [12, 12, 12, 12].map((months) => months * 12_400);
    expect(told(rollout({ startDate: '2025-05-04' }))).toEqual([undefined, full]);
    expect(told(rollout({ startDate: '2027-05-04' }))[0]).toBeUndefined();
  });
});

describe('work that is late', () => {
  it('is still to be paid: now, not in a year that is over and not nowhere', () => {
    const late = item({ startDate: '2025-03-03', status: 'approved' });
    const told = forecast(ground({ costs: costsOfItems([late], standing) }));
    expect(category(told, 'hardware')?.cells[0]?.quarters).toEqual([0, 0, 0, 1_490_000]);
    expect(category(told, 'labour')?.cells[0]?.quarters).toEqual([0, 0, 0, 660_000]);
  });

  it('of a year before the one that a client wants to see first counts before it', () => {
    const later = { first: firstMonth(2028, 1), today: standing.today };
    const rules = firstRules(2028);
    const told = forecast(ground({ rules, costs: costsOfItems([item({ startDate: '2025-03-03' })], later) }));
    expect(told.categories).toEqual([]);
  });
});

describe('rules of a year that is over', () => {
  const rules = ruled(rule({ manualOverrides: { 2026: 1, 2029: 7_000_000 } }));
  const told = forecast(ground({ rules, thisYear: 2028, costs: [] }));

  it('show the running year first, and grow from their base year as before', () => {
    expect(told.years).toEqual([2028, 2029, 2030, 2031]);
    expect(yearsOf(told, 'managed-services')).toEqual([6_035_328, 7_000_000, 6_527_811, 6_788_923]);
    expect(told.rules.baseYear).toBe(2026);
  });

  it('are left alone while their base year is still to come', () => {
    expect(forecast(ground({ rules, thisYear: 2020 })).years).toEqual([2026, 2027, 2028, 2029]);
  });
});
