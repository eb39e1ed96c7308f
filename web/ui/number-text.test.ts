import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editableMoney, parseMoney, parseNumber } from './number-text.ts';

describe('numbers as people type them', () => {
  it.each([
    ['1,234.5', 'en-US', 1234.5],
    ['$ 1,250', 'en-US', 1250],
    ['1.234,50 €', 'de-DE', 1234.5],
    ['1 234,5', 'fr-FR', 1234.5],
    ['-40', 'en-US', -40],
    ['(40)', 'en-US', -40],
    ['24 h', 'en-US', 24],
    ['.5', 'en-US', 0.5],
  ])('reads %s in %s', (text, locale, value) => {
    expect(parseNumber(text, locale)).toBe(value);
  });

  it('tells empty from wrong', () => {
    expect(parseNumber('  ', 'en-US')).toBeNull();
    expect(parseNumber('soon', 'en-US')).toBeNaN();
    expect(parseNumber('1.2.3', 'en-US')).toBeNaN();
  });
});

describe('money', () => {
  it('refuses more decimals than the currency has', () => {
    expect(parseMoney('1.005', 'USD', 'en-US')).toBeNaN();
    expect(parseMoney('10.5', 'JPY', 'en-US')).toBeNaN();
  });

  it('shows an amount for editing and reads the same amount back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR'),
        (minor, currency, locale) => {
          expect(parseMoney(editableMoney(minor, currency, locale), currency, locale)).toBe(minor);
        },
      ),
    );
  });
});
