import { expect } from 'vitest';
import type { Page } from '../../shared/kernel/page.ts';
import type { Arrangement, Report } from '../../shared/reports/report.ts';
import type { ReportSchedule } from '../../shared/reports/schedule.ts';
import { systemScope } from '../_kit/scope.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { as, idle, mailsTo } from '../_kit/testing/world.ts';
import { ask, type ClientAtWork, clientAtWork, ok } from '../identity/testing/members.ts';
import { makeDue } from './due.service.ts';
import { readReport } from './testing/made-report.ts';

const JOB = 'reports-schedule-due-reports';
const PERIOD = { from: '2031-01-01', to: '2031-03-31' };

async function prepare(): Promise<ClientAtWork> {
  const client = await clientAtWork();
  ok(await ask(client.owner, 'POST', `/companies/${client.companyId}/goals`, { title: 'Pass the audit' }));
  await idle();
  return client;
}

/** The clock's job at noon of a day: cut off before and after its commit, then twice at once. */
async function tickThrough(mspId: string, day: string): Promise<void> {
  const now = () => new Date(`${day}T20:00:00Z`);
  const tick = () => as(JOB, () => makeDue({ ...systemScope(mspId, JOB), now }));
  const target = { mspId, functionName: JOB };
  await during(target, { effect: 'timeout-before' }, () => expect(tick()).rejects.toThrow());
  await during(target, { effect: 'fail-after', nth: 1 }, () => expect(tick()).rejects.toThrow());
  await Promise.all([tick(), tick()]);
}

async function play({ mspId, owner, approver, companyId }: ClientAtWork, { write, last, settle }: Hand): Promise<void> {
  const { cookie } = owner;
  const reports = `/companies/${companyId}/reports`;
  const schedule = `/companies/${companyId}/report-schedule`;
  const recipients = [{ type: 'client-user', id: approver.userId }];
  const post = <T>(operation: string, path: string, body: object) =>
    write<T>({ operation, method: 'POST', path, body, cookie });
  const act = (operation: string, { reportId, v }: Report, body: object = {}) =>
    post<Report>(operation, `${reports}/${reportId}/${operation === 'putOff' ? 'put-off' : operation}`, { v, ...body });
  /** Lets the workflow that was asked for run to its end. */
  const worked = async (report: Pick<Report, 'reportId'>) => {
    await settle();
    await idle();
    await settle();
    return readReport(owner, { companyId, ...report });
  };

  const arranged = { sections: ['cover', 'goals'], v: 0 };
  await write<Arrangement>({
    operation: 'keepArrangement',
    method: 'PUT',
    path: '/report-arrangement',
    body: arranged,
    cookie,
  });
  const unwanted = await post<Report>('create', reports, {});
  await write({
    operation: 'discard',
    method: 'DELETE',
    path: `${reports}/${unwanted.reportId}`,
    body: { v: unwanted.v },
    cookie,
  });
  const draft = await post<Report>('create', reports, { title: 'By hand', period: PERIOD });
  const body = { v: draft.v, note: 'Thank you.' };
  const path = `${reports}/${draft.reportId}`;
  const noted = await write<Report>({ operation: 'edit', method: 'PATCH', path, body, cookie });
  await act('make', noted);
  const made = await worked(noted);
  const shown = await act('publish', made, { recipients });
  await act('withdraw', shown);
  await settle();

  const rule = { every: 'month', on: 'day', count: 5 };
  const setting = { operation: 'setSchedule', method: 'PUT' as const, path: schedule, cookie };
  const set = await write<ReportSchedule>({ ...setting, body: { rule, recipients, review: true, v: 0 } });
  await tickThrough(mspId, set.nextDate);
  const { schedule: moved } = ok(await ask<{ schedule: ReportSchedule }>(owner, 'GET', schedule));
  const waits = await worked({ reportId: moved.latest?.reportId ?? '' });
  const later = await act('putOff', waits, { until: '2099-01-01' });
  await act('skip', later);
  const alone = await write<ReportSchedule>({ ...setting, body: { rule, recipients, review: false, v: moved.v } });
  await tickThrough(mspId, alone.nextDate);
  const { schedule: sent } = ok(await ask<{ schedule: ReportSchedule }>(owner, 'GET', schedule));
  await worked({ reportId: sent.latest?.reportId ?? '' });
  await last({ operation: 'endSchedule', method: 'DELETE', path: schedule, body: { v: sent.v }, cookie });
}

/** Each report was made once, one of the schedule's went out by itself, and nobody was mailed twice about one. */
async function holds({ owner, approver, companyId }: ClientAtWork): Promise<void> {
  const { items } = ok(await ask<Page<Report>>(owner, 'GET', `/companies/${companyId}/reports`));
  const told = items.map(({ status, made, scheduled, publishedAt, review }) => [
    status,
    made?.version,
    Boolean(scheduled),
    Boolean(publishedAt),
    review,
  ]);
  expect(told.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ['finished', 1, false, false, undefined],
    ['finished', 1, true, false, 'skipped'],
    ['finished', 1, true, true, undefined],
  ]);
  const sent = items.find(({ publishedAt }) => publishedAt)?.title ?? '';
  const mailed = (await mailsTo(approver.email)).filter(({ text }) => text.includes(sent));
  expect(mailed.length).toBeLessThanOrEqual(1);
}

// Names differ from run to run, and with them the bytes of the paper; a mail that is cut off stays undone.
const blind = { report: ['made'], 'report-mail': ['state', 'v'] };
survives({ feature: 'reports', prepare, play, holds, blind: { ...blind, answer: ['made'] }, atMostOnce: true });
