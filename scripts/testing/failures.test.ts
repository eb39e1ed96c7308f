import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../build/prepare.ts';
import { failuresOf } from './failures.ts';

const name = join(root, 'functions/goals/goals.feature.test.ts');
const test = (fullName: string, status: string, ...failureMessages: string[]) => ({
  fullName,
  status,
  failureMessages,
});

it('names the tests that failed with their reasons and without their stacks', () => {
  const why = 'AssertionError: expected 1 to be 2\n\n- 2\n+ 1\n    at /x/goals.ts:3:1\n    at /x/y.ts:1:1';
  const assertionResults = [test('goals are counted', 'failed', why), test('goals are listed', 'passed')];
  expect(failuresOf({ testResults: [{ name, message: why, assertionResults }] })).toEqual([
    'functions/goals/goals.feature.test.ts > goals are counted',
    '    AssertionError: expected 1 to be 2',
    '    - 2',
    '    + 1',
  ]);
});

it('names a file that did not load', () => {
  expect(failuresOf({ testResults: [{ name, message: 'SyntaxError: no such word', assertionResults: [] }] })).toEqual([
    'functions/goals/goals.feature.test.ts',
    '    SyntaxError: no such word',
  ]);
});

it('says nothing of what passed', () => {
  const assertionResults = [test('goals are counted', 'passed')];
  expect(failuresOf({ testResults: [{ name, message: '', assertionResults }] })).toEqual([]);
});

it('cuts long reasons', () => {
  const assertionResults = [test('goals are counted', 'failed', `${'x'.repeat(500)}\n`.repeat(50))];
  const lines = failuresOf({ testResults: [{ name, message: '', assertionResults }] });
  expect(lines).toHaveLength(7);
  for (const line of lines) expect(line.length).toBeLessThan(260);
});
