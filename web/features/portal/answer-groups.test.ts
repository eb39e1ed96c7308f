import { describe, expect, it } from 'vitest';
import type { PortalBudget, PortalItem, PortalLine } from '../../../shared/portal/portal.ts';
import { costOf, groupsOf, monthsOf, partName } from './answer-groups.ts';

const line = (budgetLineId: string, facts: Partial<PortalLine>): PortalLine => ({
  budgetLineId,
  label: 'Imaging servers: PowerEdge',
  type: 'hardware',
  quantity: 2,
  unitMinor: 745_000,
  recurrence: 'one-time',
  startDate: '2027-01-16',
  termMonths: 12,
  note: '',
  status: 'pending',
  amountMinor: 1_490_000,
  ...facts,
});
const budget = (lines: PortalLine[]) =>
  ({ budgetId: 'b', fiscalYear: 2027, fiscalYearStart: 7, currency: 'USD', lines }) as PortalBudget;
const item = {
  plannerItemId: 'servers',
  title: 'Imaging servers',
  publicNote: 'Support ends.',
  riskIfDeferred: 'No fixes.',
  endDate: '2027-03-06',
} as PortalItem;

describe('lines that wait for the client', () => {
  it('stand together by piece of work, with its name and reason, earliest first', () => {
    const lines = [
      line('later', { label: 'Desktops', startDate: '2027-04-01' }),
      line('work', { label: 'Imaging servers: work', type: 'labour', amountMinor: 660_000, plannerItemId: 'servers' }),
      line('boxes', { plannerItemId: 'servers' }),
      line('done', { status: 'approved', plannerItemId: 'servers' }),
    ];
    const groups = groupsOf(budget(lines), [item], 'en-US');
    expect(
      groups.map(({ title, why, when, lines: own }) => [title, why, when, own.map((one) => one.budgetLineId)]),
    ).toEqual([
      ['Imaging servers', 'Support ends.', 'Jan – Mar 2027', ['boxes', 'work']],
      ['Desktops', '', 'Apr 2027', ['later']],
    ]);
  });

  it('are named by what they are within the piece of work', () => {
    expect(partName({ label: 'Imaging servers: work' }, 'Imaging servers')).toBe('Work');
    expect(partName({ label: 'Desktops' }, 'Desktops')).toBe('Desktops');
  });

  it('say the price as it is paid, and the sum of the year when they are paid differently', () => {
    const monthly = line('m', { recurrence: 'monthly', quantity: 31, unitMinor: 400, amountMinor: 148_800 });
    const of = (...lines: PortalLine[]) => costOf({ lines, budget: budget(lines) });
    expect(of(line('a', {}))).toEqual({ minor: 1_490_000, often: 'once' });
    expect(of(monthly)).toEqual({ minor: 12_400, often: 'a month' });
    expect(of({ ...monthly, recurrence: 'annual' })).toEqual({ minor: 12_400, often: 'a year' });
    expect(of(line('a', {}), monthly)).toEqual({ minor: 1_638_800, often: 'in FY27' });
  });

  it('name a span of months once as short as it can be read', () => {
    expect(monthsOf('2027-01-16', '2027-01-30', 'en-US')).toBe('Jan 2027');
    expect(monthsOf('2026-12-01', '2027-01-30', 'en-US')).toBe('Dec 2026 – Jan 2027');
  });
});
