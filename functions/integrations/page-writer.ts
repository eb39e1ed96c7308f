import { addUp, type Counters, NOTHING } from '../../shared/integrations/counters.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { erase, type Op, replace } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { type Changed, type Reading, vendorKey } from './data-set.service.ts';
import { QuarantinedEntity } from './manifest.entity.ts';
import { contentHash, inQuarantine, isRecord, type Manifest, quarantineHash } from './manifest.ts';
import { targetOf, type Work } from './sync-session.ts';

/** Rows of one transaction: most are one write. The manifest is written with each, so few and large ones cost least. */
const CHUNK = 90;
/** DynamoDB takes 100 writes; the manifest's, the lease's and the mapping's are among them. */
const MOST_WRITES = 97;
const ATTEMPTS = 4;

type Row = Exclude<Reading<unknown>, { kind: 'gone' }>;

/** A row and what is to be done about it. */
interface Verdict {
  row: Row;
  hash: string;
  before: string | undefined;
  outcome: 'created' | 'changed' | 'unchanged' | 'quarantined';
  writes: boolean;
}

function judge(row: Row, manifest: Manifest, run: { runId: string; page: number }): Verdict {
  const before = manifest.hash(row.key);
  if (row.kind === 'unreadable') {
    const hash = quarantineHash(before, row.reason);
    return { row, hash, before, outcome: 'quarantined', writes: hash !== before };
  }
  const hash = contentHash(row.content);
  if (hash !== before) {
    return { row, hash, before, outcome: isRecord(before) ? 'changed' : 'created', writes: true };
  }
  // This very page may have written the row already, before its worker was lost: then it counts as it did.
  const last = manifest.last(manifest.partOf(row.key));
  const again = last.runId === run.runId && last.page === run.page;
  const outcome =
    again && last.created.includes(row.key)
      ? 'created'
      : again && last.changed.includes(row.key)
        ? 'changed'
        : 'unchanged';
  return { row, hash, before, outcome, writes: false };
}

function quarantineOps({ session, pull, dataSet }: Work, verdicts: readonly Verdict[]): Op[] {
  const { scope } = session;
  const { integrationId, companyId } = pull;
  const of = { mspId: scope.mspId, integrationId, companyId, dataSet: dataSet.name };
  return verdicts.flatMap(({ row, before }) => {
    if (row.kind === 'unreadable') {
      const { label, reason } = row;
      return [replace(QuarantinedEntity, stamped(scope, { ...of, quarantineId: row.key, label, reason }, 'sync'))];
    }
    return inQuarantine(before) ? [erase(QuarantinedEntity, { ...of, quarantineId: row.key })] : [];
  });
}

/** True for conflicts that reading again solves: someone changed a record, or the manifest is newer than read. */
function isConflict(error: unknown): boolean {
  return error instanceof AppError && (error.status === 409 || error.status === 422);
}

/** What the part's row remembers of this page: earlier chunks of the same page included. */
function lastPage(
  manifest: Manifest,
  part: number,
  page: { runId: string; page: number },
  verdicts: readonly Verdict[],
) {
  const before = manifest.last(part);
  const same = before.runId === page.runId && before.page === page.page;
  const keysOf = (outcome: Verdict['outcome']) =>
    verdicts.filter((verdict) => verdict.outcome === outcome).map(({ row }) => row.key);
  return {
    ...page,
    created: [...(same ? before.created : []), ...keysOf('created')],
    changed: [...(same ? before.changed : []), ...keysOf('changed')],
  };
}

const changedOf = (verdicts: readonly Verdict[]): Changed<unknown>[] =>
  verdicts.flatMap(({ row }) => (row.kind === 'record' ? [{ key: row.key, content: row.content }] : []));

/** Rows that the data set cannot keep yet go to quarantine; the next listing tries them again. */
function withRefusals(rows: readonly Row[], refused: ReadonlyMap<string, string> | undefined): Row[] {
  return rows.map((row) => {
    const reason = refused?.get(row.key);
    return reason === undefined ? row : { kind: 'unreadable', key: row.key, label: row.label, reason };
  });
}

