import { expect, it } from 'vitest';
import { errorWords } from './states.tsx';

it('says what the API said, with the request to quote', () => {
  const problem = {
    title: 'The budget is locked',
    status: 409,
    detail: 'Version 4 was published.',
    requestId: 'req-7',
  };
  expect(errorWords({ data: problem })).toEqual({
    title: 'The budget is locked',
    detail: 'Version 4 was published.',
    requestId: 'req-7',
  });
});

it('tells a dead connection from a bug', () => {
  expect(errorWords(new TypeError('Failed to fetch')).title).toBe('The server did not answer');
  expect(errorWords(new Error('x is not a function')).title).toBe('Something went wrong on this page');
});
