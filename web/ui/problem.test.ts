import { describe, expect, it } from 'vitest';
import { asProblem, fieldName, type Problem, splitProblem } from './problem.ts';

const problem: Problem = { title: 'Some fields need another look', status: 400 };

describe('asProblem', () => {
  it('finds the problem where clients put it', () => {
    expect(asProblem(problem)).toBe(problem);
    expect(asProblem({ data: problem })).toBe(problem);
    expect(asProblem(Object.assign(new Error('400'), { cause: problem }))).toBe(problem);
  });
  it('takes nothing else for one', () => {
    expect(asProblem(new TypeError('Failed to fetch'))).toBeUndefined();
    expect(asProblem('no')).toBeUndefined();
    expect(asProblem({ title: 'no status' })).toBeUndefined();
  });
});

it.each([
  ['lines[0].amount', 'lines.0.amount'],
  ['/lines/0/amount', 'lines.0.amount'],
  ['body.title', 'title'],
  [['lines', 0, 'amount'], 'lines.0.amount'],
])('names the field of %s', (path, name) => {
  expect(fieldName(path)).toBe(name);
});

describe('splitProblem', () => {
  it('gives fields their own errors and keeps the rest with their path', () => {
    const errors = [
      { path: 'title', message: 'Enter a title.' },
      { path: 'quarter', message: 'Choose a quarter that has not ended.' },
    ];
    expect(splitProblem({ ...problem, errors }, ['title'])).toEqual({
      fields: [{ name: 'title', message: 'Enter a title.' }],
      rest: ['quarter: Choose a quarter that has not ended.'],
    });
  });
  it('falls back to the detail, then the title', () => {
    expect(splitProblem({ ...problem, detail: 'The budget is locked.' }, []).rest).toEqual(['The budget is locked.']);
    expect(splitProblem(problem, []).rest).toEqual(['Some fields need another look']);
  });
});
