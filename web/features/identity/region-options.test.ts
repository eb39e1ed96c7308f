import { expect, it } from 'vitest';
import { currencyOption, guessedRegion, localeOptions, zoneOption } from './region-options.ts';

it('offers languages with how they write dates and numbers, and keeps the saved one', () => {
  const british = localeOptions('en-IN').find(({ value }) => value === 'en-GB');
  expect(british).toMatchObject({ label: 'British English', detail: '23/11/2026 · 1,234.5' });
  expect(localeOptions('en-IN').some(({ value }) => value === 'en-IN')).toBe(true);
  expect(localeOptions('en-US').filter(({ value }) => value === 'en-US')).toHaveLength(1);
});

it('names zones and currencies as people know them', () => {
  expect(zoneOption('America/Los_Angeles').label).toBe('America/Los Angeles');
  expect(currencyOption('CAD').label).toBe('CAD · Canadian Dollar');
});

it('guesses something that the API takes', () => {
  const { locale, timeZone, currency } = guessedRegion();
  expect(Intl.getCanonicalLocales(locale)).toHaveLength(1);
  expect(timeZone).not.toBe('');
  expect(currency).toMatch(/^[A-Z]{3}$/);
});
