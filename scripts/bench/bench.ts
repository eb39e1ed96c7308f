import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Prepared, prepare } from '../build/prepare.ts';
import { type Cloud, startCloud } from '../local/cloud.ts';
import { browserRows } from './browsing.ts';
import { bundleRows } from './bundles.ts';
import { client, FLEET, fleetRows } from './fleet.ts';
import { handlerRows } from './handlers.ts';
import { ROADMAP } from './pages.ts';
import { placeOf } from './place.ts';
import { quietTemplates } from './quiet-templates.ts';
import { LATEST } from './readme-table.ts';
import { growthRows, pageRows, SCALES } from './reads.ts';
import { plannerItems } from './records.ts';
import { asText, type Report, type Row } from './report.ts';
import { furnish } from './shown.ts';
import { startRows } from './start.ts';
import { memoryRows, type Paced, pacedSync, syncRows } from './sync.ts';
import { openMsp } from './visitor.ts';
import { webRows } from './web.ts';
import { writeRows } from './writes.ts';

/** Beside the ports of `npm start` and of the tests, so that all may run at once. */
const PORT = Number(process.env.FAIRLEAD_BENCH_PORT ?? 4650);
const PARTS = ['data', 'sync', 'devices', 'bundles', 'web', 'start'] as const;
type Part = (typeof PARTS)[number];

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Everything that needs a running cloud with records in it. */
async function cloudRows(cloud: Cloud, wanted: ReadonlySet<Part>): Promise<Row[]> {
  const visitor = await openMsp(placeOf(cloud));
  let first: Paced | undefined;
  say(`Making clients, ${ROADMAP.items} planner items and tenants ...`);
  const shown = await furnish(visitor, ROADMAP.items, SCALES, async (microsoft) => {
    first = await pacedSync(visitor, microsoft);
  });
  await visitor.place.idle();
  const rows: Row[] = [];
  try {
    if (wanted.has('data')) {
      say('Reading pages and making changes ...');
      rows.push(...(await pageRows(visitor, shown)), ...(await handlerRows(cloud, visitor, shown)));
      rows.push(...(await writeRows(visitor, shown)), ...(await growthRows(visitor, shown)));
    }
    if (wanted.has('sync') && first) {
      // What the records above still set off would share the processor with the sync.
      await visitor.place.idle();
      say('Syncing ...');
      rows.push(...(await syncRows(visitor, shown.microsoft, first)), ...(await memoryRows(cloud, visitor)));
    }
  } finally {
    await shown.microsoft.graph.close();
  }
  return rows;
}

/** A client with more devices than most have, and a full roadmap: by its reads, and in a browser. */
async function largeRows(cloud: Cloud): Promise<Row[]> {
  const visitor = await openMsp(placeOf(cloud));
  say(`Making ${FLEET} devices and ${ROADMAP.items} planner items ...`);
  const companyId = await client(visitor, FLEET);
  await plannerItems(visitor, companyId, 0, ROADMAP.items);
  await visitor.place.idle();
  say('Reading devices and looking at them ...');
  return [...(await fleetRows(cloud, visitor, companyId)), ...(await browserRows(visitor, companyId))];
}

async function withCloud<T>(
  { templates, web }: Prepared,
  folder: string,
  measure: (cloud: Cloud) => Promise<T>,
): Promise<T> {
  const quiet = quietTemplates(templates, join(folder, 'templates'), /planner-on-planner-item-/);
  const cloud = await startCloud({ templates: quiet, web, state: join(folder, 'state'), port: PORT });
  try {
    return await measure(cloud);
  } finally {
    await cloud.close();
  }
}

async function measure(wanted: ReadonlySet<Part>): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-bench-'));
  try {
    const built = await prepare(`http://127.0.0.1:${PORT}`, say, wanted.has('web') || wanted.has('devices'));
    const rows: Row[] = [];
    if (wanted.has('data') || wanted.has('sync'))
      rows.push(...(await withCloud(built, join(folder, 'small'), (cloud) => cloudRows(cloud, wanted))));
    if (wanted.has('devices')) rows.push(...(await withCloud(built, join(folder, 'large'), largeRows)));
    if (wanted.has('bundles')) rows.push(...(await bundleRows()));
    if (wanted.has('web')) rows.push(...webRows());
    if (wanted.has('start')) say('Starting a fresh copy ...');
    if (wanted.has('start')) rows.push(...(await startRows(folder, PORT)));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `npm run bench [-- --only data,sync,devices,bundles,web,start] [--json]`: measures what the house promises and says where a promise
 * is missed. The report stays in `.cache/bench.json`; `readme-table.ts` writes it into the README.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
  const named = values.only?.split(',') ?? [...PARTS];
  const unknown = named.find((name) => !PARTS.some((part) => part === name));
  if (unknown) throw new Error(`There is no part "${unknown}" of the bench. There are: ${PARTS.join(', ')}.`);
  const before = loadavg()[0] ?? 0;
  const rows = await measure(new Set(named as Part[]));
  const load: [number, number] = [before, loadavg()[0] ?? 0];
  const circumstances = {
    at: new Date().toISOString(),
    node: process.versions.node,
    cpus: availableParallelism(),
    load,
  };
  const report: Report = { circumstances, rows };
  mkdirSync(dirname(LATEST), { recursive: true });
  if (!values.only) writeFileSync(LATEST, JSON.stringify(report));
  process.stdout.write(`${values.json ? JSON.stringify(report, undefined, 2) : asText(report)}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
