import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../kernel/calendar.ts';
import { coveredBy, latestDue, nextDate, proposal } from './occurrences.ts';
import { Rule } from './schedule.ts';

const rules = fc.oneof(
  fc.record({
    every: fc.constantFrom('month' as const, 'quarter' as const),
    on: fc.constant('day' as const),
    count: fc.integer({ min: 1, max: 28 }),
  }),
  fc.constantFrom(['month', 3] as const, ['quarter', 12] as const).chain(([every, max]) =>
    fc.record({
      every: fc.constant(every),
      on: fc.constant('weeks-before-end' as const),
      count: fc.integer({ min: 1, max }),
    }),
  ),
);
const days = fc.integer({ min: 0, max: 4_000 }).map((offset) => addDays('2024-01-01', offset));
const months = fc.integer({ min: 1, max: 12 });
const quarterly: Rule = { every: 'quarter', on: 'weeks-before-end', count: 2 };
const monthly: Rule = { every: 'month', on: 'day', count: 5 };

describe('the day on which a report is due', () => {
  test.each([
    [monthly, '2026-11-04', 1, '2026-11-05'],
    [monthly, '2026-11-05', 1, '2026-12-05'],
    [quarterly, '2026-11-22', 1, '2026-12-17'],
    [quarterly, '2026-12-17', 1, '2027-03-17'],
    [{ every: 'quarter', on: 'day', count: 10 } as const, '2026-11-22', 4, '2027-01-10'],
    [{ every: 'quarter', on: 'day', count: 10 } as const, '2026-11-22', 2, '2027-02-10'],
    [{ every: 'month', on: 'weeks-before-end', count: 3 } as const, '2027-02-01', 1, '2027-02-07'],
  ])('%j after %s, with a year from month %i, is %s', (rule, after, start, due) => {
    expect(nextDate(rule, after, start)).toBe(due);
  });

  test('comes after the day before, once in each month or quarter, and none is passed over', () => {
    fc.assert(
      fc.property(rules, days, months, (rule, after, start) => {
        expect(Rule.safeParse(rule).success).toBe(true);
        const first = nextDate(rule, after, start);
        const second = nextDate(rule, first, start);
        expect(first > after && second > first).toBe(true);
        const span = rule.every === 'month' ? 1 : 3;
        expect(first <= addMonths(after, span + 1)).toBe(true);
        // From due day to due day it is a month or a quarter, give or take the days that months differ by.
        const expected = addMonths(first, span);
        expect(second >= addDays(expected, -4) && second <= addDays(expected, 4)).toBe(true);
        // Whatever lies between leads to the same day.
        expect(nextDate(rule, addDays(second, -1), start)).toBe(second);
      }),
    );
  });

  test('that passed while nobody looked counts once: the latest one', () => {
    expect(latestDue(monthly, '2026-08-05', '2026-11-22', 1)).toBe('2026-11-05');
    expect(latestDue(monthly, '2026-11-05', '2026-11-05', 1)).toBe('2026-11-05');
  });

  test('needs weeks that the month or quarter has, and a day that every month has', () => {
    const pathOf = (rule: object) => Rule.safeParse(rule).error?.issues[0]?.path[0];
    expect(pathOf({ every: 'month', on: 'weeks-before-end', count: 4 })).toBe('count');
    expect(pathOf({ every: 'quarter', on: 'weeks-before-end', count: 13 })).toBe('count');
    expect(pathOf({ every: 'month', on: 'day', count: 29 })).toBe('count');
  });
});

describe('what a report speaks about', () => {
  test.each([
    [monthly, '2026-12-05', 1, 'Monthly report, November 2026', '2026-11-01', '2026-11-30'],
    [
      { ...monthly, every: 'quarter' } as const,
      '2027-01-05',
      1,
      'Quarterly review, Q4 2026',
      '2026-10-01',
      '2026-12-31',
    ],
    [quarterly, '2026-12-17', 1, 'Quarterly review, Q4 2026', '2026-10-01', '2026-12-17'],
    [quarterly, '2026-12-17', 7, 'Quarterly review, Q2 FY27', '2026-10-01', '2026-12-17'],
  ])('%j on %s', (rule, date, start, title, from, to) => {
    expect(coveredBy(rule, date, start)).toEqual({ title, period: { from, to } });
  });

  test('by hand is the quarter under way, in its first weeks with the one before', () => {
    expect(proposal('2026-11-22', 1)).toEqual({
      title: 'Quarterly review, Q4 2026',
      period: { from: '2026-10-01', to: '2026-11-22' },
    });
    expect(proposal('2026-10-09', 1).period).toEqual({ from: '2026-07-01', to: '2026-10-09' });
  });
});
