import { MOST_MOVED } from '../../shared/devices/most-moved.ts';
import type { ChosenDevice } from '../../shared/devices/several-devices.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Cloud } from '../local/cloud.ts';
import { inChild } from './child.ts';
import type { HeapOrder } from './export-heap.ts';
import { DEPTH, SESSION_READ } from './pages.ts';
import * as Records from './records.ts';
import { atMost, type Row, told } from './report.ts';
import { visit } from './shown.ts';
import type { Visitor } from './visitor.ts';

/** Devices of the largest client that the house promises to serve well. */
export const FLEET = 10_000;
const SECTION = `Devices, ${FLEET.toLocaleString('en-US')} of one client`;

/** What is asked of a client's devices, with the read units that the house allows it; absent where it names none. */
interface Question {
  what: string;
  query: string;
  target?: number;
  /** Only as many rows as are shown are looked at: one round trip after the session's, however many devices there are. */
  direct: boolean;
}

/** Read units of the figures, with the client's record. */
export const FIGURES = 1;

/** What no index knows is looked for row by row: how far that goes is told. */
export const QUESTIONS: readonly Question[] = [
  { what: 'First 100 by name', query: '', target: 5, direct: true },
  { what: 'First 100 by end of warranty', query: '&sort=warranty', target: 5, direct: true },
  { what: 'Out of warranty', query: '&sort=warranty&warranty=expired', target: 5, direct: true },
  { what: 'Warranty under 90 days', query: '&sort=warranty&warranty=expiring', target: 5, direct: true },
  { what: 'Past lifespan', query: '&lifecycle=overdue', direct: false },
  { what: 'One kind of fifteen', query: '&type=laptop', direct: false },
  { what: 'Text that one device has', query: '&q=SN09876', direct: false },
];

/** A client with so many devices. @returns its id, once they are counted */
export async function client(visitor: Visitor, devices: number): Promise<string> {
  const [companyId = ''] = await Records.companies(visitor, 0, 1);
  await Records.devices(visitor, companyId, 0, devices);
  await visitor.place.idle();
  return companyId;
}

export const address = (companyId: string, { query }: Pick<Question, 'query'>) =>
  `/companies/${companyId}/devices?limit=100${query}`;

async function questionRows(visitor: Visitor, companyId: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const question of QUESTIONS) {
    const { own, depth, answers } = await visit(visitor, [address(companyId, question)]);
    const { items = [] } = (answers[0]?.body ?? {}) as { items?: unknown[] };
    const note = `${items.length} rows in ${depth} round trips`;
    rows.push(
      question.target === undefined
        ? told(SECTION, question.what, `${own} read units`, note)
        : atMost(SECTION, question.what, own, question.target, 'read units', note),
    );
    if (question.direct && depth > DEPTH)
      rows.push(atMost(SECTION, `${question.what}: round trips in a row`, depth, DEPTH, ''));
  }
  const figures = await visit(visitor, [`/companies/${companyId}/device-figures`]);
  rows.push(atMost(SECTION, 'Figures, facets and histogram', figures.own, FIGURES, 'read units'));
  return rows;
}

/** What it costs to mean all devices, and to do something with some of them: as often as there are such pieces. */
async function bulkRows(visitor: Visitor, companyId: string): Promise<Row[]> {
  const at = `/companies/${companyId}/devices`;
  const ids: string[] = [];
  let [requests, read] = [0, 0];
  let after = '';
  do {
    const { body, cost } = await visitor.ask<Page<ChosenDevice>>('GET', `${at}/chosen${after}`);
    ids.push(...body.items.map(({ deviceId }) => deviceId));
    requests += 1;
    read += cost.read - SESSION_READ;
    after = body.cursor ? `?cursor=${encodeURIComponent(body.cursor)}` : '';
  } while (after);
  const deviceIds = ids.slice(0, MOST_MOVED);
  const { cost } = await visitor.ask('POST', `${at}/retire`, { deviceIds });
  await visitor.ask('POST', `${at}/restore`, { deviceIds });
  const each = (units: number) => (units / MOST_MOVED).toFixed(1);
  return [
    told(SECTION, 'Select all', `${read} read units`, `${ids.length} devices in ${requests} requests`),
    told(
      SECTION,
      `Retire ${MOST_MOVED} of them`,
      `${cost.write} write units`,
      `${each(cost.write)} a device, in one commit after ${cost.depth - 1} round trips`,
    ),
  ];
}

/** How long the export of all devices takes, from the request to the file, and what its steps hold on the heap. */
async function exportRows(cloud: Cloud, visitor: Visitor, companyId: string): Promise<Row[]> {
  const started = performance.now();
  const asked = { list: 'devices', companyId, filter: {} };
  const { exportId } = (await visitor.ask<{ exportId: string }>('POST', '/exports', asked)).body;
  await visitor.place.idle();
  const seconds = (performance.now() - started) / 1_000;
  const { body } = await visitor.ask<{ rows: number; bytes: number; status: string }>('GET', `/exports/${exportId}`);
  if (body.status !== 'finished' || body.rows !== FLEET)
    throw new Error(`The export ended as ${body.status} with ${body.rows} of ${FLEET} rows.`);
  const environment = cloud.environmentOf('exports-step-finish');
  const { mspId, userId } = visitor;
  const order: HeapOrder = { environment, mspId, userId, companyId };
  const megabytes = await inChild<HeapOrder, number>('export-heap.ts', order, ['--expose-gc']);
  const note = `${(body.bytes / 1_000_000).toFixed(1)} MB`;
  return [
    told(SECTION, 'Export of all as CSV', `${seconds.toFixed(1)} s`, note),
    told(SECTION, 'Most heap of that export', `${megabytes.toFixed(1)} MB`),
  ];
}

/** What lists, figures, filters and the export of a large client cost. */
export async function fleetRows(cloud: Cloud, visitor: Visitor, companyId: string): Promise<Row[]> {
  const asked = [...(await questionRows(visitor, companyId)), ...(await bulkRows(visitor, companyId))];
  return [...asked, ...(await exportRows(cloud, visitor, companyId))];
}
