import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byQuarter } from './amounts.ts';
import { ForecastRulesChange, firstRules, increaseOf } from './forecast-rules.ts';
import { firstMonth, forecast, spread } from './forecasting.ts';
import { costsOfItems, type KnownCost } from './known-costs.ts';
import { withOverride } from './overriding.ts';
import {
  BASE,
  category,
  companyId,
  ground,
  item,
  rule,
  ruled,
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
    const told = forecast(ground({ rules, costs: costsOfItems([item()]) }));
    expect(category(told, 'hardware')?.basis).toBe('lines');
    expect(yearsOf(told, 'hardware')).toEqual([0, 1_490_000, 0, 0]);
  });
});

describe('an amount that was set by hand', () => {
  it('wins over rule and lines alike, and tells what stood there', () => {
    const rules = ruled(rule({ categoryKey: 'hardware', label: 'Hardware', manualOverrides: { 2027: 999, 2028: 5 } }));
    const told = forecast(ground({ rules, costs: costsOfItems([item()]) }));
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
    const told = forecast(ground({ costs: costsOfItems([item()]), fiscalYearStart: 7 }));
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
          const [cost] = costsOfItems([item({ startDate, hours: 0, costs })]) as [KnownCost];
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
    const costs = costsOfItems([subscription('annual')]);
    expect(yearsOf(forecast(ground({ rules, costs })), 'subscription')).toEqual([0, 12_400, 13_640, 15_004]);
    const ending = { ...rules, renewalsAssumed: false };
    expect(yearsOf(forecast(ground({ rules: ending, costs })), 'subscription')).toEqual([0, 12_400, 0, 0]);
  });

  it('counts by how likely it is when that is asked', () => {
    const told = forecast(ground({ weighted: true, costs: costsOfItems([item()]) }));
    expect(yearsOf(told, 'hardware')).toEqual([0, 894_000, 0, 0]);
  });

  it.each([['declined'], ['cancelled'], ['completed']] as const)('that is %s counts nowhere', (status) => {
    expect(costsOfItems([item({ status })])).toEqual([]);
  });

  it('without dates, or archived, counts nowhere', () => {
    expect(costsOfItems([item({ startDate: undefined }), item({ isArchived: true })])).toEqual([]);
  });
});
