import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fiscalQuarter } from '../kernel/date.ts';
import {
  dayPosition,
  daysInMonth,
  monthEnd,
  monthIndex,
  monthStart,
  moveByMonths,
  moveToQuarter,
  quarterAt,
  quartersFrom,
  resizeByMonths,
  type Span,
  windowOf,
} from './roadmap-quarters.ts';

const month = fc.integer({ min: 2000 * 12, max: 2100 * 12 });
const date = fc.tuple(month, fc.integer({ min: 1, max: 31 })).map(([index, day]) => {
  return `${monthStart(index).slice(0, 8)}${String(Math.min(day, daysInMonth(index))).padStart(2, '0')}`;
});
const span = fc.tuple(date, date).map(([a, b]): Span => (a <= b ? { start: a, end: b } : { start: b, end: a }));
const steps = fc.integer({ min: -40, max: 40 });
const length = ({ start, end }: Span) => monthIndex(end) - monthIndex(start);

describe('quarters', () => {
  test('begin with the one that holds today', () => {
    const quarters = quartersFrom('2026-11-23', 3);
    expect(quarters.map(({ name }) => name)).toEqual(['Q4 2026', 'Q1 2027', 'Q2 2027']);
    expect(quarters[1]).toMatchObject({ start: '2027-01-01', end: '2027-03-31' });
  });

  test('follow a fiscal year and bear the year in which it ends', () => {
    const quarters = quartersFrom('2026-11-23', 4, 7);
    expect(quarters.map(({ name }) => name)).toEqual(['Q2 FY27', 'Q3 FY27', 'Q4 FY27', 'Q1 FY28']);
    expect(quarters[0]).toMatchObject({ start: '2026-10-01', end: '2026-12-31' });
    expect(quartersFrom('2026-01-31', 1, 2)[0]).toMatchObject({ label: 'Q4', yearLabel: 'FY26', start: '2025-11-01' });
  });

  test('agree with the fiscal calendar of the rest of the product, for every day and start month', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 12 }), (day, startMonth) => {
        const [quarter] = quartersFrom(day, 1, startMonth);
        const reference = fiscalQuarter(day, startMonth);
        expect(quarter).toMatchObject({ label: `Q${reference.quarter}`, start: reference.start, end: reference.end });
        expect(quarter?.yearLabel.slice(-2)).toBe(String(reference.year).slice(-2));
      }),
    );
  });

  test('find the quarter of a date, or the side on which it lies outside', () => {
    const quarters = quartersFrom('2026-11-23', 2);
    expect(['2026-09-30', '2026-10-01', '2027-03-31', '2027-04-01'].map((day) => quarterAt(day, quarters))).toEqual([
      -1, 0, 1, 2,
    ]);
    expect(windowOf(quarters)).toEqual({ first: monthIndex('2026-10-05'), last: monthIndex('2027-03-05') });
    expect(windowOf([])).toEqual({ first: 24_000, last: 24_000 });
  });
});

describe('months', () => {
  test('know their last day, leap years included', () => {
    expect(
      ['2026-02-01', '2028-02-01', '2100-02-01', '2000-02-01', '2026-11-01'].map((day) =>
        monthEnd(monthIndex(day)).slice(8),
      ),
    ).toEqual(['28', '29', '28', '29', '30']);
  });

  test('place a day between the edges of its month', () => {
    expect(dayPosition('2026-10-01', monthIndex('2026-10-01'))).toBe(0);
    expect(dayPosition('2026-11-16', monthIndex('2026-10-01'))).toBe(1.5);
  });

  test.each(['2026-13-01', '2026-00-10', '26-01-01', 'soon'])('refuse %j', (text) => {
    expect(() => monthIndex(text)).toThrow('is not a date. Write it as YYYY-MM-DD.');
  });
});

describe('moving', () => {
  const window = windowOf(quartersFrom('2026-11-23', 8));

  test('snaps to whole months and keeps the length', () => {
    const moved = moveByMonths({ start: '2027-01-16', end: '2027-02-06' }, 1, window);
    expect(moved).toEqual({ start: '2027-02-01', end: '2027-03-31' });
  });

  test('leaves the days alone when nothing moves', () => {
    const item = { start: '2027-01-16', end: '2027-02-06' };
    expect(moveByMonths(item, 0, window)).toBe(item);
    expect(resizeByMonths(item, 0, window)).toBe(item);
  });

  test('keeps its length, lands on whole months and never starts further outside the window', () => {
    fc.assert(
      fc.property(span, steps, (item, by) => {
        const moved = moveByMonths(item, by, window);
        expect(length(moved)).toBe(length(item));
        const before = monthIndex(item.start);
        const after = monthIndex(moved.start);
        expect(after).toBeGreaterThanOrEqual(Math.min(window.first, before));
        expect(after).toBeLessThanOrEqual(Math.max(window.last, before));
        if (moved !== item)
          expect([moved.start, moved.end]).toEqual([monthStart(after), monthEnd(monthIndex(moved.end))]);
      }),
    );
  });

  test('there and back is the same months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 10 }), fc.integer({ min: -4, max: 4 }), (offset, by) => {
        const item = { start: monthStart(window.first + offset), end: monthEnd(window.first + offset + 2) };
        expect(moveByMonths(moveByMonths(item, by, window), -by, window)).toEqual(item);
      }),
    );
  });
});

describe('changing the length', () => {
  const window = windowOf(quartersFrom('2026-11-23', 8));

  test('moves the end to the last day of a month and leaves the start', () => {
    expect(resizeByMonths({ start: '2027-01-16', end: '2027-02-06' }, 1, window)).toEqual({
      start: '2027-01-16',
      end: '2027-03-31',
    });
  });

  test('keeps at least the month of the start, and the end in the window', () => {
    fc.assert(
      fc.property(span, steps, (item, by) => {
        const resized = resizeByMonths(item, by, window);
        expect(resized.start).toBe(item.start);
        expect(resized.end >= item.start).toBe(true);
        expect(monthIndex(resized.end)).toBeLessThanOrEqual(Math.max(window.last, monthIndex(item.end)));
      }),
    );
  });
});

describe('moving to a quarter', () => {
  const [, next] = quartersFrom('2026-11-23', 2);
  if (!next) throw new Error('Two quarters were asked for.');

  test('keeps the length in months, and gives the whole quarter to work without a date', () => {
    expect(moveToQuarter({ start: '2026-11-15', end: '2027-02-20' }, next)).toEqual({
      start: '2027-01-01',
      end: '2027-04-30',
    });
    expect(moveToQuarter(null, next)).toEqual({ start: '2027-01-01', end: '2027-03-31' });
  });
});
