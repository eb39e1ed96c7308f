import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn } from '../../../shared/budgets/amounts.ts';
import { type BudgetDetail, type BudgetLine, LINE_STATUSES, LINE_TYPES } from '../../../shared/budgets/budget.ts';
import { addMonths } from '../../../shared/kernel/calendar.ts';
import { costByQuarter, groupLines, quarterNames, tickedLines, VIEWS, whenOf } from './line-views.ts';

const anyLine: fc.Arbitrary<BudgetLine> = fc
  .record({
    budgetLineId: fc.uuid(),
    type: fc.constantFrom(...LINE_TYPES),
    status: fc.constantFrom(...LINE_STATUSES),
    quantity: fc.integer({ min: 0, max: 50 }),
    unitMinor: fc.integer({ min: 0, max: 500_000 }),
    recurrence: fc.constantFrom('one-time' as const, 'monthly' as const, 'annual' as const),
    startDate: fc.integer({ min: 0, max: 36 }).map((months) => addMonths('2026-01-15', months)),
    termMonths: fc.integer({ min: 1, max: 36 }),
  })
  .map((line) => ({ ...line, label: 'Line', note: '', amountMinor: amountIn(line, 2027, 7) }));
const budgetOf = (lines: BudgetLine[], fiscalYearStart = 7) =>
  ({ fiscalYear: 2027, fiscalYearStart, lines }) as BudgetDetail;

describe('the lines of a budget under headings', () => {
  it('shows every line in every view, and the same total under all headings together', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const budget = budgetOf(lines);
        const { totalMinor, quarters } = costByQuarter(budget);
        expect(quarters.reduce((sum, minor) => sum + minor, 0)).toBe(totalMinor);
        for (const view of VIEWS) {
          const groups = groupLines(budget, view, 'en-US');
          expect(new Set(groups.flatMap(({ rows }) => rows.map(({ line }) => line.budgetLineId)))).toEqual(
            new Set(lines.map((line) => line.budgetLineId)),
          );
          expect(groups.reduce((sum, group) => sum + group.totalMinor, 0)).toBe(totalMinor);
          expect(groups.every(({ rows }) => rows.length > 0)).toBe(true);
        }
      }),
    );
  });

  it('names quarters by the calendar, or by their months when the fiscal year begins elsewhere', () => {
    expect(quarterNames(budgetOf([], 1), 'en-US')).toEqual(['Q1 2027', 'Q2 2027', 'Q3 2027', 'Q4 2027']);
    expect(quarterNames(budgetOf([]), 'en-US')[0]).toBe('Q1 FY27, Jul–Sep');
  });

  it('says when a line costs something, and when it does not at all', () => {
    const line = {
      quantity: 31,
      unitMinor: 400,
      recurrence: 'monthly',
      startDate: '2026-10-01',
      termMonths: 12,
    } as BudgetLine;
    expect(whenOf(line, budgetOf([]))).toBe('Q2–Q4');
    expect(whenOf({ ...line, recurrence: 'one-time' }, budgetOf([]))).toBe('Q2');
    expect(whenOf({ ...line, startDate: '2028-10-01' }, budgetOf([]))).toBe('Not in FY27');
    expect(whenOf({ ...line, startDate: '2028-10-01' }, budgetOf([], 1))).toBe('Not in 2027');
  });
});

describe('ticking a line that has a row in several quarters', () => {
  const line = { budgetLineId: 'a' } as BudgetLine;
  const rows = ['a.1', 'a.2'].map((key) => ({ key, line, amountMinor: 1 }));

  it('ticks all of its rows at once, and unticks them at once', () => {
    expect(tickedLines(rows, new Set(), new Set(['a.2']))).toEqual(new Set(['a']));
    expect(tickedLines(rows, new Set(['a']), new Set(['a.2']))).toEqual(new Set());
  });
});
