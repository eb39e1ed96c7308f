import { expect, it } from 'vitest';
import { historyWords } from './history-words.ts';

it('says what happened to a meeting in a few words', () => {
  const said = (verb: Parameters<typeof historyWords>[0]['verb'], ...about: string[]) =>
    historyWords({ verb, about }, 'en-US');
  expect(said('changed', 'startsAt', 'place', 'odd')).toBe('Changed time and place');
  expect(said('changed', 'agenda')).toBe('Changed agenda');
  expect(said('changed', 'odd')).toBe('Changed');
  expect(said('created', 'id')).toBe('Planned');
  expect(said('withdrawn')).toBe('Agenda unlocked');
  expect(said('planned', 'id')).toBe('Next one planned');
  expect(said('budgeted')).toBe('Changed');
});
