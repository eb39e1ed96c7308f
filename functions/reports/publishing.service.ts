import { reportPublished, reportWaits } from '../../events/reports.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { dateIn } from '../../shared/kernel/date.ts';
import { invalid, refused } from '../../shared/kernel/error.ts';
import type { Publishing, PuttingOff, Report, VersionedReport } from '../../shared/reports/report.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { happened } from '../platform/activity.service.ts';
import { reached } from './recipients.service.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';
import { currentReport, recordOf } from './report-records.ts';
import { showing } from './showing.ts';

/** Reports that wait for review in one MSP: one for each client and period that nobody looked at. */
const MOST_WAITING = 5_000;

const stored = async (scope: Scope, { v, companyId, reportId }: VersionedReport) =>
  basedOn(await currentReport(scope, { companyId, reportId }), v, 'report');

/** Shows a made report to the client, in the portal, and mails whoever is named. */
export async function publish(scope: Scope, { recipients, ...input }: Publishing): Promise<Report> {
  const before = await stored(scope, input);
  if (before.status !== 'finished')
    throw refused(
      'report.not-finished',
      'What stands here is not made yet. Make the report, read it, then publish it.',
    );
  if (before.publishedAt) throw refused('report.published', 'The client sees this report already.');
  const people = await reached(scope, input.companyId, recipients);
  const { after, ops, facts } = showing(scope, before, people);
  return commit(scope, ops, facts, after);
}

/** Takes it out of the portal again. Its words and files stay as they are. */
export async function withdraw(scope: Scope, input: VersionedReport): Promise<Report> {
  const before = await stored(scope, input);
  if (!before.publishedAt) throw refused('report.not-published', 'The client does not see this report.');
  const after = revised(scope, before, { publishedAt: undefined });
  const { companyId, reportId } = before;
  const ops = [change(ReportEntity, before, after), happened(scope, companyId, recordOf(reportId), 'withdrawn')];
  return commit(scope, ops, [reportPublished.of({ companyId, reportId, published: false })], after);
}

async function inReview(scope: Scope, input: VersionedReport): Promise<ReportRow> {
  const report = await stored(scope, input);
  if (report.review !== 'waiting')
    throw refused('report.not-waiting', 'This report does not wait for review. Reload to see what became of it.');
  return report;
}

/** Leaves it for later: it waits again from that day on. */
export async function putOff(scope: Scope, { until, ...input }: PuttingOff): Promise<Report> {
  const [before, { timeZone }] = await Promise.all([inReview(scope, input), currentMsp(scope)]);
  if (until <= dateIn(timeZone, scope.now())) throw invalid('until', 'Choose a day after today.');
  const after = revised(scope, before, { waitsFrom: until });
  const { companyId, reportId } = before;
  const told = happened(scope, companyId, recordOf(reportId), 'deferred', [until]);
  return commit(scope, [change(ReportEntity, before, after), told], [], after);
}

/** Does not send it this time. The report stays, unpublished. */
export async function skip(scope: Scope, input: VersionedReport): Promise<Report> {
  const before = await inReview(scope, input);
  const after = revised(scope, before, { review: 'skipped', waitsFrom: undefined });
  const { companyId, reportId } = before;
  const told = happened(scope, companyId, recordOf(reportId), 'skipped');
  return commit(scope, [change(ReportEntity, before, after), told], [], after);
}

export function allInReview(scope: Scope): Promise<ReportRow[]> {
  return all(scope, ReportEntity, ReportEntity.query.inReview({ mspId: scope.mspId }), { most: MOST_WAITING });
}

/** Reports of all clients that the actor sees and that a person has to send, oldest first. */
export async function waiting(scope: Scope): Promise<{ items: Report[] }> {
  return { items: (await allInReview(scope)).filter(({ companyId }) => seesCompany(scope.actor, companyId)) };
}

/** Puts a report that was put off before its reviewer again. */
export async function wake(scope: Scope, { companyId, reportId }: ReportRow, today: string): Promise<void> {
  const before = await currentReport(scope, { companyId, reportId });
  if (before.review !== 'waiting' || before.waitsFrom === undefined || before.waitsFrom > today) return;
  const after = revised(scope, before, { waitsFrom: undefined });
  const op = change(ReportEntity, before, after, { audit: false });
  await commit(scope, [op], [reportWaits.of({ companyId, reportId })]);
}
