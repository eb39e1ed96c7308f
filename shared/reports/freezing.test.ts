import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountIn } from '../budgets/amounts.ts';
import { LINE_TYPES } from '../budgets/budget.ts';
import type { ClientBudget, ClientLine } from '../budgets/client-budget.ts';
import { addDays } from '../kernel/date.ts';
import { ITEM_STATUSES, type PublishedItem } from '../planner/planner-item.ts';
import { freezeBudget, freezeDecisions, freezeRoadmap } from './freezing.ts';

const item = (title: string, more: Partial<PublishedItem> = {}): PublishedItem => ({
  plannerItemId: title,
  companyId: 'cedar',
  title,
  lane: 'devices',
  status: 'proposed',
  currency: 'USD',
  oneTimeMinor: 1_000,
  monthlyMinor: 0,
  annualMinor: 0,
  publicNote: 'Read by the client.',
  riskIfDeferred: '',
  publishedVersion: 1,
  publishedAt: '2026-11-01T00:00:00.000Z',
  ...more,
});
const WHEN = {
  today: '2026-11-23',
  period: { from: '2026-09-01', to: '2026-11-30' },
  fiscalYearStart: 1,
  timeZone: 'America/New_York',
};

describe('a frozen roadmap', () => {
  test('puts open work into quarters, late work into this one, and work without a date last', () => {
    const frozen = freezeRoadmap(
      [
        item('undated'),
        item('spring', { startDate: '2027-04-01', endDate: '2027-06-30' }),
        item('late', { startDate: '2026-05-01', endDate: '2026-06-30', status: 'in-progress' }),
        item('far', { startDate: '2032-01-01', endDate: '2032-02-01' }),
      ],
      WHEN,
    );
    expect(frozen.groups.map(({ title, items }) => [title, items.map((one) => one.title)])).toEqual([
      ['Q4 2026', ['late']],
      ['Q2 2027', ['spring']],
      ['Later', ['far']],
      ['No date yet', ['undated']],
    ]);
  });

  test("names quarters by the client's fiscal year", () => {
    const frozen = freezeRoadmap([item('a', { startDate: '2026-11-01', endDate: '2026-11-30' })], {
      ...WHEN,
      fiscalYearStart: 7,
    });
    expect(frozen.groups[0]?.title).toBe('Q2 FY27');
  });

  test('tells what was finished inside the period, and leaves out what was declined', () => {
    const completed = { status: 'completed', startDate: '2026-08-01' } as const;
    const frozen = freezeRoadmap(
      [
        item('in', { ...completed, endDate: '2026-09-01' }),
        item('before', { ...completed, endDate: '2026-08-31' }),
        item('declined', { status: 'declined', startDate: '2027-01-01', endDate: '2027-01-31' }),
      ],
      WHEN,
    );
    expect(frozen).toMatchObject({ groups: [], done: [{ title: 'in' }] });
  });

  test('tells work in the period in which it was completed, whenever it was to end', () => {
    const planned = { status: 'completed', startDate: '2026-05-01', endDate: '2026-06-30' } as const;
    const late = item('late', { ...planned, completedAt: '2026-10-01T01:00:00.000Z' });
    const soon = item('soon', { ...planned, endDate: '2026-11-30', completedAt: '2026-08-20T15:00:00.000Z' });
    const inQuarter = (from: string, to: string) =>
      freezeRoadmap([late, soon], { ...WHEN, period: { from, to } }).done.map(({ title, completedOn }) => [
        title,
        completedOn,
      ]);
    expect(inQuarter('2026-04-01', '2026-06-30')).toEqual([]);
    // The evening before, where the client is.
    expect(inQuarter('2026-07-01', '2026-09-30')).toEqual([
      ['late', '2026-09-30'],
      ['soon', '2026-08-20'],
    ]);
    expect(inQuarter('2026-10-01', '2026-12-31')).toEqual([]);
  });

  test('loses no open work and adds up, whatever the dates', () => {
    const day = fc.integer({ min: -800, max: 4_000 }).map((days) => addDays('2026-11-23', days));
    const work = fc.record({
      startDate: fc.option(day, { nil: undefined }),
      status: fc.constantFrom(...ITEM_STATUSES),
      oneTimeMinor: fc.nat(1_000_000),
    });
    fc.assert(
      fc.property(fc.array(work, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (all, fiscalYearStart) => {
        const items = all.map((one, i) => item(`item ${i}`, { ...one, endDate: one.startDate }));
        const open = items.filter(({ status }) => !['completed', 'declined', 'cancelled'].includes(status));
        const { groups } = freezeRoadmap(items, { ...WHEN, fiscalYearStart });
        expect(groups.flatMap((group) => group.items.map(({ title }) => title)).sort()).toEqual(
          open.map(({ title }) => title).sort(),
        );
        const sum = (rows: readonly { oneTimeMinor: number }[]) =>
          rows.reduce((minor, row) => minor + row.oneTimeMinor, 0);
        expect(sum(groups)).toBe(sum(open));
      }),
    );
  });
});

const line = (more: Partial<ClientLine>): ClientLine => ({
  budgetLineId: 'line',
  label: 'Line',
  type: 'hardware',
  quantity: 1,
  unitMinor: 100,
  recurrence: 'one-time',
  startDate: '2027-01-01',
  termMonths: 12,
  note: '',
  status: 'pending',
  amountMinor: 100,
  ...more,
});
const budget = (more: Partial<ClientBudget>): ClientBudget => ({
  budgetId: 'b',
  title: 'Budget',
  fiscalYear: 2027,
  fiscalYearStart: 1,
  currency: 'USD',
  status: 'pending',
  sentVersion: 1,
  lines: [],
  waiting: 0,
  approvedMinor: 0,
  waitingMinor: 0,
  rejectedMinor: 0,
  ...more,
});

describe('a frozen budget', () => {
  test('is the one of the latest year, sent last', () => {
    const chosen = freezeBudget([
      budget({ budgetId: 'old', fiscalYear: 2026, sentAt: '2026-12-01' }),
      budget({ budgetId: 'first', sentAt: '2026-10-01' }),
      budget({ budgetId: 'second', sentAt: '2026-11-01' }),
    ]);
    expect(chosen?.budgetId).toBe('second');
    expect(freezeBudget([])).toBeNull();
  });

  test('adds up every way one can add: by type, by quarter, by answer; what was turned down counts in none', () => {
    const anyLine = fc
      .record({
        type: fc.constantFrom(...LINE_TYPES),
        status: fc.constantFrom('pending', 'approved', 'rejected'),
        recurrence: fc.constantFrom('one-time', 'monthly', 'annual'),
        startDate: fc.integer({ min: 0, max: 364 }).map((days) => addDays('2027-01-01', days)),
        quantity: fc.integer({ min: 0, max: 50 }),
        unitMinor: fc.nat(100_000),
      })
      .map((facts) => line(facts as Partial<ClientLine>))
      .map((one) => ({ ...one, amountMinor: amountIn(one, 2027, 1) }));
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const frozen = freezeBudget([budget({ lines })]);
        const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
        expect(frozen?.totalMinor).toBe((frozen?.approvedMinor ?? 0) + (frozen?.waitingMinor ?? 0));
        expect(sum(frozen?.quarters ?? [])).toBe(frozen?.totalMinor);
        expect(sum((frozen?.types ?? []).map(({ totalMinor }) => totalMinor))).toBe(frozen?.totalMinor);
        expect(sum(frozen?.approvedQuarters ?? [])).toBe(frozen?.approvedMinor);
        expect(sum(frozen?.waitingQuarters ?? [])).toBe(frozen?.waitingMinor);
        for (const { quarters, totalMinor } of frozen?.types ?? []) expect(sum(quarters)).toBe(totalMinor);
      }),
    );
  });
});

test("frozen decisions are those of the period by the client's own calendar, newest first, with names", () => {
  const decision = (at: string, by: string) => ({ at, by, comment: '' });
  const lines = [
    line({ label: 'in', status: 'approved', decision: decision('2026-12-01T03:00:00.000Z', 'kim') }),
    line({ label: 'first', status: 'rejected', decision: decision('2026-09-02T03:00:00.000Z', 'gone') }),
    line({ label: 'after', status: 'approved', decision: decision('2026-12-01T09:00:00.000Z', 'kim') }),
    line({ label: 'open' }),
  ];
  const where = { period: WHEN.period, timeZone: 'America/Los_Angeles' };
  const frozen = freezeDecisions([budget({ lines })], new Map([['kim', 'Kim Day']]), where);
  expect(frozen.map(({ what, name, decision: how }) => [what, name, how])).toEqual([
    ['in', 'Kim Day', 'approved'],
    ['first', '', 'rejected'],
  ]);
  const replaced = freezeDecisions([budget({ lines, status: 'obsolete' })], new Map(), where);
  expect(replaced.map(({ isReplaced }) => isReplaced)).toEqual([true, true]);
});
