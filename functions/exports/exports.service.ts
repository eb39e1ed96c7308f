import { exportRequested } from '../../events/exports.ts';
import {
  EXPORTABLE,
  type Export,
  KEPT_DAYS,
  MOST_AT_ONCE,
  MOST_KEPT,
  type NewExport,
  type OneExport,
  type VersionedExport,
} from '../../shared/exports/export.ts';
import { permit } from '../../shared/kernel/actor.ts';
import { forbidden, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type { Download } from '../../shared/reports/report.ts';
import { isUnderWay, mayStartAgain } from '../../shared/reports/stuck.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, page } from '../_kit/store.ts';
import { ExportEntity, type ExportRow } from './export.entity.ts';
import { currentExport, filesOf, isExpired, kept, told } from './export-records.ts';
import { mayHave } from './reader.ts';

const mine = ({ mspId, actor }: Scope) => ({ mspId, userId: actor.userId });

/** Until when a file that is made now is kept. */
export function expiryFrom(now: Date): string {
  return new Date(now.getTime() + KEPT_DAYS * 86_400_000).toISOString();
}

/** The person's own exports, newest first. */
export async function list(
  scope: Scope,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Export>> {
  const now = scope.now();
  const query = ExportEntity.query.ofPerson(mine(scope));
  const keep = (row: ExportRow) => !isExpired(row, now);
  const rows = await page(scope, ExportEntity, query, { limit, cursor, newestFirst: true, keep });
  return { ...rows, items: rows.items.map(told) };
}

export async function get(scope: Scope, { exportId }: OneExport): Promise<Export> {
  const row = await find(scope, ExportEntity, ExportEntity.get({ ...mine(scope), exportId }));
  return told(kept(row, scope.now()));
}

async function room(scope: Scope): Promise<void> {
  const query = ExportEntity.query.ofPerson(mine(scope));
  const rows = await all(scope, ExportEntity, query, { most: 10 * MOST_KEPT, consistent: true });
  const held = rows.filter((row) => !isExpired(row, scope.now()));
  if (held.filter(isUnderWay).length >= MOST_AT_ONCE)
    throw refused('export.too-many', `${MOST_AT_ONCE} of your exports are being written. Wait until one is ready.`);
  if (held.length >= MOST_KEPT)
    throw refused(
      'export.too-many',
      `You keep ${MOST_KEPT} exports. Delete one; each goes by itself after ${KEPT_DAYS} days.`,
    );
}

/** Asks for an export: it is written in the background, and who asked finds it in the bell. */
export async function create(scope: Scope, asked: NewExport): Promise<Export> {
  if (permit(scope.actor, EXPORTABLE[asked.list]) !== 'allowed')
    throw forbidden('Your role does not allow you to read this list. Ask an administrator.');
  await room(scope);
  const row = stamped(scope, {
    ...asked,
    userId: scope.actor.userId,
    exportId: newId(scope.now()),
    status: 'queued' as const,
    attempt: 1,
    rows: 0,
    parts: [],
    reach: 0,
    whole: false,
    expiresAt: expiryFrom(scope.now()),
  });
  const { userId, exportId } = row;
  return commit(scope, [put(ExportEntity, row)], [exportRequested.of({ userId, exportId, attempt: 1 })], told(row));
}

async function mineNow(scope: Scope, { exportId, v }: VersionedExport): Promise<ExportRow> {
  const row = await currentExport(scope, { userId: scope.actor.userId, exportId });
  return basedOn(kept(row, scope.now()), v, 'export');
}

/** The export at the start of its next attempt; what was written of it stays written. */
export function anew(scope: Scope, row: ExportRow): ExportRow {
  return revised(scope, row, { status: 'queued', attempt: row.attempt + 1, failure: undefined });
}

/** Writes a failed export once more from its beginning, with the data as it is then. */
export async function retry(scope: Scope, input: VersionedExport): Promise<Export> {
  const before = await mineNow(scope, input);
  if (!mayStartAgain(before, scope.now()))
    throw refused(
      'export.not-failed',
      before.status === 'finished'
        ? 'This export is finished. Ask for a new one to see newer data.'
        : 'This export is being written. Wait until it is ready.',
    );
  const empty = {
    rows: 0,
    parts: [],
    whole: false,
    cursor: undefined,
    companies: undefined,
    expiresAt: expiryFrom(scope.now()),
  };
  const after = { ...anew(scope, before), ...empty };
  const { userId, exportId, attempt } = after;
  return commit(
    scope,
    [change(ExportEntity, before, after)],
    [exportRequested.of({ userId, exportId, attempt })],
    told(after),
  );
}

/** Lets an export go: it is not seen any more, and the clock deletes its files. */
export async function remove(scope: Scope, input: VersionedExport): Promise<Gone> {
  const before = await mineNow(scope, input);
  if (isUnderWay(before))
    throw refused('export.under-way', 'This export is being written. Delete it when it is ready.');
  const after = revised(scope, before, { expiresAt: scope.now().toISOString() });
  return commit(scope, [change(ExportEntity, before, after)], [], {});
}

/** Where the file can be fetched for the next few minutes, by whoever may still read all that it holds. */
export async function download(scope: Scope, { exportId }: OneExport): Promise<Download> {
  const row = kept(await find(scope, ExportEntity, ExportEntity.get({ ...mine(scope), exportId })), scope.now());
  if (!mayHave(scope.actor, row))
    throw forbidden('You may no longer read all of this list. Ask an administrator if you should.');
  if (row.status !== 'finished' || !row.fileName)
    throw refused('export.not-finished', 'This export has no file yet. Wait until it is ready.');
  return { ...(await linkTo(scope, filesOf(scope, row).whole)), fileName: row.fileName };
}
