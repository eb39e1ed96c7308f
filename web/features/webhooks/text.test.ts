import { expect, it } from 'vitest';
import { OUTWARD_FACTS } from '../../../events/outward.ts';
import { attemptWord, eventAreas, eventsWord, hostOf, standingOf } from './text.ts';

it('every event stands in an area that has its word', () => {
  const kinds = OUTWARD_FACTS.map(({ name, version, outward }) => ({ name, version, words: outward, fields: [] }));
  const areas = eventAreas(kinds);
  expect(areas.flatMap(({ events }) => events)).toEqual(kinds);
  for (const { area } of areas) expect(area).toMatch(/^[A-Z]/);
});

it('a webhook is on, failing, or off by whom', () => {
  expect(standingOf({ state: 'on' }).word).toBe('On');
  expect(standingOf({ state: 'on', failingSince: '2026-03-02T09:00:00.000Z' }).tone).toBe('warn');
  expect(standingOf({ state: 'off', failingSince: '2026-03-02T09:00:00.000Z' }).word).toBe('Off');
  expect(standingOf({ state: 'disabled' }).tone).toBe('bad');
});

it('attempts, counts and addresses are told in few words', () => {
  expect(attemptWord({ at: '', milliseconds: 84, status: 200 })).toBe('200 in 84 ms');
  expect(attemptWord({ at: '', milliseconds: 0, failure: 'The host name was not found.' })).toBe(
    'The host name was not found.',
  );
  expect([eventsWord(1), eventsWord(12)]).toEqual(['1 event', '12 events']);
  expect([hostOf('https://hooks.example:8443/x?y'), hostOf('nonsense')]).toEqual(['hooks.example:8443', 'nonsense']);
});
