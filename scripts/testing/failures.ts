import { relative } from 'node:path';
import { root } from '../build/prepare.ts';
import type { Results } from './run-tests.ts';

/** Of a reason: enough for what was expected and what came, without the stack below. */
const LINES = 6;
const WIDTH = 240;

const shortened = (reason: string) =>
  reason
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .slice(0, LINES)
    .map((line) => `    ${line.slice(0, WIDTH)}`);

/** What failed, as lines: file and test, and below it why. Files that did not even load are told by their own reason. */
export function failuresOf({ testResults }: Pick<Results, 'testResults'>): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message ? [file, ...shortened(message)] : [];
    return failed.flatMap(({ fullName, failureMessages: [why = ''] }) => [`${file} > ${fullName}`, ...shortened(why)]);
  });
}
