import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetState } from '../local/engines/owner.ts';

/** Counts how rows lie in the tables: a step up when the rows of an earlier step cannot be read any more. */
const DATA_VERSION = '7';

/**
 * Readies the folder of the local data. A folder without the mark stems from a start that ended amid its seed: half a
 * demo would stay half for ever, so it goes.
 *
 * @returns `seedOnce`, which runs the seed unless an earlier start finished it, and marks it finished
 * @throws when another start is still at it, or the data is of an earlier version
 */
export function readyState(state: string): { seedOnce: (seed: () => Promise<unknown>) => Promise<void> } {
  const mark = join(state, 'seeded');
  const isNew = !existsSync(mark);
  if (isNew) forgetState(state);
  else if (readFileSync(mark, 'utf8') !== DATA_VERSION)
    throw new Error(
      'The local data was written by another version of Fairlead, which this one cannot read. Run `npm run reset` to forget it and seed the demo anew.',
    );
  mkdirSync(state, { recursive: true });
  return {
    async seedOnce(seed) {
      if (!isNew) return;
      await seed();
      writeFileSync(mark, DATA_VERSION);
    },
  };
}
