import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readyState } from './first-start.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the first start makes the folder and asks for the seed', () => {
  const state = join(folder, '.local');
  expect(readyState(state).isNew).toBe(true);
  expect(existsSync(state)).toBe(true);
});

test('a start that ended amid its seed begins afresh', () => {
  readyState(folder);
  writeFileSync(join(folder, 'journal.db'), 'half a demo');
  expect(readyState(folder).isNew).toBe(true);
  expect(existsSync(join(folder, 'journal.db'))).toBe(false);
});

test('a seeded folder is kept as it is', () => {
  readyState(folder).markSeeded();
  writeFileSync(join(folder, 'journal.db'), 'a whole demo');
  expect(readyState(folder).isNew).toBe(false);
  expect(existsSync(join(folder, 'journal.db'))).toBe(true);
});
