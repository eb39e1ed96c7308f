import { expect, it } from 'vitest';
import type { BudgetLine } from '../../../shared/budgets/budget.ts';
import { pull } from '../../../shared/budgets/pulling.ts';
import { fiscalYear } from '../../../shared/kernel/calendar.ts';
import type { ItemEstimate } from '../../../shared/planner/planner-item.ts';
import { choicesOf } from './item-choices.ts';

const item = (id: string, startDate: string | undefined, hours = 10) =>
  ({
    plannerItemId: id,
    title: `Item ${id}`,
    startDate,
    hours,
    ratePerHour: 16_500,
    costs: [{ label: 'Server', kind: 'hardware', quantity: 2, unitMinor: 100_000, recurrence: 'one-time' }],
  }) as unknown as ItemEstimate;
const year = { year: 2027, startMonth: 1 };

it('offers what the year costs, dated items of the year first and what costs nothing in it last', () => {
  const choices = choicesOf([item('later', '2028-02-01'), item('b', '2027-06-01'), item('a', '2027-01-16')], year);
  expect(choices.map(({ id, minor, when }) => [id, minor, when])).toEqual([
    ['a', 365_000, 'Q1 2027'],
    ['b', 365_000, 'Q2 2027'],
    ['later', 0, 'Q1 2028'],
  ]);
  expect(choicesOf([item('a', '2027-01-16')], { year: 2027, startMonth: 7 })[0]?.when).toBe('Q3 FY27');
});

it('counts what recurs since before the year', () => {
  const { costs, ...renewal } = item('renewal', '2026-02-01', 0);
  const yearly = { ...renewal, costs: costs.map((cost) => ({ ...cost, recurrence: 'annual' as const })) };
  expect(choicesOf([yearly], year)[0]).toMatchObject({ minor: 200_000, when: 'Q1 2026' });
});

it('counts an item without a date at the start of the year', () => {
  expect(choicesOf([item('a', undefined)], year)).toEqual([
    { id: 'a', title: 'Item a', when: 'No date yet', minor: 365_000 },
  ]);
});

it('leaves out what the budget has, and offers only the missing part of the rest', () => {
  const present = pull(item('a', '2027-01-16'), fiscalYear(2027, 1)) as unknown as BudgetLine[];
  expect(choicesOf([item('a', '2027-01-16')], year, present)).toEqual([]);
  expect(choicesOf([item('a', '2027-01-16')], year, present.slice(0, 1))[0]?.minor).toBe(165_000);
  expect(choicesOf([{ ...item('empty', '2027-01-16', 0), costs: [] }], year)).toEqual([]);
});
