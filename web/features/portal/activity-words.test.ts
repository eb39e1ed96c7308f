import { expect, it } from 'vitest';
import { monthOf } from './activity-search.ts';
import { monthsSince, sentenceOf, whoOf } from './activity-words.ts';

it('says what was done, also where the record is not to be seen any more', () => {
  expect(sentenceOf({ event: 'budget-sent', about: ['IT budget 2027'] })).toEqual({
    what: 'Sent "IT budget 2027" for approval',
  });
  expect(sentenceOf({ event: 'item-withdrawn', about: [] })).toEqual({ what: 'Took an item off the roadmap' });
  expect(sentenceOf({ event: 'item-followed', about: ['New servers', 'New phones'] })).toEqual({
    what: 'Updated the roadmap after an answer',
    things: 'New servers, New phones',
  });
});

it('says who: staff with their MSP, colleagues by name, and nobody', () => {
  const who = (by: 'msp' | 'company' | 'system', name?: string, mine = false) =>
    whoOf({ by, mine, ...(name ? { name } : {}) }, 'Northlight');
  expect([who('msp', 'Dana'), who('msp'), who('company', 'Karen'), who('company'), who('system')]).toEqual([
    'Dana, Northlight',
    'Northlight',
    'Karen',
    'A colleague',
    'Automatic',
  ]);
  expect(who('company', 'Karen', true)).toBe('You');
});

it('offers every month since the company came', () => {
  expect(monthsSince('2026-11', '2027-02')).toEqual(['2027-02', '2027-01', '2026-12', '2026-11']);
  expect(monthsSince('2027-02', '2027-02')).toEqual(['2027-02']);
});

it('takes a month from the address, and nothing else', () => {
  expect(['2026-11', '2026-13', 'May', undefined].map(monthOf)).toEqual(['2026-11', undefined, undefined, undefined]);
});
