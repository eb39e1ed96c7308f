import { z } from 'zod';
import type { Export } from '../../shared/exports/export.ts';
import { notFound } from '../../shared/kernel/error.ts';
import { ExportId, UserId } from '../../shared/kernel/id.ts';
import { mspFile } from '../_kit/file-keys.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, mustFind } from '../_kit/store.ts';
import { ExportEntity, type ExportRow } from './export.entity.ts';

/** One writing of an export: what each step of the workflow is given. */
export const Writing = z.object({
  mspId: z.string(),
  userId: UserId,
  exportId: ExportId,
  attempt: z.int().min(1),
});
export type Writing = z.infer<typeof Writing>;

/** Another writing of this export has begun, or it is gone: going on would be wrong. */
export class ExportSuperseded extends Error {
  override name = 'ExportSuperseded';

  constructor({ exportId, attempt }: Writing) {
    super(`Attempt ${attempt} of export ${exportId} is over.`);
  }
}

type Key = Pick<ExportRow, 'userId' | 'exportId'>;

/** An export as its record stands now. */
export function currentExport(scope: Scope, { userId, exportId }: Key): Promise<ExportRow> {
  return mustFind(scope, ExportEntity, ExportEntity.get({ mspId: scope.mspId, userId, exportId }), 'export');
}

/** The export being written. @throws ExportSuperseded when this attempt is no longer the one that counts */
export async function exportInWriting(scope: Scope, writing: Writing): Promise<ExportRow> {
  const { mspId } = scope;
  const { userId, exportId } = writing;
  const row = await find(scope, ExportEntity, ExportEntity.get({ mspId, userId, exportId }), { consistent: true });
  if (row?.attempt !== writing.attempt) throw new ExportSuperseded(writing);
  return row;
}

/** Where an export's files stand. */
export function filesOf(scope: Scope, { exportId }: Pick<ExportRow, 'exportId'>) {
  const file = (name: string) => mspFile(scope, `exports/${exportId}/${name}`);
  return { whole: file('export.csv'), part: (at: number) => file(`part-${at}.csv`) };
}

/** True once the file is no longer kept: to its owner the export is gone. */
export function isExpired({ expiresAt }: Pick<ExportRow, 'expiresAt'>, now: Date): boolean {
  return expiresAt <= now.toISOString();
}

/** The export, provided that it is still kept. */
export function kept(row: ExportRow | undefined, now: Date): ExportRow {
  if (!row || isExpired(row, now)) throw notFound('export');
  return row;
}

/** What its owner is told: how the writing goes on is nobody's business. */
export function told({
  filter: _,
  parts: __,
  reach: ___,
  cursor: ____,
  whole: _____,
  companies: ______,
  ...shown
}: ExportRow): Export {
  return shown;
}
