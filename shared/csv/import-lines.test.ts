import { expect, test } from 'vitest';
import { countOutcomes, factsOf, linesOf, outcomeOf, withVerdicts, writtenOf } from './import-lines.ts';

const id = '01j9zq4xk3r8m2n5t7v9w1y3za';
interface Facts {
  name: string;
  serial?: string;
}
const markOf = ({ serial, name }: Facts) => serial ?? name.toLowerCase();
const lines = linesOf<Facts>(
  [
    { line: 2, record: { name: 'A', serial: 'SN-1' } },
    { line: 3, problems: [{ line: 3, column: 'Type', sentence: 'Use another word.' }] },
    { line: 4, record: { name: 'B', serial: 'SN-1' } },
    { line: 5, record: { name: 'C' } },
    { line: 6, record: { name: 'c' } },
    { line: 7, record: { name: 'D' } },
    { line: 8, record: { name: 'E' } },
    { line: 9, record: { name: 'F' } },
  ],
  markOf,
  'device',
);

test('of lines about one record the first one counts', () => {
  expect(lines.map(({ problems }) => problems.map(({ sentence }) => sentence)[0])).toEqual([
    undefined,
    'Use another word.',
    'This line is about the same device as line 2. Only that one is imported.',
    undefined,
    'This line is about the same device as line 5. Only that one is imported.',
    undefined,
    undefined,
    undefined,
  ]);
  expect(factsOf(lines).map(({ name }) => name)).toEqual(['A', 'C', 'D', 'E', 'F']);
});

test('verdicts belong to the lines that were sent, in their order; what is written follows from them', () => {
  const judged = withVerdicts(
    lines,
    [
      { outcome: 'new' },
      { outcome: 'refused', field: 'name', sentence: 'Several devices have this name.' },
      { outcome: 'changed', id, v: 3, name: 'Old', changes: [{ field: 'name', from: 'Old', to: 'D' }] },
      { outcome: 'same', id, name: 'Old' },
      { outcome: 'refused', sentence: 'Not now.' },
    ],
    (field) => `Column of ${field}`,
    'device',
  );
  expect(judged.map(outcomeOf)).toEqual([
    'new',
    'problem',
    'problem',
    'problem',
    'problem',
    'changed',
    'problem',
    'problem',
  ]);
  expect(judged[3]?.problems).toEqual([{ column: 'Column of name', sentence: 'Several devices have this name.' }]);
  expect(judged[6]?.problems).toEqual([
    { sentence: 'This line is about the same device as line 7. Only that one is imported.' },
  ]);
  expect(judged[7]?.problems).toEqual([{ sentence: 'Not now.' }]);
  expect(countOutcomes(judged)).toEqual({ new: 1, changed: 1, same: 0, problem: 6 });
  expect(writtenOf(judged)).toEqual([
    { facts: { name: 'A', serial: 'SN-1' } },
    { facts: { name: 'D' }, over: { id, v: 3 } },
  ]);
});
