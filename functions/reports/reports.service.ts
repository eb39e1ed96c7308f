import { reportPublished, reportRequested } from '../../events/reports.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type {
  Download,
  NewReport,
  OneReport,
  Report,
  ReportFilter,
  VersionedReport,
} from '../../shared/reports/report.ts';
import { mayStartAgain } from '../../shared/reports/stuck.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, page } from '../_kit/store.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { linksAt } from '../platform/links.service.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';
import { currentReport, filesOf, recordOf } from './report-records.ts';

/** Reports of one client over the years. */
const MOST_REPORTS = 1_000;

/** One client's reports, newest first. */
export function list(scope: Scope, { companyId, limit, cursor }: ReportFilter): Promise<Page<Report>> {
  const query = ReportEntity.query.record({ mspId: scope.mspId, companyId });
  return page(scope, ReportEntity, query, { limit, cursor, newestFirst: true, filter: companyId });
}

export async function get(scope: Scope, { companyId, reportId }: OneReport): Promise<Report> {
  const found = await find(scope, ReportEntity, ReportEntity.get({ mspId: scope.mspId, companyId, reportId }));
  if (!found) throw notFound('report');
  return found;
}

/** Asks for a report: it is made in the background, and who asked gets a mail. */
export async function create(scope: Scope, { companyId, ...facts }: NewReport): Promise<Report> {
  const company = await currentCompany(scope, companyId);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you report on it.');
  const reportId = newId(scope.now());
  const report = stamped(scope, {
    ...facts,
    companyId,
    reportId,
    status: 'queued' as const,
    attempt: 1,
    requestedBy: scope.actor.userId,
  });
  const ops = [put(ReportEntity, report), happened(scope, companyId, recordOf(reportId), 'created')];
  return commit(scope, ops, [reportRequested.of({ companyId, reportId, attempt: 1 })], report);
}

/** What the report is about: links to the records whose figures it shows. */
export async function links(scope: Scope, { companyId, reportId }: OneReport): Promise<Links> {
  return { items: await linksAt(scope, companyId, recordOf(reportId)) };
}

/** The report at the start of its next attempt. */
export function anew(scope: Scope, report: ReportRow): ReportRow {
  return revised(scope, report, { status: 'queued', attempt: report.attempt + 1, failure: undefined });
}

/** Makes a report once more, from the data as it is then. Refused while it is being made. */
export async function retry(scope: Scope, { v, ...one }: VersionedReport): Promise<Report> {
  const before = basedOn(await currentReport(scope, one), v, 'report');
  if (!mayStartAgain(before, scope.now())) {
    throw refused(
      'report.not-failed',
      before.status === 'finished'
        ? 'This report is finished. Ask for a new one to see newer data.'
        : 'This report is being made. Wait until it is finished.',
    );
  }
  const after = anew(scope, before);
  const fact = reportRequested.of({ ...one, attempt: after.attempt });
  return commit(scope, [change(ReportEntity, before, after)], [fact], after);
}

async function setPublished(scope: Scope, { v, ...one }: VersionedReport, published: boolean): Promise<Report> {
  const before = basedOn(await currentReport(scope, one), v, 'report');
  if (published && before.status !== 'finished')
    throw refused('report.not-finished', 'This report is not finished. Wait for it, then publish it.');
  if (Boolean(before.publishedAt) === published)
    throw refused(
      'report.published',
      published ? 'The client sees this report already.' : 'The client does not see this report.',
    );
  const after = revised(scope, before, { publishedAt: published ? scope.now().toISOString() : undefined });
  const ops = [
    change(ReportEntity, before, after),
    happened(scope, one.companyId, recordOf(one.reportId), published ? 'published' : 'withdrawn'),
  ];
  return commit(scope, ops, [reportPublished.of({ ...one, published })], after);
}

/** Shows a finished report to the client, in the portal. */
export const publish = (scope: Scope, input: VersionedReport) => setPublished(scope, input, true);
/** Takes it out of the portal again. */
export const withdraw = (scope: Scope, input: VersionedReport) => setPublished(scope, input, false);

async function linkOf(scope: Scope, { pdf, status, ...one }: Report): Promise<Download> {
  if (status !== 'finished' || !pdf) throw refused('report.not-finished', 'This report has no PDF yet.');
  return { ...(await linkTo(scope, filesOf(scope, one).pdf)), fileName: pdf.fileName };
}

/** Where the PDF can be fetched for the next few minutes. */
export async function download(scope: Scope, one: OneReport): Promise<Download> {
  return linkOf(scope, await get(scope, one));
}

/** The reports that the client sees, newest first. */
export async function publishedReports(scope: Scope, companyId: string): Promise<ReportRow[]> {
  const query = ReportEntity.query.record({ mspId: scope.mspId, companyId });
  const rows = await all(scope, ReportEntity, query, { most: MOST_REPORTS, newestFirst: true });
  return rows.filter(({ publishedAt, status }) => publishedAt !== undefined && status === 'finished');
}

/** The PDF of a report that the client sees; one that was not published does not exist for the client. */
export async function publishedDownload(scope: Scope, one: OneReport): Promise<Download> {
  const report = await get(scope, one);
  if (!report.publishedAt) throw notFound('report');
  return linkOf(scope, report);
}
