import { reportFailed, reportFinished } from '../../events/reports.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { LinkEnd } from '../../shared/kernel/link.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import { getFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { link } from '../platform/links.service.ts';
import type { Drawn } from './rendering.service.ts';
import { ReportEntity, ReportMailEntity, type ReportRow } from './report.entity.ts';
import { filesOf, type Making, recordOf, reportInMaking } from './report-records.ts';

/** Links of one commit. */
const CHUNK = 80;

/** The records whose figures the report shows. */
function sourcesOf({ score, roadmap, budget, decisions }: Snapshot): LinkEnd[] {
  const items = [...(roadmap?.groups ?? []).flatMap((group) => group.items), ...(roadmap?.done ?? [])];
  const budgets = new Set([...(budget ? [budget.budgetId] : []), ...(decisions ?? []).map(({ budgetId }) => budgetId)]);
  return [
    ...items.map(({ plannerItemId }) => ({ type: 'planner-item' as const, id: plannerItemId })),
    ...[...budgets].map((id) => ({ type: 'budget' as const, id })),
    ...(score?.controls ?? []).map(({ controlId }) => ({ type: 'control' as const, id: controlId })),
  ];
}

/** Writes links; those that an earlier call of this step wrote are left alone. */
async function write(scope: Scope, ops: readonly Op[]): Promise<void> {
  try {
    await commit(scope, ops);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'link.exists') throw error;
    if (ops.length > 1) for (const op of ops) await write(scope, [op]);
  }
}

async function linkSources(scope: Scope, report: ReportRow): Promise<void> {
  const { companyId, reportId, snapshot } = report;
  if (!snapshot) return;
  const frozen = await getFile(scope, filesOf(scope, report).snapshot, snapshot);
  const sources = sourcesOf(Snapshot.parse(JSON.parse(new TextDecoder().decode(frozen))));
  const ops = sources.map((from) => link(scope, { companyId, from, to: recordOf(reportId), role: 'reported-in' }));
  for (let start = 0; start < ops.length; start += CHUNK) await write(scope, ops.slice(start, start + CHUNK));
}

/** Files the PDF: the record is finished, linked to what it shows, and its mail is planned. */
export async function finish(scope: Scope, { pdf, ...making }: Drawn): Promise<Making> {
  const before = await reportInMaking(scope, making);
  if (before.status === 'finished') return making;
  await linkSources(scope, before);
  const { companyId, reportId } = making;
  const after = revised(scope, before, { status: 'finished', pdf, finishedAt: scope.now().toISOString() });
  const mail = { mspId: scope.mspId, companyId, reportId, v: 1, state: 'planned' as const };
  await commit(
    scope,
    [change(ReportEntity, before, after, { what: 'report' }), put(ReportMailEntity, mail, { audit: false })],
    [reportFinished.of({ companyId, reportId, requestedBy: before.requestedBy })],
  );
  return making;
}

/** Why it failed, by where it stopped: what a person can do is the same, what they must not believe is not. */
function reasonOf({ status }: ReportRow, error: string | undefined): string {
  if (error === 'FileAltered') return 'The frozen data was changed after it was stored. Make the report again.';
  if (error === 'Lost')
    return 'The making was cut off several times. Make the report again; if it stops once more, tell support.';
  if (status === 'rendering')
    return 'The pages could not be drawn. Make the report again; if it fails once more, tell support.';
  return 'The data could not be read. Make the report again in a few minutes.';
}

/** The making has failed for good: the record says why, and who asked is told. */
export async function fail(scope: Scope, { error, ...making }: Making & { error?: string }): Promise<Making> {
  const before = await reportInMaking(scope, making);
  if (before.status === 'failed' || before.status === 'finished') return making;
  const { companyId, reportId } = making;
  const after = revised(scope, before, { status: 'failed', failure: reasonOf(before, error) });
  const fact = reportFailed.of({ companyId, reportId, requestedBy: before.requestedBy });
  await commit(scope, [change(ReportEntity, before, after, { what: 'report' })], [fact]);
  return making;
}
