import type { Export } from '../../../shared/exports/export.ts';
import type { Download } from '../../../shared/reports/report.ts';
import { idle } from '../../_kit/testing/world.ts';
import { ask, type Member, ok } from '../../identity/testing/members.ts';

/** The file of an export, as the browser gets it. */
export async function fileOf(who: Member, exportId: string): Promise<string> {
  const { url } = ok(await ask<Download>(who, 'GET', `/exports/${exportId}/download`));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The file answered ${response.status}.`);
  // `text()` would eat the byte order mark.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

export const readExport = async (who: Member, exportId: string) =>
  ok(await ask<Export>(who, 'GET', `/exports/${exportId}`));

/** Asks for an export, waits until it is written, and gives its record and its lines without the heading. */
export async function exported(who: Member, asked: object): Promise<{ done: Export; lines: string[]; head: string }> {
  const { exportId } = ok(await ask<Export>(who, 'POST', '/exports', asked));
  await idle();
  const done = await readExport(who, exportId);
  const [head = '', ...lines] = (await fileOf(who, exportId)).split('\r\n').slice(0, -1);
  return { done, lines, head };
}
