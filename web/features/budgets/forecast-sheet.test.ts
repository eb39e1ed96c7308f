import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../shared/budgets/forecast.ts';
import { inPeriod, periodsOf } from './forecast-periods.ts';
import { asCsv, asText, sheetOf } from './forecast-sheet.ts';

const cell = (year: number, ...quarters: [number, number, number, number]) => ({ year, quarters });
const forecast = {
  currency: 'USD',
  fiscalYearStart: 7,
  years: [2026, 2027],
  categories: [{ label: 'Hardware, "all"', cells: [cell(2026, 0, 0, 0, 0), cell(2027, 100, 0, 1_250, 50)] }],
  totals: [cell(2026, 0, 0, 0, 0), cell(2027, 100, 0, 1_250, 50)],
} as unknown as Forecast;

describe('the columns of a forecast', () => {
  it('are its fiscal years, and the quarters of one of them before it', () => {
    const shown = periodsOf(forecast, 2027, 'en-US');
    expect(shown.map(({ id }) => id)).toEqual(['2026', '2027q1', '2027q2', '2027q3', '2027q4', '2027']);
    expect(shown[1]).toMatchObject({ short: 'Q1 FY27', name: 'Q1 FY27, Jul–Sep' });
    expect(shown.map((period) => inPeriod(forecast.totals, period))).toEqual([0, 100, 0, 1_250, 50, 1_400]);
  });
});

describe('a forecast for a spreadsheet', () => {
  const sheet = sheetOf(forecast, periodsOf(forecast, undefined, 'en-US'));

  it('has a head, a row a category and the totals, in whole units of the currency', () => {
    expect(sheet).toEqual([
      ['Category (USD)', 'FY26', 'FY27'],
      ['Hardware, "all"', '0.00', '14.00'],
      ['Total', '0.00', '14.00'],
    ]);
  });

  it('quotes what needs it and runs no formula', () => {
    expect(asCsv(sheet)).toContain('"Hardware, ""all""",0.00,14.00\r\n');
    expect(asCsv([['=1+1', '-2.50', '-cmd']])).toBe("\uFEFF'=1+1,-2.50,'-cmd\r\n");
    expect(asText([['=1+1', 'a\tb']])).toBe("'=1+1\ta b");
  });
});
