import type { NewFact } from '../../events/define.ts';
import { reportFailed, reportFinished, reportWaits } from '../../events/reports.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { LinkEnd } from '../../shared/kernel/link.ts';
import type { Frozen, Made } from '../../shared/reports/report.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import { getFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { allStaff } from '../identity/directory.service.ts';
import { happened } from '../platform/activity.service.ts';
import { link } from '../platform/links.service.ts';
import { planMails } from './mail-planning.ts';
import { stillReachable } from './recipients.service.ts';
import type { Drawn } from './rendering.service.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';
import { type Making, ReportSuperseded, recordOf, reportInMaking, snapshotFile } from './report-records.ts';
import { sectionOf } from './sections.ts';
import { showing } from './showing.ts';

/** Links of one commit. */
const CHUNK = 80;

/** The records whose figures the report shows. */
function sourcesOf({ sections }: Snapshot): LinkEnd[] {
  const all = sections.flatMap(({ id, data }) => sectionOf(id)?.records?.(data) ?? []);
  return [...new Map(all.map((end) => [`${end.type} ${end.id}`, end])).values()];
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

async function linkSources(scope: Scope, { companyId, reportId }: ReportRow, { snapshot }: Frozen): Promise<void> {
  const data = await getFile(scope, snapshotFile(scope, { companyId, reportId }, snapshot), snapshot);
  const sources = sourcesOf(Snapshot.parse(JSON.parse(new TextDecoder().decode(data))));
  const ops = sources.map((from) => link(scope, { companyId, from, to: recordOf(reportId), role: 'reported-in' }));
  for (let start = 0; start < ops.length; start += CHUNK) await write(scope, ops.slice(start, start + CHUNK));
}

/** Whoever asked, as long as they work here. */
async function askerOf(scope: Scope, { requestedBy }: ReportRow): Promise<{ name: string; email: string }[]> {
  return (await allStaff(scope)).filter(({ userId, status }) => userId === requestedBy && status === 'active');
}

/** The part of a commit that ends a making: told to whoever asked, put before whoever sends it, or sent to those in reach. */
async function ending(scope: Scope, before: ReportRow, made: Made): Promise<{ ops: Op[]; facts: NewFact[] }> {
  const { companyId, reportId, requestedBy, scheduled } = before;
  const set = { status: 'finished' as const, made, frozen: undefined };
  const finished = reportFinished.of({ companyId, reportId, requestedBy });
  const isFirst = before.made === undefined;
  if (scheduled && isFirst && !scheduled.review) {
    const { reached, lost } = await stillReachable(scope, companyId, scheduled.recipients);
    const shown = showing(scope, before, reached, set, lost);
    const told = planMails(scope, before, 'incomplete', lost > 0 ? await askerOf(scope, before) : []);
    return { ops: [...shown.ops, ...told.ops], facts: [...shown.facts, finished, ...told.facts] };
  }
  const waits = Boolean(scheduled) && isFirst;
  const after = revised(scope, before, { ...set, ...(waits ? { review: 'waiting' as const } : {}) });
  const mails = planMails(scope, before, waits ? 'review' : 'ready', await askerOf(scope, before));
  return {
    ops: [change(ReportEntity, before, after, { what: 'report' }), ...mails.ops],
    facts: [waits ? reportWaits.of({ companyId, reportId }) : finished, ...mails.facts],
  };
}

/** Files the PDF: this version is made, linked to what it shows, and whoever has to know is told. */
export async function finish(scope: Scope, { pdf, ...making }: Drawn): Promise<Making> {
  const before = await reportInMaking(scope, making);
  if (before.status === 'finished') return making;
  const { frozen } = before;
  if (!frozen) throw new ReportSuperseded(making);
  await linkSources(scope, before, frozen);
  const version = (before.made?.version ?? 0) + 1;
  const { ops, facts } = await ending(scope, before, { ...frozen, version, madeAt: scope.now().toISOString(), pdf });
  const told = happened(scope, making.companyId, recordOf(making.reportId), 'made', [String(version)]);
  await commit(scope, [...ops, told], facts);
  return making;
}

/** Why it failed, by where it stopped: what a person can do is the same, what they must not believe is not. */
function reasonOf({ status }: ReportRow, error: string | undefined): string {
  if (error === 'NothingToShow')
    return 'None of its sections has anything to show yet. Choose others, or make it again when there is data.';
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
