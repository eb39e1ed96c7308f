import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/prepare.ts';
import { asMarkdown, type Report } from './report.ts';

export const START = '<!-- bench:start -->';
export const END = '<!-- bench:end -->';

/** Where `npm run bench` leaves its latest report. */
export const LATEST = join(root, '.cache', 'bench.json');

/** A page with the table between its markers. @throws when a marker is missing or they are the wrong way round */
export function withTable(page: string, table: string): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start)
    throw new Error(`The page needs the lines ${START} and ${END}, in this order, around the place of the table.`);
  return `${page.slice(0, start + START.length)}\n${table}\n${page.slice(end)}`;
}

/** `node scripts/bench/readme-table.ts`: writes the latest bench into README.md. */
function main(): void {
  if (!existsSync(LATEST)) throw new Error('There is no report yet. Run npm run bench first.');
  const report = JSON.parse(readFileSync(LATEST, 'utf8')) as Report;
  const readme = join(root, 'README.md');
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), asMarkdown(report)));
  process.stdout.write('README.md holds the latest figures.\n');
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
