import { describe, expect, it } from 'vitest';
import { addDays, addMonths, fiscalYear } from '../../../shared/kernel/date.ts';
import { CLIENTS } from '../client-facts.ts';
import { BEGUN_MONTHS } from './history.ts';
import { PASTS } from './pasts.ts';
import { yearsOf } from './years.ts';

const MONTHS_OF_HISTORY = 24;

/** Days on which somebody may start the demo: every third of two years, leap day and ends of months among them. */
const DAYS = Array.from({ length: 244 }, (_, at) => addDays('2027-01-01', at * 3));

/** The past of each client as it is told on a day. */
const toldOn = (today: string) =>
  CLIENTS.flatMap(({ key, fiscalYearStart }) => {
    const past = PASTS[key];
    return past ? [{ key, past, fiscalYearStart, years: yearsOf(past, today, fiscalYearStart) }] : [];
  });

describe('the past of the demo, whatever day it is told on', () => {
  it('holds each work in the budget of the fiscal year in which it began, agreed upon before', () => {
    for (const today of DAYS)
      for (const { key, past, fiscalYearStart, years } of toldOn(today)) {
        expect(years.flatMap(({ work }) => work).length, key).toBe(past.work.length);
        for (const { fiscalYear: year, monthsAgo, work } of years) {
          const { start, end } = fiscalYear(year, fiscalYearStart);
          expect(addMonths(today, -monthsAgo) < start, `${key}, ${today}`).toBe(true);
          expect(monthsAgo).toBeLessThan(BEGUN_MONTHS);
          for (const { title, monthsAgo: ended } of work) {
            const began = addDays(addMonths(today, -ended), -28);
            expect(began >= start && began <= end, `${title}, ${today}`).toBe(true);
          }
        }
      }
  });

  it('goes back two years, in the order in which it happened', () => {
    for (const { key, past } of toldOn('2026-11-23')) {
      const reviews = past.reviews.map(({ monthsAgo }) => monthsAgo);
      expect(reviews, key).toEqual(reviews.toSorted((a, b) => b - a));
      for (const months of [...reviews, ...past.work.map(({ monthsAgo }) => monthsAgo)])
        expect(months, key).toBeLessThanOrEqual(MONTHS_OF_HISTORY);
      for (const { title, since, closed, evidence, reason } of past.goals ?? []) {
        expect(closed, title).toBeLessThan(since);
        expect(Boolean(evidence) !== Boolean(reason), title).toBe(true);
      }
    }
  });

  it('keeps the pace of each client: quarter by quarter, or what its story says instead', () => {
    const reviewsOf = (key: string) =>
      PASTS[key]?.reviews.filter(({ type }) => type === 'qbr').map((one) => one.monthsAgo);
    expect(reviewsOf('hfl')).toEqual([24, 21, 18, 15, 12, 9, 6, 3]);
    expect(reviewsOf('crd')).toEqual([24, 21, 18, 15, 12, 9, 6, 3]);
    expect(reviewsOf('tgm')).toEqual([23, 20, 17, 14, 11, 8, 5, 2]);
    expect(reviewsOf('bct')).toEqual([]);
    expect(Math.min(...(reviewsOf('spb') ?? []))).toBe(9);
    expect(Math.min(...(PASTS.lls?.reviews.map(({ monthsAgo }) => monthsAgo) ?? []))).toBe(5);
  });
});
