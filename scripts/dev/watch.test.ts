import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { watchSources } from './watch.ts';

const root = mkdtempSync(join(tmpdir(), 'fairlead-watch-'));
let stop: () => void = () => undefined;
afterEach(() => {
  stop();
  rmSync(root, { recursive: true, force: true });
});

it('tells of changed files together, and of those saved meanwhile afterwards', async () => {
  mkdirSync(join(root, 'shared/goals'), { recursive: true });
  mkdirSync(join(root, 'events'));
  const save = (file: string) => writeFileSync(join(root, file), String(Math.random()));
  const told: string[][] = [];
  await new Promise<void>((done) => {
    stop = watchSources(root, ['shared', 'events'], async (files) => {
      told.push(files.toSorted());
      if (told.length === 2) return done();
      save('events/goals.ts');
    });
    save('shared/goals/goal.ts');
    save('events/late.ts');
  });
  expect(told).toEqual([['events/late.ts', 'shared/goals/goal.ts'], ['events/goals.ts']]);
});
