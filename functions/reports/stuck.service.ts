import { reportRequested } from '../../events/reports.ts';
import { isGivenUp, isStuck } from '../../shared/reports/stuck.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { unlessTaken } from '../_kit/unless-taken.ts';
import { anew } from './arranging.service.ts';
import { fail } from './finishing.service.ts';
import { ReportEntity } from './report.entity.ts';
import { currentReport } from './report-records.ts';

/** More than an MSP's staff asks for in a quarter of an hour. */
const MOST_UNDER_WAY = 1_000;

/** Takes up reports whose making was cut off; one that is lost again and again is given up, and who asked is told. */
export async function restartStuck(scope: Scope): Promise<void> {
  const underWay = ReportEntity.query.underWay({ mspId: scope.mspId });
  for (const listed of await all(scope, ReportEntity, underWay, { most: MOST_UNDER_WAY })) {
    if (!isStuck(listed, scope.now())) continue;
    const report = await currentReport(scope, listed);
    if (!isStuck(report, scope.now())) continue;
    const { companyId, reportId, attempt } = report;
    if (isGivenUp(report)) {
      await unlessTaken(fail(scope, { companyId, reportId, attempt, error: 'Lost' }));
      continue;
    }
    const next = anew(scope, report);
    const fact = reportRequested.of({ companyId, reportId, attempt: next.attempt });
    await unlessTaken(commit(scope, [change(ReportEntity, report, next)], [fact]));
  }
}
