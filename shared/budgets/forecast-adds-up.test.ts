import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRules, grown, increaseOf } from './forecast-rules.ts';
import { forecast } from './forecasting.ts';
import { costsOfItems } from './item-costs.ts';
import { BASE, category, ground, item, rule, ruled, standing } from './testing/forecast-ground.ts';

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
    status: fc.constantFrom('idea' as const, 'approved' as const, 'completed' as const),
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
        costs: costsOfItems(
          items.map((own) => item(own)),
          standing,
        ),
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
