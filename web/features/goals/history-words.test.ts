import { expect, it } from 'vitest';
import { historyWords } from './history-words.ts';

it('says what happened to a goal in a few words', () => {
  const said = (verb: Parameters<typeof historyWords>[0]['verb'], ...about: string[]) =>
    historyWords({ verb, about }, 'en-US');
  expect(said('changed', 'progress', 'nextStep', 'odd')).toBe('Changed progress and next step');
  expect(said('changed', 'odd')).toBe('Changed');
  expect(said('changed', 'standing', 'at-risk')).toBe('Set at risk by hand');
  expect(said('changed', 'standing', 'by-rule')).toBe('Left health to the rule');
  expect(said('turned', 'off-track')).toBe('Turned off track');
  expect(said('created-from-finding', 'id')).toBe('Set from a finding');
  expect(said('on-agenda', 'id')).toBe('Put on an agenda');
  expect(said('budgeted')).toBe('Changed');
});
