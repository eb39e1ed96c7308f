import { expect, test } from 'vitest';
import { countOutcomes, linesOf, outcomeOf, withVerdicts } from './import-lines.ts';

const deviceId = '01j9zq4xk3r8m2n5t7v9w1y3za';
const lines = linesOf([
  { line: 2, record: { name: 'A', serial: 'SN-1' } },
  { line: 3, problems: [{ line: 3, column: 'Type', sentence: 'Use another word.' }] },
  { line: 4, record: { name: 'B', serial: 'sn1' } },
  { line: 5, record: { name: 'C', serial: 'Default string' } },
  { line: 6, record: { name: 'c' } },
  { line: 7, record: { name: 'D' } },
]);

test('of lines about one device the first one counts', () => {
  expect(lines.map(({ problems }) => problems.map(({ sentence }) => sentence)[0])).toEqual([
    undefined,
    'Use another word.',
    'This line is about the same device as line 2. Only that one is imported.',
    undefined,
    'This line is about the same device as line 5. Only that one is imported.',
    undefined,
  ]);
});

test('verdicts belong to the lines that were sent, in their order', () => {
  const judged = withVerdicts(lines, [
    { outcome: 'new' },
    { outcome: 'refused', sentence: 'Several devices have this name.' },
    { outcome: 'same', deviceId, name: 'D' },
  ]);
  expect(judged.map(outcomeOf)).toEqual(['new', 'problem', 'problem', 'problem', 'problem', 'same']);
  expect(judged[3]?.problems).toEqual([{ sentence: 'Several devices have this name.' }]);
  expect(countOutcomes(judged)).toEqual({ new: 1, changed: 0, same: 1, problem: 4 });
});
