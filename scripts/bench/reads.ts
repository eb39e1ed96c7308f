import { gzipSync } from 'node:zlib';
import { DEPTH, GROWTH, growthExponent, LISTS, PAGES, ROADMAP } from './pages.ts';
import * as Records from './records.ts';
import { atMost, type Row, told } from './report.ts';
import { DEVICES, type Furnished, visit, visitPage } from './shown.ts';
import type { Visitor } from './visitor.ts';

const READS = 'Read units a page (the session adds 1 to each request)';
const SIZES = 'Response of a list of 50, compressed';
/** How many records lists are measured over: 1x, 4x, 16x. */
export const SCALES = [50, 200, 800] as const;
const RESPONSE_KB = 12;

function depthRow(section: string, what: string, depth: number): Row[] {
  return depth <= DEPTH ? [] : [atMost(section, `${what}: round trips in a row`, depth, DEPTH, '')];
}

/** Read units, round trips and bytes of the product's pages. */
export async function pageRows(visitor: Visitor, shown: Furnished): Promise<Row[]> {
  const rows: Row[] = [];
  const sizes: Row[] = [];
  let deepest = 0;
  for (const page of PAGES) {
    const { own, depth, answers } = await visitPage(visitor, page, shown);
    deepest = Math.max(deepest, depth);
    rows.push(
      page.target === undefined ? told(READS, page.what, String(own)) : atMost(READS, page.what, own, page.target, ''),
    );
    rows.push(...depthRow(READS, page.what, depth));
    const [answer] = answers;
    if (LISTS.has(page.what) && answer)
      sizes.push(atMost(SIZES, page.what, gzipSync(answer.text).length / 1_000, RESPONSE_KB, 'kB'));
  }
  const roadmap = await visit(visitor, [`/companies/${shown.companyId}/roadmap`]);
  const bytes = gzipSync(roadmap.answers[0]?.text ?? '').length;
  const what = `Planner roadmap, ${ROADMAP.items} items`;
  rows.push(atMost(READS, what, roadmap.own, ROADMAP.target, '', `${Math.round(bytes / 1_000)} kB compressed`));
  rows.push(...depthRow(READS, what, roadmap.depth));
  rows.push(atMost(READS, 'Round trips in a row, deepest page', Math.max(deepest, roadmap.depth), DEPTH, ''));
  return [...rows, ...sizes];
}

/** How the cost of a page of 50 grows with the records behind it, 1x, 4x and 16x. */
export async function growthRows(visitor: Visitor, shown: Furnished): Promise<Row[]> {
  const { companies, companyId, microsoft } = shown;
  const costs = new Map<string, { records: number; cost: number }[]>();
  const note = async (what: string, records: number, path: string) => {
    const { own } = await visit(visitor, [path]);
    costs.set(what, [...(costs.get(what) ?? []), { records, cost: own }]);
  };
  let present = companies.length;
  let devices: number = DEVICES;
  for (const records of SCALES) {
    await Records.companies(visitor, present, records - present);
    present = records;
    await Records.findings(visitor, companyId, records);
    await Records.devices(visitor, companyId, devices, records - devices);
    devices = records;
    await note('Company list', records, '/companies?limit=50');
    await note('Findings of one client', records, `/companies/${companyId}/findings?limit=50`);
    await note('Findings of all clients', records, '/findings?limit=50');
    await note('Devices of one client', records, `/companies/${companyId}/devices?limit=50`);
    await note('Devices of all clients', records, '/devices?limit=50');
    const tenantOf = microsoft.companyOf.get(records);
    if (tenantOf) await note('Microsoft 365 users', records, `/companies/${tenantOf}/m365/users?limit=50`);
  }
  const section = `Growth of read units, ${SCALES.join(', ')} records (0: none, 1: with them)`;
  return [...costs].map(([what, points]) => {
    const units = points.map(({ cost }) => cost).join(', ');
    return atMost(section, what, growthExponent(points), GROWTH, '', `units ${units}`);
  });
}
