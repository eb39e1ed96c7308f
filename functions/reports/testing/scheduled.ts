import type { Page } from '../../../shared/kernel/page.ts';
import type { Report } from '../../../shared/reports/report.ts';
import type { ReportSchedule, Rule } from '../../../shared/reports/schedule.ts';
import { systemScope } from '../../_kit/scope.ts';
import { as, idle } from '../../_kit/testing/world.ts';
import { ask, type Owner, ok } from '../../identity/testing/members.ts';
import { makeDue } from '../due.service.ts';
import { readReport } from './made-report.ts';

/** Where the tests' MSPs sit. */
export const ZONE = 'America/New_York';
export const RULE: Rule = { every: 'month', on: 'day', count: 5 };
export const JOB = 'reports-schedule-due-reports';

type Who = { cookie: string };

export const scheduleOf = (companyId: string) => `/companies/${companyId}/report-schedule`;
export const stored = async (who: Who, companyId: string) =>
  ok(await ask<{ schedule: ReportSchedule }>(who, 'GET', scheduleOf(companyId))).schedule;
export const reportsOf = async (who: Who, companyId: string) =>
  ok(await ask<Page<Report>>(who, 'GET', `/companies/${companyId}/reports?limit=100`)).items;
/** Ids of the reports that somebody finds waiting for review. */
export const inReview = async (who: Who) =>
  ok(await ask<{ items: Report[] }>(who, 'GET', '/reports-in-review')).items.map(({ reportId }) => reportId);

/** Sets a client's schedule: reviewed and mailed to nobody, where nothing else is said. */
export async function set(who: Who, companyId: string, body: object = {}): Promise<ReportSchedule> {
  const before: ReportSchedule | undefined = await stored(who, companyId);
  const asked = { rule: RULE, recipients: [], review: true, v: before?.v ?? 0, ...body };
  return ok(await ask<ReportSchedule>(who, 'PUT', scheduleOf(companyId), asked));
}

/** The job at an hour of a day, as clocks in New York read it. */
export function tick(mspId: string, day: string, hour = 12): Promise<void> {
  // Neither side of the change to winter time matters: no test ticks within an hour of seven.
  const now = () => new Date(Date.parse(`${day}T00:00:00Z`) + (hour + 5) * 3_600_000);
  return as(JOB, () => makeDue({ ...systemScope(mspId, JOB), now }));
}

/** The report of a schedule's next day, made. */
export async function due(owner: Owner, companyId: string): Promise<Report> {
  await tick(owner.mspId, (await stored(owner, companyId)).nextDate);
  await idle();
  const { reportId = '' } = (await stored(owner, companyId)).latest ?? {};
  return readReport(owner, { companyId, reportId });
}
