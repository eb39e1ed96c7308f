import { expect, it, vi } from 'vitest';
import { errorWords, refusalWords } from './states.tsx';

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

it('says in a sentence why something was refused, and reports what is a bug of ours', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  expect(refusalWords({ title: 'Not possible', status: 422, detail: 'The meeting is over.' })).toBe(
    'The meeting is over.',
  );
  expect(refusalWords({ title: 'Busy', status: 503 })).toBe('Busy');
  expect(refusalWords(new TypeError('Failed to fetch'))).toBe(
    'The server did not answer. Check the connection, then try again.',
  );
  expect(reported).not.toHaveBeenCalled();
  const bug = new Error('x is not a function');
  expect(refusalWords(bug)).toMatch(/^Something went wrong on this page\. Try again/);
  expect(reported).toHaveBeenCalledExactlyOnceWith(bug);
  vi.unstubAllGlobals();
});
