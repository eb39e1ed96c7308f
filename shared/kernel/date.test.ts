import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateIn, daysBetween, fiscalQuarter, fiscalYear, isTimeZone, monthOf } from './date.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const month = fc.integer({ min: 1, max: 12 });
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

describe('calendar dates', () => {
  it('add days and count them back, over every change of clocks', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (date, n) => daysBetween(date, addDays(date, n)) === n),
    );
  });

  it('keep the day of the month, or the last one that the month has', () => {
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2027-03-15', -3)).toBe('2026-12-15');
    expect(monthOf('2027-03-15')).toBe('2027-03');
    fc.assert(
      fc.property(day, fc.integer({ min: -480, max: 480 }), (date, n) => {
        const moved = addMonths(date, n);
        expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
        const index = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(index(moved) - index(date)).toBe(n);
      }),
    );
  });

  it('are what people in a zone read on their calendar', () => {
    const instant = new Date('2026-11-23T02:30:00Z');
    expect(dateIn('America/Los_Angeles', instant)).toBe('2026-11-22');
    expect(dateIn('Asia/Tokyo', instant)).toBe('2026-11-23');
    fc.assert(
      fc.property(
        zone,
        fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (name, at) => {
          const there = dateIn(name, at);
          expect(Math.abs(daysBetween(at.toISOString().slice(0, 10), there))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('fall into exactly one fiscal quarter, which lies in its fiscal year', () => {
    expect(fiscalQuarter('2026-11-23', 1)).toEqual({ year: 2026, quarter: 4, start: '2026-10-01', end: '2026-12-31' });
    expect(fiscalQuarter('2026-11-23', 7)).toEqual({ year: 2027, quarter: 2, start: '2026-10-01', end: '2026-12-31' });
    fc.assert(
      fc.property(day, month, (date, start) => {
        const quarter = fiscalQuarter(date, start);
        const year = fiscalYear(quarter.year, start);
        expect(quarter.start <= date && date <= quarter.end).toBe(true);
        expect(year.start <= quarter.start && quarter.end <= year.end).toBe(true);
        expect(fiscalQuarter(addDays(quarter.end, 1), start).start).toBe(addDays(quarter.end, 1));
      }),
    );
  });

  it('know real zones from others', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
