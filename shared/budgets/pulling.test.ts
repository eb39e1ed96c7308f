import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYear } from '../kernel/date.ts';
import { CostLine, type ItemEstimate } from '../planner/planner-item.ts';
import { amountIn } from './amounts.ts';
import { BudgetLine, NewLine } from './budget.ts';
import { LABOUR, pull, pulledAnew } from './pulling.ts';
import { staleness } from './staleness.ts';

const id = '01j9zq4xk3r8m2n5t7v9w1y3za';
const item = {
  plannerItemId: id,
  title: 'Imaging server replacement',
  hours: 40,
  ratePerHour: 16_500,
  costs: [{ label: 'PowerEdge R450', kind: 'hardware', quantity: 2, unitMinor: 745_000, recurrence: 'one-time' }],
  startDate: '2027-01-16',
  updatedAt: '2026-11-20T10:00:00.000Z',
  v: 3,
  isArchived: false,
} as unknown as ItemEstimate;
const YEAR = 2027;
const year = fiscalYear(YEAR, 1);
const cost = (own: Partial<ItemEstimate['costs'][number]>) => ({
  label: 'Firewall',
  kind: 'subscription' as const,
  quantity: 1,
  unitMinor: 30_000,
  recurrence: 'annual' as const,
  ...own,
});
const [pulled] = pull(item, year);
const line = { ...pulled, budgetLineId: id, note: '', status: 'pending', amountMinor: 1_490_000 } as BudgetLine;
/** The one line of an item as a budget of the year keeps it. */
function kept(own: ItemEstimate): BudgetLine {
  const [only] = pull(own, year);
  const amountMinor = only ? amountIn(only, YEAR, 1) : 0;
  return { ...only, budgetLineId: id, note: '', status: 'draft', amountMinor } as BudgetLine;
}

describe('pulling a planner item', () => {
  it('gives labour = hours x rate and a line for each cost', () => {
    expect(pull(item, year).map((one) => [one.type, one.quantity, one.unitMinor, one.source.part])).toEqual([
      ['hardware', 2, 745_000, 'PowerEdge R450'],
      ['labour', 40, 16_500, LABOUR],
    ]);
  });

  it('gives lines that could be entered by hand, each of a part of its own, however long its words and exact its numbers', () => {
    const text = (max: number) =>
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }).map((one) => one.trim());
    const costs = fc.array(
      fc.record({
        label: fc.oneof(text(120), fc.constantFrom('Firewall', 'Firewall #2', LABOUR, 'x'.repeat(120))),
        quantity: fc.integer({ min: 0, max: 99_999_999 }).map((thousandths) => thousandths / 1_000),
        recurrence: fc.constantFrom('one-time' as const, 'annual' as const),
      }),
      { maxLength: 20 },
    );
    const fits = (words: string, max: number) => words.length > 0 && words.length <= max;
    fc.assert(
      fc.property(fc.oneof(text(160), fc.constant('t'.repeat(160))), costs, fc.nat(40), (title, some, hours) => {
        fc.pre(fits(title, 160) && some.every(({ label }) => fits(label, 120)));
        const lines = pull({ ...item, title, hours, costs: some.map(cost) }, year);
        for (const { source, ...facts } of lines) {
          expect(NewLine.safeParse({ ...facts, companyId: id, budgetId: id, v: 1 }).error).toBeUndefined();
          expect(facts.label.isWellFormed()).toBe(true);
          expect(source.part === LABOUR).toBe(facts.type === 'labour');
        }
        expect(new Set(lines.map(({ source }) => source.part)).size).toBe(lines.length);
      }),
    );
  });

  it('says of a long title the beginning, so that its parts are told apart', () => {
    const [server, work] = pull({ ...item, title: 't'.repeat(160) }, year);
    expect([server?.label.length, server?.label.slice(-17)]).toEqual([160, '…: PowerEdge R450']);
    expect([work?.label.length, work?.label.slice(-7)]).toEqual([160, '…: work']);
  });

  it('numbers costs of one label, and none is taken for the hours', () => {
    const costs = ['Firewall', 'Firewall', LABOUR, 'Firewall #2'].map((label) => cost({ label }));
    expect(pull({ ...item, costs }, year).map(({ source }) => source.part)).toEqual([
      'Firewall',
      'Firewall #3',
      'labour #2',
      'Firewall #2',
      LABOUR,
    ]);
  });

  it('takes a cost that recurs since years into the budget of this one, for whole years from its start', () => {
    const renewal = (startDate: string, own: object = {}) => kept({ ...item, hours: 0, costs: [cost(own)], startDate });
    expect(renewal('2026-02-01')).toMatchObject({ termMonths: 24, amountMinor: 30_000 });
    expect(renewal('2026-02-01', { recurrence: 'monthly' })).toMatchObject({ termMonths: 24, amountMinor: 360_000 });
    expect(renewal('2027-10-01')).toMatchObject({ termMonths: 12, amountMinor: 30_000 });
    expect(renewal('2028-02-01')).toMatchObject({ termMonths: 12, amountMinor: 0 });
    expect(renewal('2000-02-01')).toMatchObject({ termMonths: 120 });
  });
});

