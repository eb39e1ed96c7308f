import { describe, expect, it } from 'vitest';
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
