import { describe, expect, test } from 'vitest';
import type { ClientBudget } from '../budgets/client-budget.ts';
import type { PublishedItem } from '../planner/planner-item.ts';
import { nextUp, portalBudget, portalItems, waitingItems, waitingOf } from './client-views.ts';

const item = (plannerItemId: string, more: Partial<PublishedItem> = {}): PublishedItem => ({
  plannerItemId,
  companyId: 'cedar',
  title: plannerItemId,
  lane: 'devices',
  status: 'proposed',
  currency: 'USD',
  oneTimeMinor: 100,
  monthlyMinor: 0,
  annualMinor: 0,
  publicNote: '',
  riskIfDeferred: '',
  publishedVersion: 1,
  publishedAt: '2026-11-01T00:00:00.000Z',
  ...more,
});

const line = (plannerItemId: string, status: 'pending' | 'approved', by?: string): ClientBudget['lines'][number] => ({
  budgetLineId: `line-${plannerItemId}`,
  label: plannerItemId,
  type: 'hardware',
  quantity: 1,
  unitMinor: 100,
  recurrence: 'one-time',
  startDate: '2027-01-01',
  termMonths: 12,
  note: '',
  status,
  amountMinor: 100,
  plannerItemId,
  ...(by ? { decision: { by, at: '2026-11-02T00:00:00.000Z', comment: 'Go' } } : {}),
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

describe('what waits for the client', () => {
  test('is counted over all budgets, with the earliest day asked for', () => {
    const budgets = [
      budget({ waiting: 2, waitingMinor: 300, dueDate: '2026-12-24' }),
      budget({ waiting: 1, waitingMinor: 50, dueDate: '2026-12-04' }),
      budget({ waiting: 0, dueDate: '2026-01-01' }),
    ];
    expect(waitingOf(budgets)).toEqual({ lines: 3, budgets: 2, amountMinor: 350, dueDate: '2026-12-04' });
  });

  test('marks the work that the lines were pulled from', () => {
    const waiting = waitingItems([budget({ lines: [line('servers', 'pending'), line('desktops', 'approved')] })]);
    expect(
      portalItems([item('desktops'), item('servers')], waiting).map((one) => [one.plannerItemId, one.waiting]),
    ).toEqual([
      ['desktops', false],
      ['servers', true],
    ]);
  });
});

describe('what comes next', () => {
  const items = portalItems(
    [
      item('later', { startDate: '2027-04-01', endDate: '2027-06-30' }),
      item('undated'),
      item('over', { startDate: '2026-09-01', endDate: '2026-09-30' }),
      item('late', { startDate: '2026-09-01', endDate: '2026-09-30', status: 'in-progress' }),
      item('done', { startDate: '2027-01-01', endDate: '2027-01-31', status: 'completed' }),
      item('soon', { startDate: '2027-01-04', endDate: '2027-03-31' }),
    ],
    new Set(),
  );

  test('is open work with a date that has not ended, or still runs, soonest first', () => {
    expect(nextUp(items, '2026-11-23').map(({ title }) => title)).toEqual(['late', 'soon', 'later']);
  });

  test('says nothing of company ids and versions', () => {
    expect(Object.keys(items[0] ?? {})).not.toContain('companyId');
    expect(Object.keys(items[0] ?? {})).not.toContain('publishedVersion');
  });
});

test('a decision names colleagues, says what the reader did, and shows no ids of people', () => {
  const lines = [line('a', 'approved', 'kim'), line('b', 'approved', 'me'), line('c', 'approved', 'gone')];
  const seen = portalBudget(
    budget({ lines }),
    new Map([
      ['kim', 'Kim Day'],
      ['me', 'Mia May'],
    ]),
    'me',
  );
  expect(seen.lines.map(({ decision }) => decision)).toEqual([
    { at: '2026-11-02T00:00:00.000Z', comment: 'Go', mine: false, name: 'Kim Day' },
    { at: '2026-11-02T00:00:00.000Z', comment: 'Go', mine: true, name: 'Mia May' },
    { at: '2026-11-02T00:00:00.000Z', comment: 'Go', mine: false },
  ]);
  expect(JSON.stringify(seen)).not.toContain('"by"');
});
