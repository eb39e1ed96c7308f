import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Readies the folder of the local data and tells whether the demo MSP must be seeded. A folder without the mark stems
 * from a start that ended amid its seed: half a demo would stay half for ever, so it goes.
 */
export function readyState(state: string): { isNew: boolean; markSeeded: () => void } {
  const mark = join(state, 'seeded');
  const isNew = !existsSync(mark);
  if (isNew) rmSync(state, { recursive: true, force: true });
  mkdirSync(state, { recursive: true });
  return { isNew, markSeeded: () => writeFileSync(mark, '') };
}
