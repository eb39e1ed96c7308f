import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../kernel/date.ts';
import { amountIn, byQuarter, type Priced, statusOf, sumsOf, totalOf } from './amounts.ts';
import type { BudgetDetail, BudgetLine } from './budget.ts';
import { Answer, clientView } from './client-budget.ts';

const id = '01j9zq4xk3r8m2n5t7v9w1y3za';

const priced: fc.Arbitrary<Priced> = fc.record({
  quantity: fc.integer({ min: 0, max: 500 }),
  unitMinor: fc.integer({ min: 0, max: 5_000_000 }),
  recurrence: fc.constantFrom('one-time', 'monthly', 'annual'),
  startDate: fc.integer({ min: 0, max: 72 }).map((months) => addMonths('2024-01-15', months)),
  termMonths: fc.integer({ min: 1, max: 120 }),
});
const startMonth = fc.integer({ min: 1, max: 12 });

describe('the amount of a budget line in a fiscal year', () => {
  it('counts a one-time cost in the year it falls into, and in no other', () => {
    const line: Priced = {
      quantity: 2,
      unitMinor: 745_000,
      recurrence: 'one-time',
      startDate: '2027-01-16',
      termMonths: 12,
    };
    expect([2026, 2027, 2028].map((year) => amountIn(line, year, 1))).toEqual([0, 1_490_000, 0]);
    expect(amountIn(line, 2027, 7)).toBe(1_490_000);
  });

  it('counts a monthly cost for the months of the year that its term covers', () => {
    const line: Priced = {
      quantity: 31,
      unitMinor: 400,
      recurrence: 'monthly',
      startDate: '2027-10-01',
      termMonths: 36,
    };
    expect([2026, 2027, 2028, 2030].map((year) => amountIn(line, year, 1))).toEqual([
      0,
      3 * 12_400,
      12 * 12_400,
      9 * 12_400,
    ]);
  });

  it('counts an annual cost on each anniversary', () => {
    const line: Priced = {
      quantity: 1,
      unitMinor: 1_420_000,
      recurrence: 'annual',
      startDate: '2027-02-01',
      termMonths: 36,
    };
    expect([2027, 2028, 2029, 2030].map((year) => amountIn(line, year, 1))).toEqual([
      1_420_000, 1_420_000, 1_420_000, 0,
    ]);
  });

  it('is the sum of its quarters, and over all years the sum of its payments', () => {
    fc.assert(
      fc.property(priced, startMonth, (line, month) => {
        const years = Array.from({ length: 20 }, (_, i) => 2023 + i);
        for (const year of years) {
          expect(byQuarter(line, year, month).reduce((a, b) => a + b, 0)).toBe(amountIn(line, year, month));
        }
        const times =
          line.recurrence === 'one-time' ? 1 : Math.ceil(line.termMonths / (line.recurrence === 'monthly' ? 1 : 12));
        const all = years.reduce((sum, year) => sum + amountIn(line, year, month), 0);
        expect(all).toBe(times * line.quantity * line.unitMinor);
      }),
    );
  });

  it('sums by state, and the total leaves out what was rejected', () => {
    const sums = sumsOf([
      { status: 'approved', amountMinor: 5 },
      { status: 'rejected', amountMinor: 7 },
      { status: 'draft', amountMinor: 11 },
    ]);
    expect(sums).toEqual({ draft: 11, pending: 0, approved: 5, rejected: 7 });
    expect(totalOf(sums)).toBe(16);
  });
});

describe('where a budget stands', () => {
  const of = (sentVersion: number, ...statuses: BudgetLine['status'][]) =>
    statusOf(
      sentVersion,
      statuses.map((status) => ({ status })),
    );

  it('is a draft until lines were sent', () => {
    expect(of(0)).toBe('draft');
    expect(of(0, 'draft', 'draft')).toBe('draft');
  });

  it('is approved once every line is decided and at least one was approved', () => {
    expect(of(1, 'approved', 'rejected')).toBe('approved');
    expect(of(1, 'approved', 'pending')).toBe('pending');
    expect(of(1, 'rejected', 'rejected')).toBe('pending');
  });

  it('opens again for a new draft line, and closes when that line is taken out', () => {
    expect(of(2, 'approved', 'draft')).toBe('pending');
    expect(of(2, 'approved')).toBe('approved');
  });
});

describe('what the client sees of a budget', () => {
  const line = {
    budgetLineId: id,
    label: 'Servers',
    type: 'hardware',
    quantity: 1,
    unitMinor: 10,
    recurrence: 'one-time',
    startDate: '2027-01-01',
    termMonths: 12,
    note: '',
    amountMinor: 10,
  };
  const budget = (statuses: string[], sentVersion = 1) =>
    ({
      budgetId: id,
      title: 'FY27',
      fiscalYear: 2027,
      fiscalYearStart: 1,
      currency: 'USD',
      status: 'pending',
      sentVersion,
      internalNotes: 'CANARY',
      lines: statuses.map((status) => ({ ...line, status, keptVersion: 9, stale: {} })),
    }) as unknown as BudgetDetail;

  it('is the sent lines only, without anything internal', () => {
    const view = clientView(budget(['draft', 'pending', 'approved']));
    expect(view?.lines.map((one) => one.status)).toEqual(['pending', 'approved']);
    expect(view).toMatchObject({ waiting: 1, waitingMinor: 10, approvedMinor: 10, rejectedMinor: 0 });
    expect(JSON.stringify(view)).not.toMatch(/CANARY|stale|keptVersion|internal/);
  });

  it('is nothing while nothing was sent', () => {
    expect(clientView(budget(['draft'], 0))).toBeUndefined();
    expect(clientView(budget(['draft'], 1))).toBeUndefined();
  });

  it('takes a rejection only with a reason', () => {
    expect(Answer.safeParse({ budgetLineId: id, decision: 'approved' }).success).toBe(true);
    const error = Answer.safeParse({ budgetLineId: id, decision: 'rejected', comment: ' ' }).error?.issues[0]?.message;
    expect(error).toContain('Say why not');
  });
});
