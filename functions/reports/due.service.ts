import { reportRequested } from '../../events/reports.ts';
import { whoCares } from '../../shared/notifications/recipients.ts';
import { coveredBy, latestDue, nextDate } from '../../shared/reports/occurrences.ts';
import type { ReportSchedule } from '../../shared/reports/schedule.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { unlessTaken } from '../_kit/unless-taken.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { allStaff } from '../identity/directory.service.ts';
import { happened } from '../platform/activity.service.ts';
import { arrangement } from './arranging.service.ts';
import { hasData } from './freezing.service.ts';
import { allInReview, wake } from './publishing.service.ts';
import { ReportEntity } from './report.entity.ts';
import { recordOf } from './report-records.ts';
import { ReportScheduleEntity, type ReportScheduleRow } from './report-schedule.entity.ts';
import { scheduleDay, storedSchedule } from './scheduling.service.ts';

const PAGE = 25;

/** The schedule with its day behind it. */
function passed(scope: Scope, before: ReportScheduleRow, next: string, latest: ReportSchedule['latest']): Op {
  const after = revised(scope, before, { nextDate: next, latest });
  return change(ReportScheduleEntity, before, after, { what: 'report schedule', audit: false });
}

/** Asks for the report of a day that has come. The day moves on in the same commit: it counts once, whoever looks at it. */
async function makeOne(scope: Scope, companyId: string, today: string): Promise<void> {
  const before = await storedSchedule(scope, { companyId });
  if (!before || before.nextDate > today) return;
  const { rule, recipients, review } = before;
  const [company, usual, staff] = await Promise.all([
    currentCompany(scope, companyId),
    arrangement(scope),
    allStaff(scope),
  ]);
  const { fiscalYearStart } = company;
  const date = latestDue(rule, before.nextDate, today, fiscalYearStart);
  const next = nextDate(rule, today, fiscalYearStart);
  if (company.status === 'archived') return commit(scope, [passed(scope, before, next, { date, skipped: 'archived' })]);
  const arranged = { companyId, sections: usual.sections, ...coveredBy(rule, date, fiscalYearStart) };
  if (!(await hasData(scope, arranged))) {
    return commit(scope, [passed(scope, before, next, { date, skipped: 'no-data' })]);
  }
  const reportId = newId(scope.now());
  const fields = {
    ...arranged,
    reportId,
    note: '',
    status: 'queued' as const,
    attempt: 1,
    requestedBy: whoCares(staff, companyId, company.ownerId)[0] ?? before.createdBy,
    scheduled: { date, review, recipients },
  };
  const ops = [
    put(ReportEntity, stamped(scope, fields, 'rule')),
    happened(scope, companyId, recordOf(reportId), 'created'),
    passed(scope, before, next, { date, reportId }),
  ];
  await commit(scope, ops, [reportRequested.of({ companyId, reportId, attempt: 1 })]);
}

/** Asks for every report whose day has come, and puts those that were put off until today before their reviewers again. */
export async function makeDue(scope: Scope): Promise<void> {
  const today = await scheduleDay(scope);
  const query = () => ReportScheduleEntity.query.inMsp({ mspId: scope.mspId });
  let cursor: string | undefined;
  do {
    const found = await page(scope, ReportScheduleEntity, query(), { limit: PAGE, cursor });
    const due = found.items.filter(({ nextDate: day }) => day <= today);
    for (const { companyId } of due) await unlessTaken(makeOne(scope, companyId, today));
    cursor = due.length === PAGE ? found.cursor : undefined;
  } while (cursor);
  for (const report of await allInReview(scope)) {
    if (report.waitsFrom !== undefined && report.waitsFrom <= today) await unlessTaken(wake(scope, report, today));
  }
}
