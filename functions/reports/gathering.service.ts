import { putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { sha256 } from '../_kit/new-id.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { freeze } from './freezing.service.ts';
import { ReportEntity } from './report.entity.ts';
import { type Making, reportInMaking, snapshotFile } from './report-records.ts';

const quiet = { what: 'report', audit: false };

/**
 * Freezes the report's data into a file. A making whose data is frozen already goes on with it, so that a step which is
 * called again changes nothing.
 */
export async function gather(scope: Scope, making: Making): Promise<Making> {
  const before = await reportInMaking(scope, making);
  if (before.status !== 'queued' && before.status !== 'gathering') return making;
  const gathering =
    before.status === 'gathering' ? before : revised(scope, before, { status: 'gathering', frozen: undefined });
  if (gathering !== before) await commit(scope, [change(ReportEntity, before, gathering, quiet)]);
  const { snapshot, sections, leftOut } = await freeze(scope, gathering);
  const body = new TextEncoder().encode(JSON.stringify(snapshot));
  const key = snapshotFile(scope, making, { sha256: sha256(body) });
  const stored = await putFile(scope, key, body, { contentType: 'application/json' });
  const frozen = { at: snapshot.frozenAt, snapshot: stored, sections, leftOut };
  const rendering = revised(scope, gathering, { status: 'rendering', frozen });
  await commit(scope, [change(ReportEntity, gathering, rendering, quiet)]);
  return making;
}
