import { reportChanged, reportRequested } from '../../events/reports.ts';
import { dateIn } from '../../shared/kernel/date.ts';
import { changedMeanwhile, refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { proposal } from '../../shared/reports/occurrences.ts';
import type {
  Arrangement,
  ArrangementChange,
  NewReport,
  Report,
  ReportChange,
  VersionedReport,
} from '../../shared/reports/report.ts';
import { sectionFacts, USUAL } from '../../shared/reports/section-facts.ts';
import { isStuck, isUnderWay } from '../../shared/reports/stuck.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';
import { currentReport, recordOf } from './report-records.ts';
import { ArrangementEntity } from './report-schedule.entity.ts';

const stored = (scope: Scope) => find(scope, ArrangementEntity, ArrangementEntity.get({ mspId: scope.mspId }));

/** The order that the MSP's reports begin with; ours until it keeps one. */
export async function arrangement(scope: Scope): Promise<Arrangement> {
  const row = await stored(scope);
  const kept = row?.sections.filter((id) => sectionFacts(id)) ?? [];
  return { sections: kept.length > 0 ? kept : [...USUAL], v: row?.v ?? 0 };
}

/** Keeps an order for the reports to come. Those that are begun stay as they are. */
export async function keepArrangement(scope: Scope, { sections, v }: ArrangementChange): Promise<Arrangement> {
  const before = await stored(scope);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('usual order', before?.v ?? 0);
  const set = { sections };
  const after = before ? revised(scope, before, set) : stamped(scope, set);
  const taken = () => changedMeanwhile('usual order');
  const op = before ? change(ArrangementEntity, before, after) : put(ArrangementEntity, after, { taken });
  return commit(scope, [op], [], { sections: after.sections, v: after.v });
}

/** Begins a report. What is not said of it is proposed. */
export async function create(scope: Scope, { companyId, note, ...said }: NewReport): Promise<Report> {
  const [company, usual] = await Promise.all([currentCompany(scope, companyId), arrangement(scope)]);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you report on it.');
  const proposed = proposal(dateIn(company.timeZone, scope.now()), company.fiscalYearStart);
  const reportId = newId(scope.now());
  const report = stamped(scope, {
    companyId,
    reportId,
    note,
    title: said.title ?? proposed.title,
    period: said.period ?? proposed.period,
    sections: said.sections ?? usual.sections,
    status: 'draft' as const,
    attempt: 0,
    requestedBy: scope.actor.userId,
  });
  const ops = [put(ReportEntity, report), happened(scope, companyId, recordOf(reportId), 'created')];
  return commit(scope, ops, [reportChanged.of({ companyId, reportId })], report);
}

/** The report, provided that it may still change. */
async function changeable(scope: Scope, { v, ...one }: VersionedReport): Promise<ReportRow> {
  const report = basedOn(await currentReport(scope, one), v, 'report');
  if (report.sealedAt)
    throw refused('report.sealed', 'The client was shown this report, so it stays as it is. Begin a new one instead.');
  if (isUnderWay(report) && !isStuck(report, scope.now()))
    throw refused('report.under-way', 'This report is being made. Wait until it is finished.');
  return report;
}

/**
 * Changes words, time or sections of a report that the client was never shown: it is a draft again, and keeps the version made
 * last until the next is made. What the schedule was to send by itself now waits for a person.
 */
export async function edit(scope: Scope, { companyId, reportId, v, ...set }: ReportChange): Promise<Report> {
  const before = await changeable(scope, { companyId, reportId, v });
  const { scheduled } = before;
  const after = revised(scope, before, {
    ...set,
    status: 'draft',
    failure: undefined,
    frozen: undefined,
    // An attempt that was lost must not come back and finish what has changed since.
    attempt: isUnderWay(before) ? before.attempt + 1 : before.attempt,
    ...(scheduled ? { scheduled: { ...scheduled, review: true } } : {}),
  });
  return commit(scope, [change(ReportEntity, before, after)], [reportChanged.of({ companyId, reportId })], after);
}

/** Takes away a report that was never made. */
export async function discard(scope: Scope, input: VersionedReport): Promise<Gone> {
  const before = await changeable(scope, input);
  if (before.made)
    throw refused('report.made', 'A version of this report is made, so it stays. Leave it unpublished instead.');
  const { companyId, reportId } = before;
  const fact = reportChanged.of({ companyId, reportId });
  return commit(scope, [remove(ReportEntity, before, { what: 'report' })], [fact], {});
}

/** The report at the start of its next attempt. */
export function anew(scope: Scope, report: ReportRow, set: Partial<ReportRow> = {}): ReportRow {
  const next = { status: 'queued' as const, attempt: report.attempt + 1, failure: undefined, frozen: undefined };
  return revised(scope, report, { ...set, ...next });
}

/** Makes the next version, from the data as it is then. Who asks gets a mail when it is ready. */
export async function make(scope: Scope, input: VersionedReport): Promise<Report> {
  const before = await changeable(scope, input);
  const { companyId, reportId } = before;
  const after = anew(scope, before, { requestedBy: scope.actor.userId });
  const fact = reportRequested.of({ companyId, reportId, attempt: after.attempt });
  return commit(scope, [change(ReportEntity, before, after)], [fact], after);
}
