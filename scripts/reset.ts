import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/prepare.ts';

/** Forgets everything that this machine's Fairlead knows; the next start seeds the demo MSP anew. */
rmSync(join(root, '.local'), { recursive: true, force: true });
process.stdout.write('The local data is gone. `npm start` begins afresh.\n');