describe('a line that was pulled', () => {
  it('shows the difference when the item moved on, and none when it did not', () => {
    expect(staleness(line, item, YEAR, 1)).toBeUndefined();
    const dearer = { ...item, v: 4, costs: item.costs.map((one) => ({ ...one, quantity: 3 })) };
    expect(staleness(line, dearer, YEAR, 1)).toMatchObject({
      quantity: 3,
      amountMinor: 2_235_000,
      differenceMinor: 745_000,
      gone: false,
    });
    expect(staleness({ ...line, keptVersion: 4 }, dearer, YEAR, 1)).toBeUndefined();
  });

  it('tells a new date although the amount is the same', () => {
    const later = staleness(line, { ...item, v: 4, startDate: '2027-05-01' }, YEAR, 1);
    expect(later).toMatchObject({ startDate: '2027-05-01', amountMinor: 1_490_000, differenceMinor: 0 });
  });

  it('says so when the item or the part is gone', () => {
    expect(staleness(line, undefined, YEAR, 1)).toMatchObject({ gone: true, differenceMinor: -1_490_000 });
    expect(staleness(line, { ...item, costs: [] }, YEAR, 1)).toMatchObject({ gone: true });
    expect(staleness({ ...line, source: undefined }, undefined, YEAR, 1)).toBeUndefined();
  });

  it('is held against its own part, whatever other cost has its label', () => {
    const two = { ...item, costs: [cost({ unitMinor: 100_000, recurrence: 'one-time' }), cost({})] };
    const [, yearly] = pull(two, year);
    const second = { ...yearly, budgetLineId: id, note: '', status: 'draft', amountMinor: 30_000 } as BudgetLine;
    expect(staleness(second, { ...two, v: 4 }, YEAR, 1)).toBeUndefined();
  });

  it('keeps its term while it begins as before, and reaches through the year when it begins earlier', () => {
    const own = { ...item, hours: 0, costs: [cost({})] };
    const agreed = { ...kept(own), termMonths: 36 };
    const dearer = { ...own, v: 4, costs: [cost({ unitMinor: 40_000 })] };
    expect(pulledAnew(agreed, dearer, year.end)).toMatchObject({ unitMinor: 40_000, termMonths: 36 });
    const earlier = { ...dearer, startDate: '2026-02-01' };
    expect(pulledAnew(kept(own), earlier, year.end)).toMatchObject({ termMonths: 24 });
    expect(staleness(kept(own), earlier, YEAR, 1)).toMatchObject({ amountMinor: 40_000, differenceMinor: 10_000 });
    const once = kept({ ...own, costs: [cost({ recurrence: 'one-time' })], startDate: '2026-02-01' });
    expect(pulledAnew(once, earlier, year.end)).toMatchObject({ recurrence: 'annual', termMonths: 24 });
  });
});

it('a line that was taken once stays readable, whatever is asked of new ones since', () => {
  const odd = { ...line, label: 'x'.repeat(400), quantity: 2.345, termMonths: 0, note: 'n'.repeat(2_000) };
  const source = { plannerItemId: id, part: 'p'.repeat(300) };
  expect(BudgetLine.parse({ ...odd, source })).toEqual({ ...odd, source });
});

it('a cost of the planner takes two decimals, as the line does that is pulled from it', () => {
  for (const quantity of [0.07, 2.03, 31.29, 99_999.99])
    expect(CostLine.safeParse(cost({ quantity })).error).toBeUndefined();
  expect(CostLine.safeParse(cost({ quantity: 2.345 })).error?.issues[0]?.message).toBe('Use at most two decimals.');
});
