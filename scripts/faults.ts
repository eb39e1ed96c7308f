import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOf } from './faults/parts.ts';
import { reportOf } from './faults/report.ts';
import { wantedBy } from './faults/wanted.ts';
import { readRecord } from './testing/record.ts';
import { type Results, runTests } from './testing/run-tests.ts';

/** Beside the ports of `npm start`, the tests and the bench, so that all may run at once. */
const PORT = Number(process.env.FAIRLEAD_FAULTS_PORT ?? 4640);

/**
 * `npm run faults [-- --seeds N | --seed S] [--feature F] [--kills N | --kill S] [--crash-points [--point 17-before]]`: plays the
 * stories of the features through throttling, time-outs, duplicates, late facts and dying workers by seed, kills the host under
 * load, or kills a worker at every call of the flows, and looks at what must hold in the end. Prints for each failure the
 * command that plays it again.
 *
 * @throws a sentence about an argument that is wrong
 */
async function main(): Promise<void> {
  const wanted = wantedBy(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-faults-'));
  const record = join(folder, 'record');
  const started = Date.now();
  const results: Results[] = [];
  const cutOff: string[] = [];
  // Ctrl+C ends the tests, which share this terminal; what was played until then is told all the same.
  process.on('SIGINT', () => cutOff.push('Ctrl+C'));
  try {
    for (const { title, tests } of partsOf(wanted, PORT)) {
      process.stderr.write(`${title} ...\n`);
      const done = await runTests({ ...tests, variables: { ...tests.variables, FAULT_RECORD: record } });
      if (done.results) results.push(done.results);
      else cutOff.push(title);
      if (cutOff.length > 0) break;
    }
    const { text, well } = reportOf({ ...readRecord(record), results, cutOff }, (Date.now() - started) / 60_000);
    process.stdout.write(`\n${text}\n`);
    process.exitCode = well ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
