import type { OneReport, StoredFile } from '../../shared/reports/report.ts';
import { companyFile } from '../_kit/file-keys.ts';
import type { Scope } from '../_kit/scope.ts';
import { mustFind } from '../_kit/store.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';

/** One making of a report: what the workflow's steps are given. */
export interface Making extends OneReport {
  attempt: number;
}

/** Another making of this report has begun, or this one is over: going on would be wrong. */
export class ReportSuperseded extends Error {
  override name = 'ReportSuperseded';

  constructor({ reportId, attempt }: Making) {
    super(`Attempt ${attempt} of report ${reportId} is over.`);
  }
}

/** Everything about a report as its record stands now. */
export function currentReport(scope: Scope, { companyId, reportId }: OneReport): Promise<ReportRow> {
  return mustFind(scope, ReportEntity, ReportEntity.get({ mspId: scope.mspId, companyId, reportId }), 'report');
}

/** The report under making. @throws ReportSuperseded when this attempt is no longer the one that counts */
export async function reportInMaking(scope: Scope, making: Making): Promise<ReportRow> {
  const report = await currentReport(scope, making);
  if (report.attempt !== making.attempt) throw new ReportSuperseded(making);
  return report;
}

type Hash = Pick<StoredFile, 'sha256'>;
const fileOf = (scope: Scope, { companyId, reportId }: OneReport, name: string) =>
  companyFile(scope, companyId, `reports/${reportId}/${name}`);

/** Where a report's files stand: each under its own hash, so that no later one can take its place. */
export const snapshotFile = (scope: Scope, one: OneReport, { sha256 }: Hash) => fileOf(scope, one, `${sha256}.json`);
export const pdfFile = (scope: Scope, one: OneReport, { sha256 }: Hash) => fileOf(scope, one, `${sha256}.pdf`);

export const recordOf = (reportId: string) => ({ type: 'report' as const, id: reportId });
