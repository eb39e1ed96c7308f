import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetState } from '../local/engines/owner.ts';

/**
 * Readies the folder of the local data. A folder without the mark stems from a start that ended amid its seed: half a
 * demo would stay half for ever, so it goes.
 *
 * @returns `seedOnce`, which runs the seed unless an earlier start finished it, and marks it finished
 * @throws when another start is still at it
 */
export function readyState(state: string): { seedOnce: (seed: () => Promise<unknown>) => Promise<void> } {
  const mark = join(state, 'seeded');
  const isNew = !existsSync(mark);
  if (isNew) forgetState(state);
  mkdirSync(state, { recursive: true });
  return {
    async seedOnce(seed) {
      if (!isNew) return;
      await seed();
      writeFileSync(mark, '');
    },
  };
}
