import { expect, it } from 'vitest';
import { currencyLabel, currencyOptions, guessedRegion, localeOptions, zoneOptions } from './region-options.ts';

it('offers languages with how they write dates and numbers', () => {
  const british = localeOptions('en-US').find(({ value }) => value === 'en-GB');
  expect(british?.label).toBe('British English (23/11/2026, 1,234.5)');
});

it('keeps what is saved among the choices, and lists nothing twice', () => {
  for (const [options, saved] of [
    [localeOptions('en-IN'), 'en-IN'],
    [localeOptions('en-US'), 'en-US'],
    [zoneOptions('UTC'), 'UTC'],
    [zoneOptions('America/Denver'), 'America/Denver'],
    [currencyOptions('USD'), 'USD'],
  ] as const) {
    expect(options.filter(({ value }) => value === saved)).toHaveLength(1);
  }
});

it('names zones and currencies as people know them', () => {
  expect(zoneOptions('America/Los_Angeles').find(({ value }) => value === 'America/Los_Angeles')?.label).toBe(
    'America/Los Angeles',
  );
  expect(currencyLabel('CAD')).toBe('CAD · Canadian Dollar');
});

it('guesses something that the API takes', () => {
  const { locale, timeZone, currency } = guessedRegion();
  expect(Intl.getCanonicalLocales(locale)).toHaveLength(1);
  expect(timeZone).not.toBe('');
  expect(currency).toMatch(/^[A-Z]{3}$/);
});
