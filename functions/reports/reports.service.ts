import { notFound, refused } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { type Delivery, MOST_RECIPIENTS } from '../../shared/reports/recipient.ts';
import type { Download, OneReport, Report, ReportFilter, Verification } from '../../shared/reports/report.ts';
import { isIntact } from '../_kit/clients/file-check.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, page } from '../_kit/store.ts';
import { historyOf } from '../platform/activity.service.ts';
import { linksAt } from '../platform/links.service.ts';
import { ReportEntity, ReportMailEntity, type ReportRow } from './report.entity.ts';
import { pdfFile, recordOf, snapshotFile } from './report-records.ts';

/** Reports of one client over the years. */
const MOST_REPORTS = 1_000;
/** A report can be taken back and sent again; each making tells whoever asked. */
const MOST_MAILS = 50 * MOST_RECIPIENTS;

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

/** What the report is about: links to the records whose figures it shows. */
export async function links(scope: Scope, { companyId, reportId }: OneReport): Promise<Links> {
  return { items: await linksAt(scope, companyId, recordOf(reportId)) };
}

export function history(
  scope: Scope,
  { companyId, reportId, limit, cursor }: OneReport & { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  return historyOf(scope, companyId, recordOf(reportId), { limit, cursor });
}

/** Mails to people of the client, oldest first. */
export async function deliveries(scope: Scope, { companyId, reportId }: OneReport): Promise<{ items: Delivery[] }> {
  const query = ReportMailEntity.query.ofReport({ mspId: scope.mspId, companyId, reportId });
  const [mails] = await Promise.all([
    all(scope, ReportMailEntity, query, { most: MOST_MAILS }),
    get(scope, { companyId, reportId }),
  ]);
  const sent = mails.filter(({ purpose }) => purpose === 'sent');
  return { items: sent.map(({ name, to, plannedAt, state }) => ({ name, email: to, plannedAt, state })) };
}

function madeOf({ made }: Report): NonNullable<Report['made']> {
  if (!made) throw refused('report.not-made', 'This report has no PDF yet. Make it first.');
  return made;
}

/** A link to the PDF as it was stored: nothing is drawn anew, and what is no longer the same is not handed out. */
async function linkOf(scope: Scope, report: Report): Promise<Download> {
  const { pdf } = madeOf(report);
  const key = pdfFile(scope, report, pdf);
  if (!(await isIntact(scope, key, pdf)))
    throw refused(
      'report.damaged',
      'The stored PDF is gone or is not what was stored, so it is not handed out. Tell support: older versions of the file are kept.',
    );
  return { ...(await linkTo(scope, key)), fileName: pdf.fileName };
}

/** Where the PDF can be fetched for the next few minutes. */
export async function download(scope: Scope, one: OneReport): Promise<Download> {
  return linkOf(scope, await get(scope, one));
}

/** Whether data and PDF are still what was stored. */
export async function verify(scope: Scope, one: OneReport): Promise<Verification> {
  const { snapshot, pdf } = madeOf(await get(scope, one));
  const [data, paper] = await Promise.all([
    isIntact(scope, snapshotFile(scope, one, snapshot), snapshot),
    isIntact(scope, pdfFile(scope, one, pdf), pdf),
  ]);
  return { at: scope.now().toISOString(), data, pdf: paper };
}

/** The reports that the client sees, newest first. */
export async function publishedReports(scope: Scope, companyId: string): Promise<ReportRow[]> {
  const query = ReportEntity.query.record({ mspId: scope.mspId, companyId });
  const rows = await all(scope, ReportEntity, query, { most: MOST_REPORTS, newestFirst: true });
  return rows.filter(({ publishedAt }) => publishedAt !== undefined);
}

/** The PDF of a report that the client sees; one that was not published does not exist for the client. */
export async function publishedDownload(scope: Scope, one: OneReport): Promise<Download> {
  const report = await get(scope, one);
  if (!report.publishedAt) throw notFound('report');
  return linkOf(scope, report);
}
