import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateWriter, dayNumber, monthTicks } from './month-axis.ts';
import { valueAxis } from './value-axis.ts';

const months = (from: string, to: string, width: number, locale = 'en-US') =>
  monthTicks({ from: dayNumber(from), to: dayNumber(to), range: [0, width], locale }).map(({ label }) => label);

describe('the time axis', () => {
  test('labels every month where there is room, and January with its year', () => {
    expect(months('2026-10-15', '2027-03-02', 600)).toEqual(['Nov', 'Dec', '2027', 'Feb', 'Mar']);
  });

  test('thins to quarters and years when months would touch', () => {
    expect(months('2026-01-01', '2027-12-31', 300)).toEqual(['2026', 'Apr', 'Jul', 'Oct', '2027', 'Apr', 'Jul', 'Oct']);
    expect(months('2020-01-01', '2031-12-31', 300)).toEqual(['2020', '2022', '2024', '2026', '2028', '2030']);
  });

  test('labels days when the span has no two months', () => {
    expect(months('2026-11-02', '2026-11-23', 220)).toEqual(['Nov 2', 'Nov 9', 'Nov 16', 'Nov 23']);
    expect(months('2026-11-02', '2026-11-02', 200)).toEqual(['Nov 2']);
  });

  test('speaks the locale', () => {
    expect(months('2026-02-10', '2026-06-10', 600, 'de-DE')).toEqual(['Mär', 'Apr', 'Mai', 'Jun']);
  });

  test('leaves labels out where not even one fits', () => {
    expect(months('1000-01-01', '9999-12-31', 20)).toEqual([]);
  });

  test('keeps every date on its own day: the number of a date reads back as that date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 2_900_000 }), (days) => {
        const date = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(dayNumber(date)).toBe(days);
      }),
    );
    expect(dateWriter('en-US')('2026-11-23')).toBe('Nov 23, 2026');
  });

  test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-01-01T00:00:00Z', ''])('refuses %j', (text) => {
    expect(() => dayNumber(text)).toThrow('Write it as YYYY-MM-DD.');
  });
});

describe('the value axis', () => {
  const format = (value: number) => `${value}`;
  const axis = (values: number[], options = {}) =>
    valueAxis({ values, fromZero: false, range: [200, 0], format, ...options });

  test('rounds its ends and leaves air around a line', () => {
    expect(axis([38, 53]).ticks.map(({ label }) => label)).toEqual(['30', '40', '50', '60']);
  });

  test('stands on zero for bars, and never goes below zero for a share', () => {
    expect(axis([79_120, 112_343], { fromZero: true }).ticks[0]?.value).toBe(0);
    expect(axis([1, 90]).ticks[0]?.value).toBe(0);
  });

  test('keeps a fixed domain and puts values outside it on its edge', () => {
    const fixed = axis([10, 20], { domain: [0, 100] });
    expect(fixed.ticks.at(-1)?.value).toBe(100);
    expect(fixed.y(500)).toBe(0);
  });

  test('copes with one value, no value and a fixed domain without extent', () => {
    expect(axis([46]).y(46)).toBeCloseTo(100, 5);
    expect(axis([0], { fromZero: true }).y(0)).toBe(200);
    expect(axis([]).ticks.length).toBeGreaterThan(0);
    expect(axis([1, 2], { domain: [5, 5] }).ticks.length).toBeGreaterThan(1);
  });

  test('never repeats a label, even when the format rounds', () => {
    const labels = axis([0, 2], { format: (value: number) => value.toFixed(0) }).ticks.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
