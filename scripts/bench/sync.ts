import type { Cloud } from '../local/cloud.ts';
import { inChild } from './child.ts';
import { type Connected, connect, type Sync, slow, sync } from './microsoft.ts';
import { GROWTH, growthExponent } from './pages.ts';
import * as Records from './records.ts';
import { atLeast, atMost, type Row, told } from './report.ts';
import type { MemoryOrder } from './sync-memory.ts';
import { openMsp, type Visitor } from './visitor.ts';

const SECTION = 'Sync of Microsoft 365';
/** Milliseconds that Microsoft takes for an answer here. */
export const LATENCY_MS = 200;
/** Share of the ideal pace that a sync keeps at least, in percent. */
const PACE = 85;
const MEMORY_USERS = [200, 800, 3_200];

/** A sync, its requests and how long they took. */
export interface Paced {
  run: Sync;
  requests: number;
  /** Records a second, from the first request to the last answer. */
  pace: number;
  /** Percent of the time in which the longest tenant's requests would follow one another without a pause. */
  ofIdeal: number;
}

/** Syncs against answers that each take `LATENCY_MS`. */
export async function pacedSync(visitor: Visitor, microsoft: Connected): Promise<Paced> {
  slow(microsoft, LATENCY_MS);
  microsoft.graph.control.resetLog();
  const run = await sync(visitor, microsoft);
  const requests = microsoft.graph.control.log().latest.filter(({ path }) => path !== '/token');
  const times = requests.map(({ at }) => Date.parse(at));
  const took = Math.max(...times) + LATENCY_MS - Math.min(...times);
  const lanes = [...Map.groupBy(requests, ({ organisationId }) => organisationId).values()].map(({ length }) => length);
  return {
    run,
    requests: requests.length,
    pace: (run.counters.read * 1_000) / took,
    ofIdeal: (Math.max(...lanes) * LATENCY_MS * 100) / took,
  };
}

function paceRow(what: string, { requests, pace, ofIdeal }: Paced): Row {
  const note = `${requests} requests of ${LATENCY_MS} ms, ${Math.round(pace)} records a second`;
  return atLeast(SECTION, what, ofIdeal, PACE, '% of the ideal pace', note);
}

/** How fast the first sync and an identical second one are, and what the second writes. */
export async function syncRows(visitor: Visitor, microsoft: Connected, first: Paced): Promise<Row[]> {
  const second = await pacedSync(visitor, microsoft);
  const { created, changed, removed, quarantined } = second.run.counters;
  return [
    paceRow('First sync', first),
    paceRow('Identical second sync', second),
    atMost(SECTION, 'Records written by the second sync', created + changed + removed + quarantined, 0, ''),
  ];
}

/** The most memory that the pull step holds, for tenants of 1x, 4x and 16x the users. */
export async function memoryRows(cloud: Cloud, visitor: Visitor): Promise<Row[]> {
  const peaks: { records: number; cost: number }[] = [];
  for (const users of MEMORY_USERS) {
    const owner = await openMsp(visitor.place);
    const microsoft = await connect(owner, [users], await Records.companies(owner, 0, 1));
    const environment = cloud.environmentOf('m365-step-pull');
    const order: MemoryOrder = { environment, mspId: owner.mspId, integrationId: microsoft.integrationId };
    const megabytes = await inChild<MemoryOrder, number>('sync-memory.ts', order, ['--expose-gc']);
    await microsoft.graph.close();
    peaks.push({ records: users, cost: megabytes });
  }
  const figures = peaks.map(
    ({ records, cost }) => `${cost.toFixed(1)} MB for ${records.toLocaleString('en-US')} users`,
  );
  return [
    told(SECTION, 'Most heap of the pull step', figures.at(-1) ?? '', figures.slice(0, -1).join(', ')),
    atMost(SECTION, 'Growth of that heap with the users', growthExponent(peaks), GROWTH, ''),
  ];
}
