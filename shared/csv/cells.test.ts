import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/calendar.ts';
import { readAmount } from './amounts.ts';
import { dateCell, priceCell } from './cells.ts';
import { dayOrderOf, readDate } from './dates.ts';

const date = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1971-01-01', days));

describe('a date', () => {
  it.each([
    ['2027-03-31', '2027-03-31'],
    ['2027/3/1', '2027-03-01'],
    ['2027-03-31T08:00:00Z', '2027-03-31'],
    ['2027-03-31 08:00', '2027-03-31'],
    ['31.3.2027', '2027-03-31'],
    ['31-Mar-27', '2027-03-31'],
    ['1 September 2026', '2026-09-01'],
    ['March 31, 2027', '2027-03-31'],
    ['sep. 3 2026', '2026-09-03'],
    ['12/31/2026', '2026-12-31'],
    ['1/2/26 00:00', '2026-01-02'],
    ['1/2/70', '1970-01-02'],
    ['29.02.2028', '2028-02-29'],
    ['29.02.2027', undefined],
    ['31/12/2026', undefined],
    ['2027-13-01', undefined],
    ['3 Fbr 2027', undefined],
    ['3 Marble 2027', undefined],
    ['Sept 3, 2026', '2026-09-03'],
    ['1/2-2027', undefined],
    ['soon', undefined],
    ['45012', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(readDate(text, 'month-first')).toBe(expected);
  });

  it('reads as it was written, in either order', () => {
    fc.assert(
      fc.property(date, (given) => {
        const [year = '', month = '', day = ''] = given.split('-');
        expect(readDate(`${day}/${month}/${year}`, 'day-first')).toBe(given);
        expect(readDate(`${Number(month)}/${Number(day)}/${year}`, 'month-first')).toBe(given);
        expect(readDate(given, 'day-first')).toBe(given);
      }),
    );
  });

  it('has an order that a column tells where one of its dates can be read one way only', () => {
    expect(dayOrderOf(['1/2/2026', '', '13/2/2026'])).toBe('day-first');
    expect(dayOrderOf(['1-2-2026', '2-13-2026'])).toBe('month-first');
    expect(dayOrderOf(['1/2/2026', '31.12.2026', '2026-12-31', 'soon'])).toBeUndefined();
  });
});

describe('an amount', () => {
  it.each([
    ['1,234.50', 123_450],
    ['1.234,50 €', 123_450],
    ['$1 234', 123_400],
    ['USD 1,250', 125_000],
    ['1,250 USD', 125_000],
    ['1,250', 125_000],
    ['1,250,000.5', 125_000_050],
    ["1'250.00", 125_000],
    ['12,5', 1_250],
    ['.5', undefined],
    ['-12.00', -1_200],
    ['-$12', -1_200],
    ['$-12', -1_200],
    ['(12.00)', -1_200],
    ['-0', 0],
    ['12.345,6', 1_234_560],
    ['12.3456', undefined],
    ['12,34,567', undefined],
    ['1.2.3', undefined],
    ['99999999999999999', undefined],
    ['about 12', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(readAmount(text, 2)).toBe(expected);
  });

  it('has as many digits as its currency', () => {
    expect(readAmount('1,250', 0)).toBe(1_250);
    expect(readAmount('12.5', 0)).toBeUndefined();
    expect(readAmount('1.250', 3)).toBe(1_250);
  });

  it('reads as it was written, in the ways of several countries', () => {
    const locale = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH');
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), locale, (minor, country) => {
        const text = new Intl.NumberFormat(country, { minimumFractionDigits: 2 }).format(minor / 100);
        expect(readAmount(text.replaceAll('’', "'"), 2)).toBe(minor);
      }),
    );
  });
});

describe('a cell', () => {
  const sentenceOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
    result.error?.issues.map(({ message }) => message);

  it('says what would do', () => {
    expect(sentenceOf(dateCell('day-first').safeParse('soon'))).toEqual([
      'Use a date such as 2027-03-31 or 31/03/2027.',
    ]);
    expect(sentenceOf(dateCell('month-first').safeParse('31/12/2026'))).toEqual([
      'Use a date such as 2027-03-31 or 03/31/2027.',
    ]);
    expect(sentenceOf(priceCell('USD').safeParse('a lot'))).toEqual(['Use an amount in USD such as 1,250.']);
    expect(sentenceOf(priceCell('USD').safeParse('-5'))).toEqual(['The amount cannot be negative.']);
    expect(sentenceOf(priceCell('USD').safeParse(undefined))).toEqual(['Use an amount in USD such as 1,250.']);
  });

  it('is understood in many ways', () => {
    expect(dateCell('day-first').parse('1/2/2026')).toBe('2026-02-01');
    expect(priceCell('JPY').parse('1,250')).toBe(1_250);
  });
});
