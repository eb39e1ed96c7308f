import { expect, it } from 'vitest';
import { filterOf, parseClientSearch, parseMeetingSearch } from './meeting-search.ts';

it('reads an address and drops what it does not know', () => {
  expect(
    parseMeetingSearch({ show: 'actions', type: 'qbr', q: 'board', new: 'true', template: 'qbr', odd: 1 }),
  ).toEqual({
    type: 'qbr',
    q: 'board',
    new: true,
    template: 'qbr',
  });
  expect(parseClientSearch({ show: 'actions', closed: true, type: 'odd' })).toEqual({ show: 'actions', closed: true });
});

it('asks the server for meetings alone', () => {
  expect(filterOf({ show: 'over', type: 'kickoff', q: 'x', new: true })).toEqual({
    phase: 'over',
    type: 'kickoff',
    q: 'x',
  });
  expect(filterOf({ show: 'actions', closed: true })).toEqual({ phase: 'ahead' });
});