/** Writes a chunk of one part; returns its rows as they were judged. */
async function writeChunk(
  work: Work,
  manifest: Manifest,
  part: number,
  chunk: readonly Row[],
  keys: ReadonlySet<string>,
): Promise<Row[]> {
  const { session, pull, dataSet, source } = work;
  const { scope } = session;
  const page = { runId: pull.runId, page: pull.pages + 1 };
  const judged = (rows: readonly Row[]) => rows.map((row) => judge(row, manifest, page)).filter(({ writes }) => writes);
  for (let attempt = 1; ; attempt += 1) {
    const changed = changedOf(judged(chunk));
    const { ops, refused } = changed.length > 0 ? await dataSet.write(scope, targetOf(work), changed) : { ops: [] };
    const rows = withRefusals(chunk, refused);
    const verdicts = judged(rows);
    if (verdicts.length === 0) return rows;
    const writes = [...ops, ...quarantineOps(work, verdicts)];
    if (writes.length > MOST_WRITES) {
      const half = Math.ceil(chunk.length / 2);
      const before = await writeChunk(work, manifest, part, chunk.slice(0, half), keys);
      return [...before, ...(await writeChunk(work, manifest, part, chunk.slice(half), keys))];
    }
    // A window forgets what fell out of it; a page after the first still belongs to the same window.
    const keep = dataSet.listing === 'window' && page.page === 1 ? (key: string) => keys.has(key) : undefined;
    const hashes = new Map(verdicts.map(({ row, hash }) => [row.key, hash]));
    const { op, done } = manifest.set(scope, part, hashes, lastPage(manifest, part, page, verdicts), keep);
    try {
      await session.commit([...writes, op], source);
      done();
      return rows;
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
      await manifest.reread(scope, part);
    }
  }
}

/** Writes the rows of one part, in chunks of one size. */
async function writePart(
  work: Work,
  manifest: Manifest,
  part: number,
  own: readonly Row[],
  keys: ReadonlySet<string>,
): Promise<Row[]> {
  const size = Math.ceil(own.length / Math.ceil(own.length / CHUNK));
  const judged: Row[] = [];
  for (let start = 0; start < own.length; start += size) {
    judged.push(...(await writeChunk(work, manifest, part, own.slice(start, start + size), keys)));
  }
  return judged;
}

export interface WrittenPage {
  counters: Counters;
  /** First eight digits of the keys listed, joined. */
  keys: string;
  gone: string[];
}

/** Rows of a page as understood; of rows with one key the last counts, the others are told as unreadable. */
function readRows(work: Work, rows: readonly unknown[]): { listed: Row[]; gone: string[] } {
  const gone: string[] = [];
  const byKey = new Map<string, Row>();
  for (const [index, row] of rows.entries()) {
    const reading = work.dataSet.read(row, targetOf(work));
    if (reading.kind === 'gone') {
      gone.push(reading.key);
      continue;
    }
    const double = byKey.get(reading.key);
    if (double) {
      const key = vendorKey(`${reading.key}#${index}`);
      byKey.set(key, { kind: 'unreadable', key, label: double.label, reason: 'This row is listed twice on one page.' });
    }
    byKey.set(reading.key, reading);
  }
  return { listed: [...byKey.values()], gone };
}

/**
 * Writes what is new or changed on a page, in transactions that each hold the records and their hashes: one part's rows are
 * read and put together while another's are on their way. Written again after a kill at any point, the page writes nothing
 * twice and counts the same.
 */
export async function writePage(work: Work, manifest: Manifest, rows: readonly unknown[]): Promise<WrittenPage> {
  const { pull } = work;
  const { listed, gone } = readRows(work, rows);
  const page = { runId: pull.runId, page: pull.pages + 1 };
  const keys = new Set(listed.map(({ key }) => key));
  const parts = [...Map.groupBy(listed, ({ key }) => manifest.partOf(key))];
  const ended = await Promise.allSettled(parts.map(([part, own]) => writePart(work, manifest, part, own, keys)));
  const judged = ended.flatMap((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
  // Judged once more against what is stored now: counted the same whether this worker wrote it or one before.
  const counters = addUp(judged.map((row) => ({ ...NOTHING, read: 1, [judge(row, manifest, page).outcome]: 1 })));
  return { counters, keys: [...keys].map((key) => key.slice(0, 8)).join(''), gone };
}
