import { expect, it } from 'vitest';
import { quarterOptions } from './quarter-options.ts';

it('offers two years of quarters from today on, and no date', () => {
  const options = quarterOptions('2026-11-23', 1, 'en-US');
  expect(options.map(({ label }) => label)).toEqual([
    'Q4 2026',
    'Q1 2027',
    'Q2 2027',
    'Q3 2027',
    'Q4 2027',
    'Q1 2028',
    'Q2 2028',
    'Q3 2028',
    'No date yet',
  ]);
  expect(options[1]).toMatchObject({ value: '2027-01-01', dates: { start: '2027-01-01', end: '2027-03-31' } });
  expect(options.at(-1)?.dates).toBeUndefined();
});

it('follows the fiscal year of the client', () => {
  expect(quarterOptions('2026-11-23', 7, 'en-US')[0]).toMatchObject({ label: 'Q2 FY27', value: '2026-10-01' });
});

it('names quarters by their months when they are of several clients', () => {
  expect(quarterOptions('2026-11-23', undefined, 'en-US')[1]?.label).toBe('Jan – Mar 2027');
});
