import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StateOwner } from '../local/engines/owner.ts';
import { readyState } from './first-start.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const journal = () => join(folder, 'journal.db');

test('the first start makes the folder and seeds', async () => {
  const state = join(folder, '.local');
  const seed = vi.fn(async () => undefined);
  await readyState(state).seedOnce(seed);
  expect(seed).toHaveBeenCalledOnce();
  expect(existsSync(state)).toBe(true);
});

test('a start that ended amid its seed begins afresh', async () => {
  const broken = readyState(folder).seedOnce(async () => {
    writeFileSync(journal(), 'half a demo');
    throw new Error('killed');
  });
  await expect(broken).rejects.toThrow('killed');
  const seed = vi.fn(async () => undefined);
  await readyState(folder).seedOnce(seed);
  expect(seed).toHaveBeenCalledOnce();
  expect(existsSync(journal())).toBe(false);
});

test('a seeded folder is kept as it is', async () => {
  await readyState(folder).seedOnce(async () => writeFileSync(journal(), 'a whole demo'));
  const seed = vi.fn(async () => undefined);
  await readyState(folder).seedOnce(seed);
  expect(seed).not.toHaveBeenCalled();
  expect(existsSync(journal())).toBe(true);
});

test('a start beside one that is still seeding is refused, and leaves its data alone', () => {
  const seeding = new StateOwner(folder);
  writeFileSync(journal(), 'half a demo');
  expect(() => readyState(folder)).toThrow('stop that local cloud first');
  expect(existsSync(journal())).toBe(true);
  seeding.release();
});

test('data of another version is refused with the remedy, and kept', () => {
  writeFileSync(join(folder, 'seeded'), '');
  writeFileSync(journal(), 'an older demo');
  expect(() => readyState(folder)).toThrow('Run `npm run reset` to forget it');
  expect(existsSync(journal())).toBe(true);
});
