import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemEstimate } from '../planner/planner-item.ts';
import { byQuarter } from './amounts.ts';
import type { BudgetLine } from './budget.ts';
import type { Forecast } from './forecast.ts';
import { type CategoryRule, ForecastRulesChange, firstRules, grown, increaseOf } from './forecast-rules.ts';
import { firstMonth, forecast, type Ground, spread } from './forecasting.ts';
import { costsOfBudgets, costsOfItems, costsOfLicences, type KnownCost } from './known-costs.ts';
import { withOverride } from './overriding.ts';

const companyId = '01j9zq4xk3r8m2n5t7v9w1y3za';
const nothing = { undated: 0, unpricedLicences: 0, otherCurrency: 0 };
const BASE = 2026;

function rule(own: Partial<CategoryRule> = {}): CategoryRule {
  return {
    categoryKey: 'managed-services',
    label: 'Managed services',
    baseYearAmount: 5_580_000,
    perYearIncreasePercent: 4,
    isIncreaseEnabled: true,
    manualOverrides: {},
    ...own,
  };
}

const ground = (own: Partial<Ground> = {}): Ground => ({
  companyId,
  currency: 'USD',
  fiscalYearStart: 1,
  weighted: false,
  rules: firstRules(BASE),
  costs: [],
  leftOut: nothing,
  ...own,
});
const ruled = (...rules: CategoryRule[]) => ({ ...firstRules(BASE), rules });

function item(own: Partial<ItemEstimate> = {}): ItemEstimate {
  return {
    plannerItemId: companyId,
    title: 'Imaging servers',
    lane: 'infrastructure',
    status: 'presented',
    currency: 'USD',
    startDate: '2027-01-16',
    hours: 40,
    ratePerHour: 16_500,
    costs: [{ label: 'Server', kind: 'hardware', quantity: 2, unitMinor: 745_000, recurrence: 'one-time' }],
    isArchived: false,
    v: 1,
    updatedAt: '2026-11-20T10:00:00.000Z',
    ...own,
  };
}

const subscription = (recurrence: 'monthly' | 'annual') =>
  item({
    hours: 0,
    costs: [{ label: 'Backup', kind: 'subscription', quantity: 31, unitMinor: 400, recurrence }],
  });

const category = ({ categories }: Forecast, key: string) => categories.find((one) => one.key === key);
const yearsOf = (told: Forecast, key: string) => category(told, key)?.cells.map(({ minor }) => minor);

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

describe('lines of budgets', () => {
  const line = (own: Partial<BudgetLine>): BudgetLine => ({
    budgetLineId: companyId,
    label: 'Managed services',
    type: 'subscription',
    quantity: 1,
    unitMinor: 100,
    recurrence: 'monthly',
    startDate: '2027-01-01',
    termMonths: 12,
    note: '',
    status: 'approved',
    amountMinor: 1_200,
    ...own,
  });
  const budget = (fiscalYear: number, ...lines: BudgetLine[]) => ({
    budgetId: companyId,
    fiscalYear,
    start: `${fiscalYear}-01-01`,
    lines,
  });
  const told = (...budgets: ReturnType<typeof budget>[]) =>
    yearsOf(forecast(ground({ costs: costsOfBudgets(budgets) })), 'subscription');

  it('count when entered by hand; what came from the planner is counted there, what was rejected nowhere', () => {
    const pulled = line({ source: { plannerItemId: companyId, part: 'Seat' } });
    expect(told(budget(2027, line({}), pulled, line({ status: 'rejected' })))).toEqual([0, 1_200, 1_200, 1_200]);
  });

  it('recur until the next budget speaks, so that nothing counts twice', () => {
    const next = line({ startDate: '2028-01-01', unitMinor: 110 });
    expect(told(budget(2027, line({})), budget(2028, next))).toEqual([0, 1_200, 1_320, 1_320]);
  });
});

describe('licences', () => {
  const licence = {
    partNumber: 'SPB',
    name: 'Business Premium',
    purchased: 10,
    assigned: 9,
    available: 1,
    suspended: 0,
    free: false,
    priceMinor: 2_000,
    monthlyMinor: 20_000,
    nextChange: '2027-04-30',
    trial: false,
  };
  const first = firstMonth(BASE, 1);

  it('cost their run rate from the base year on and the increase from each renewal', () => {
    const costs = costsOfLicences([licence], first, first + 10);
    const told = forecast(ground({ rules: { ...firstRules(BASE), globalDefaultIncreasePercent: 5 }, costs }));
    expect(category(told, 'microsoft-365')?.cells[1]?.quarters).toEqual([60_000, 63_000, 63_000, 63_000]);
    expect(yearsOf(told, 'microsoft-365')?.[0]).toBe(240_000);
  });

  it('were renewed already when the vendor names a day that is over: today`s price holds until the next one', () => {
    const [cost] = costsOfLicences([{ ...licence, nextChange: '2025-03-31' }], first, first + 10);
    expect(cost?.raisedFrom).toBe(first + 14);
  });

  it('that are free, on trial or without a price cost nothing', () => {
    const { priceMinor, ...unpriced } = licence;
    expect(priceMinor).toBe(2_000);
    expect(costsOfLicences([{ ...licence, free: true }, { ...licence, trial: true }, unpriced], first, first)).toEqual(
      [],
    );
  });
});

