import { join } from 'node:path';
import { root } from './build/prepare.ts';
import { forgetState } from './local/engines/owner.ts';

/** Forgets everything that this machine's Fairlead knows; the next start seeds the demo MSP anew. */
try {
  forgetState(join(root, '.local'));
  process.stdout.write('The local data is gone. `npm start` begins afresh.\n');
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
