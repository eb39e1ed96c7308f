import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../kernel/date.ts';
import { amountIn } from './amounts.ts';
import type { BudgetLine } from './budget.ts';
import { firstRules } from './forecast-rules.ts';
import { firstMonth, forecast } from './forecasting.ts';
import { costsOfBudgets, costsOfLicences } from './known-costs.ts';
import { BASE, category, companyId, ground, yearsOf } from './testing/forecast-ground.ts';

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

  it('count once where two budgets hold the same contract, which runs since before both', () => {
    const contract = line({ startDate: '2025-07-01', termMonths: 36 });
    expect(told(budget(2026, contract), budget(2027, contract))).toEqual([1_200, 1_200, 1_200, 1_200]);
    expect(told(budget(2027, contract))).toEqual([1_200, 1_200, 1_200, 1_200]);
  });

  it('cost the same for the term that was agreed, and the increase more from its end on', () => {
    const rules = { ...firstRules(BASE), globalDefaultIncreasePercent: 10 };
    const of = (termMonths: number) => {
      const costs = costsOfBudgets([budget(2027, line({ termMonths }))]);
      return yearsOf(forecast(ground({ rules, costs })), 'subscription');
    };
    expect([of(1), of(12), of(24), of(36)]).toEqual([
      [0, 1_200, 1_320, 1_452],
      [0, 1_200, 1_320, 1_452],
      [0, 1_200, 1_200, 1_320],
      [0, 1_200, 1_200, 1_200],
    ]);
  });

  it('that fall due once count in the year of their budget or not at all', () => {
    const once = (startDate: string) => line({ recurrence: 'one-time', startDate });
    expect(told(budget(2027, once('2027-12-31'), once('2028-01-01'), once('2026-12-31')))).toEqual([0, 100, 0, 0]);
  });

  it('cost in the year of their budget what the budget says, as long as their term covers it', () => {
    const anyLine = fc.record({
      recurrence: fc.constantFrom('one-time' as const, 'monthly' as const, 'annual' as const),
      startDate: fc.integer({ min: 0, max: 47 }).map((months) => addMonths('2024-01-15', months)),
      quantity: fc.integer({ min: 1, max: 90 }),
      termMonths: fc.integer({ min: 48, max: 120 }),
    });
    fc.assert(
      fc.property(anyLine, fc.boolean(), (own, isRenewed) => {
        const rules = { ...firstRules(BASE), globalDefaultIncreasePercent: 10, renewalsAssumed: isRenewed };
        const contract = line(own);
        const costs = costsOfBudgets([budget(2026, contract), budget(2027, contract)]);
        const told = yearsOf(forecast(ground({ rules, costs })), 'subscription') ?? [0, 0];
        expect(told.slice(0, 2)).toEqual([amountIn(contract, 2026, 1), amountIn(contract, 2027, 1)]);
      }),
    );
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