describe('whatever is known and ruled', () => {
  const percent = fc.integer({ min: -5_000, max: 10_000 }).map((hundredths) => hundredths / 100);
  const amount = fc.integer({ min: 0, max: 500_000_000 });
  const anyRule = fc.record({
    categoryKey: fc.constantFrom('managed-services', 'hardware', 'telephony', 'subscription'),
    label: fc.constant('A category'),
    baseYearAmount: amount,
    perYearIncreasePercent: percent,
    isIncreaseEnabled: fc.boolean(),
    manualOverrides: fc.dictionary(fc.constantFrom('2026', '2027', '2028', '2029'), amount),
  });
  const anyItem = fc.record({
    status: fc.constantFrom('idea' as const, 'approved' as const, 'presented' as const),
    hours: fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
    startDate: fc.integer({ min: 0, max: 47 }).map((at) => {
      const year = 2026 + Math.floor(at / 12);
      return `${year}-${String((at % 12) + 1).padStart(2, '0')}-10`;
    }),
    costs: fc.array(
      fc.record({
        label: fc.constant('Seat'),
        kind: fc.constantFrom('hardware' as const, 'subscription' as const, 'software' as const),
        quantity: fc.integer({ min: 0, max: 90 }),
        unitMinor: fc.integer({ min: 0, max: 900_000 }),
        recurrence: fc.constantFrom('one-time' as const, 'monthly' as const, 'annual' as const),
      }),
      { maxLength: 3 },
    ),
  });
  const anyGround = fc
    .record({
      rules: fc.uniqueArray(anyRule, { selector: ({ categoryKey }) => categoryKey, maxLength: 4 }),
      items: fc.array(anyItem, { maxLength: 6 }),
      weighted: fc.boolean(),
      fiscalYearStart: fc.integer({ min: 1, max: 12 }),
      applyGlobalToAll: fc.boolean(),
      globalDefaultIncreasePercent: percent,
    })
    .map(({ rules, items, weighted, fiscalYearStart, ...more }) =>
      ground({
        weighted,
        fiscalYearStart,
        rules: { ...firstRules(BASE), ...more, rules },
        costs: costsOfItems(items.map((own) => item(own))),
      }),
    );

  it('every total is the sum of its cells, every cell of its quarters, and of its lines unless set by hand', () => {
    fc.assert(
      fc.property(anyGround, (given) => {
        const told = forecast(given);
        const add = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
        for (const [at, total] of told.totals.entries()) {
          expect(total.minor).toBe(add(told.categories.map(({ cells }) => cells[at]?.minor ?? 0)));
          expect(total.minor).toBe(add(total.quarters));
        }
        for (const { cells, lines } of told.categories) {
          for (const [at, { minor, quarters, basis }] of cells.entries()) {
            expect(minor).toBe(add(quarters));
            if (basis === 'lines') expect(minor).toBe(add(lines.map(({ amounts }) => add(amounts[at] ?? []))));
          }
        }
        expect(told.forwardMinor).toBe(add(told.totals.slice(1).map(({ minor }) => minor)));
        expect(add(told.totals.map(({ deltaMinor }) => deltaMinor))).toBe(
          (told.totals.at(-1)?.minor ?? 0) - (told.totals[0]?.minor ?? 0),
        );
      }),
    );
  });

  it('what was set by hand stands in its cell', () => {
    fc.assert(
      fc.property(anyGround, (given) => {
        const told = forecast(given);
        for (const { categoryKey, manualOverrides } of given.rules.rules) {
          for (const [year, minor] of Object.entries(manualOverrides)) {
            const cell = category(told, categoryKey)?.cells.find((one) => one.year === Number(year));
            expect(cell?.minor ?? 0).toBe(minor);
          }
        }
      }),
    );
  });

  it('growth is rounded once, never year after year', () => {
    fc.assert(
      fc.property(amount, percent, fc.integer({ min: 0, max: 5 }), (minor, by, years) => {
        const exact = minor * (1 + by / 100) ** years;
        expect(Math.abs(grown(minor, by, years) - exact)).toBeLessThanOrEqual(0.5 + exact * 1e-12);
      }),
    );
    expect(grown(50, 1, 1)).toBe(50);
    expect(grown(150, 1, 1)).toBe(152);
  });

  it('the increase in force is the rule`s own, the default where there is none', () => {
    const rules = { ...ruled(rule()), globalDefaultIncreasePercent: 3 };
    expect([increaseOf(rules, 'managed-services'), increaseOf(rules, 'hardware')]).toEqual([4, 3]);
  });
});
