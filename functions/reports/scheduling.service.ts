import { seesCompany } from '../../shared/kernel/actor.ts';
import { dateIn } from '../../shared/kernel/date.ts';
import { changedMeanwhile, notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { nextDate } from '../../shared/reports/occurrences.ts';
import { MAKING_HOUR, type ReportSchedule, type ScheduleChange } from '../../shared/reports/schedule.ts';
import { commit } from '../_kit/commit.ts';
import { change, put, remove } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, page } from '../_kit/store.ts';
import { get as companyOf, current as currentCompany } from '../companies/companies.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { reached } from './recipients.service.ts';
import { ReportScheduleEntity, type ReportScheduleRow } from './report-schedule.entity.ts';

type One = { companyId: string };

export function storedSchedule(scope: Scope, { companyId }: One): Promise<ReportScheduleRow | undefined> {
  const key = ReportScheduleEntity.get({ mspId: scope.mspId, companyId });
  return find(scope, ReportScheduleEntity, key, { consistent: true });
}

/** The day that has begun for the schedules of an MSP: its calendar day, from the making hour on. */
export async function scheduleDay(scope: Scope): Promise<string> {
  const { timeZone } = await currentMsp(scope);
  return dateIn(timeZone, new Date(scope.now().getTime() - MAKING_HOUR * 3_600_000));
}

/** When a client's reports are made; none until one is set. */
export async function schedule(scope: Scope, one: One): Promise<{ schedule?: ReportSchedule }> {
  const [found] = await Promise.all([storedSchedule(scope, one), companyOf(scope, one)]);
  return found ? { schedule: found } : {};
}

/** The schedules of all clients that the actor sees, those due first at the top. */
export function schedules(scope: Scope, paging: { limit: number; cursor?: string }): Promise<Page<ReportSchedule>> {
  const query = ReportScheduleEntity.query.inMsp({ mspId: scope.mspId });
  const keep = ({ companyId }: ReportScheduleRow) => seesCompany(scope.actor, companyId);
  return page(scope, ReportScheduleEntity, query, { ...paging, keep });
}

/** Sets or changes a client's schedule. The next day is the first one still to come. */
export async function setSchedule(scope: Scope, { companyId, v, ...set }: ScheduleChange): Promise<ReportSchedule> {
  const [company, before, today] = await Promise.all([
    currentCompany(scope, companyId),
    storedSchedule(scope, { companyId }),
    scheduleDay(scope),
  ]);
  if ((before?.v ?? 0) !== v) throw changedMeanwhile('report schedule', before?.v ?? 0);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you report on it.');
  await reached(scope, companyId, set.recipients);
  const next = { ...set, nextDate: nextDate(set.rule, today, company.fiscalYearStart) };
  const after = before ? revised(scope, before, next) : stamped(scope, { companyId, ...next });
  const taken = () => changedMeanwhile('report schedule');
  const op = before ? change(ReportScheduleEntity, before, after) : put(ReportScheduleEntity, after, { taken });
  return commit(scope, [op], [], after);
}

/** Ends a client's schedule. Reports that it made stay. */
export async function endSchedule(scope: Scope, { v, ...one }: One & { v: number }): Promise<Gone> {
  const before = await storedSchedule(scope, one);
  if (!before) throw notFound('report schedule');
  return commit(scope, [remove(ReportScheduleEntity, basedOn(before, v, 'report schedule'))], [], {});
}
