import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateIn } from '../../shared/kernel/calendar.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { PortalReport } from '../../shared/portal/portal.ts';
import { nextDate } from '../../shared/reports/occurrences.ts';
import type { Report } from '../../shared/reports/report.ts';
import type { ReportSchedule, Rule } from '../../shared/reports/schedule.ts';
import { systemScope } from '../_kit/scope.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { as, idle, mails, runSchedule } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';
import { present } from '../portal/testing/sent-budget.ts';
import { makeDue } from './due.service.ts';
import { readReport, remade } from './testing/made-report.ts';

let owner: Owner;
let companyId: string;
let karen: Member;
const ZONE = 'America/New_York';
const RULE: Rule = { every: 'month', on: 'day', count: 5 };

beforeAll(async () => {
  owner = await easyMsp();
  ({ companyId } = await present(owner, 'Cedar Ridge'));
  karen = await newClientUser(owner, companyId, 'approver');
});

const pathOf = (company = companyId) => `/companies/${company}/report-schedule`;
async function set(body: object = {}, company = companyId, who: { cookie: string } = owner): Promise<ReportSchedule> {
  const { schedule } = ok(await ask<{ schedule?: ReportSchedule }>(who, 'GET', pathOf(company)));
  const asked = { rule: RULE, recipients: [], review: true, v: schedule?.v ?? 0, ...body };
  return ok(await ask<ReportSchedule>(who, 'PUT', pathOf(company), asked));
}
const stored = async (company = companyId) =>
  ok(await ask<{ schedule: ReportSchedule }>(owner, 'GET', pathOf(company))).schedule;

const JOB = 'reports-schedule-due-reports';
/** The job at an hour of a day, as clocks in New York read it. */
function tick(day: string, hour = 12, mspId = owner.mspId): Promise<void> {
  // Neither side of the change to winter time matters: no test ticks within an hour of seven.
  const now = () => new Date(Date.parse(`${day}T00:00:00Z`) + (hour + 5) * 3_600_000);
  return as(JOB, () => makeDue({ ...systemScope(mspId, JOB), now }));
}
const reportsOf = async (company = companyId) =>
  ok(await ask<Page<Report>>(owner, 'GET', `/companies/${company}/reports?limit=100`)).items;
const bellOf = async (who: Member, { reportId }: Report) => {
  const { items } = ok(
    await ask<{ items: { type: string; record: { id: string } }[] }>(who, 'GET', '/notifications?limit=100'),
  );
  return items.filter(({ record }) => record.id === reportId).map(({ type }) => type);
};
const waiting = async (who: Member = owner) =>
  ok(await ask<{ items: Report[] }>(who, 'GET', '/reports-in-review')).items.map(({ reportId }) => reportId);
const act = (report: Report, verb: string, body: object = {}) =>
  ask<Report>(owner, 'POST', `/companies/${report.companyId}/reports/${report.reportId}/${verb}`, {
    v: report.v,
    ...body,
  });
const seenBy = async (who: Member) =>
  ok(await ask<{ items: PortalReport[] }>(who, 'GET', '/portal/reports')).items.map(({ reportId }) => reportId);
const mailsTo = async (email: string, about: string) =>
  (await mails()).filter(({ to, text }) => to.some((one) => one.includes(email)) && text.includes(about));
const recipients = () => [{ type: 'client-user', id: karen.userId }];

/** The report of a schedule's next day, made. */
async function due(company = companyId): Promise<Report> {
  await tick((await stored(company)).nextDate);
  await idle();
  const { reportId = '' } = (await stored(company)).latest ?? {};
  return readReport(owner, { companyId: company, reportId });
}

describe('a schedule', () => {
  it('knows its next day in the zone of the MSP, changes, and ends', async () => {
    const first = await set();
    const today = dateIn(ZONE, new Date(Date.now() - 7 * 3_600_000));
    expect(first).toMatchObject({ v: 1, nextDate: nextDate(RULE, today, 1), review: true });
    const changed = await set({
      rule: { every: 'quarter', on: 'weeks-before-end', count: 2 },
      recipients: recipients(),
    });
    expect(changed).toMatchObject({ v: 2, recipients: recipients() });
    const codeOf = async (body: object) => {
      const asked = { rule: RULE, recipients: [], review: true, v: changed.v, ...body };
      const { body: answer } = await ask(owner, 'PUT', pathOf(), asked);
      return answer.errors?.[0]?.path ?? answer.code;
    };
    expect(await codeOf({ rule: { every: 'month', on: 'weeks-before-end', count: 4 } })).toBe('rule.count');
    expect(await codeOf({ recipients: [{ type: 'contact', id: karen.userId }, ...recipients()] })).toBe('recipients');
    expect(await codeOf({ recipients: [{ type: 'contact', id: owner.mspId }] })).toBe('recipients');
    expect(await codeOf({ v: 1 })).toBe('report-schedule.changed');
    ok(await ask(owner, 'DELETE', pathOf(), { v: changed.v }));
    expect((await ask(owner, 'DELETE', pathOf(), { v: changed.v })).status).toBe(404);
    expect(ok(await ask<object>(owner, 'GET', pathOf()))).toEqual({});
  });

  it('asks for its report from seven in the morning of its day, once, however often the clock ticks or dies', async () => {
    const { nextDate: day } = await set();
    const before = (await reportsOf()).length;
    await tick(day, 5);
    expect(await reportsOf()).toHaveLength(before);
    const target = { mspId: owner.mspId, functionName: JOB };
    await during(target, { effect: 'fail-after', nth: 1 }, () => expect(tick(day, 9)).rejects.toThrow());
    await Promise.all([tick(day, 9), tick(day, 9), tick(addDays(day, 1))]);
    await idle();
    const [report, ...others] = await reportsOf();
    expect(others).toHaveLength(before);
    expect(report).toMatchObject({
      status: 'finished',
      source: 'rule',
      review: 'waiting',
      requestedBy: owner.userId,
      scheduled: { date: day },
    });
    const after = await stored();
    expect(after).toMatchObject({
      nextDate: nextDate(RULE, day, 1),
      latest: { date: day, reportId: report?.reportId },
    });
    // Months in which nobody looked are made up for by one report, about the latest of them.
    await tick(addDays(day, 100));
    await idle();
    const made = await reportsOf();
    expect(made).toHaveLength(before + 2);
    expect(made[0]?.scheduled?.date.slice(8)).toBe('05');
    expect((await stored()).nextDate > addDays(day, 100)).toBe(true);
  });

  it('passes over a day without data, and one of an archived client', async () => {
    const empty = await newCompany(owner);
    const { nextDate: day } = await set({}, empty);
    await tick(day);
    expect(await stored(empty)).toMatchObject({ latest: { date: day, skipped: 'no-data' } });
    const { v } = ok(await ask<{ v: number }>(owner, 'GET', `/companies/${empty}`));
    ok(await ask(owner, 'POST', `/companies/${empty}/archive`, { v }));
    const { nextDate: next, v: version } = await stored(empty);
    await tick(next);
    expect(await stored(empty)).toMatchObject({ latest: { date: next, skipped: 'archived' } });
    expect(await reportsOf(empty)).toEqual([]);
    const again = { rule: RULE, recipients: [], review: true, v: version + 1 };
    expect((await ask(owner, 'PUT', pathOf(empty), again)).body.code).toBe('company.archived');
  });

  it('is worked by the clock itself', async () => {
    await runSchedule(JOB);
    await idle();
    expect((await stored()).nextDate > dateIn(ZONE, new Date())).toBe(true);
  });
});

describe('a report that waits for review', () => {
  it('is told to whoever owns the client, and one press sends it', async () => {
    await set({ recipients: recipients() });
    const report = await due();
    expect(await waiting()).toContain(report.reportId);
    expect(await bellOf(owner, report)).toEqual(['report-waits']);
    expect((await mailsTo(owner.email, report.reportId)).map(({ subject }) => subject.split(':')[0])).toEqual([
      'Waits for your review',
    ]);
    expect(await seenBy(karen)).not.toContain(report.reportId);
    const sent = ok(await act(report, 'publish', { recipients: report.scheduled?.recipients }));
    await idle();
    expect(sent.review).toBeUndefined();
    expect(await waiting()).not.toContain(report.reportId);
    expect(await seenBy(karen)).toContain(report.reportId);
    expect(await mailsTo(karen.email, report.title)).toHaveLength(1);
    expect((await act(sent, 'skip')).body.code).toBe('report.not-waiting');
  });

  it('is put off until a day and told again then, or skipped', async () => {
    await set();
    const report = await due();
    const today = dateIn(ZONE, new Date());
    const early = await act(report, 'put-off', { until: today });
    expect(early.body.errors?.[0]).toMatchObject({ path: 'until' });
    const until = addDays(today, 3);
    ok(await act(report, 'put-off', { until }));
    expect(await waiting()).toContain(report.reportId);
    await tick(addDays(until, -1));
    await idle();
    expect(await bellOf(owner, report)).toEqual(['report-waits']);
    await Promise.all([tick(until), tick(until)]);
    await idle();
    expect(await bellOf(owner, report)).toEqual(['report-waits', 'report-waits']);
    const back = await readReport(owner, report);
    expect(back.waitsFrom).toBeUndefined();
    const skipped = ok(await act(back, 'skip'));
    expect(await waiting()).not.toContain(report.reportId);
    expect(skipped.publishedAt).toBeUndefined();
  });
});

describe('a schedule without review', () => {
  it('sends its report by itself to those who can still be reached', async () => {
    const { companyId: other } = await present(owner);
    const reader = await newClientUser(owner, other, 'member');
    const gone = ok(
      await ask<{ contactId: string; v: number }>(owner, 'POST', `/companies/${other}/contacts`, {
        name: 'Gone Soon',
        email: 'gone@other.example',
      }),
    );
    const both = [
      { type: 'client-user', id: reader.userId },
      { type: 'contact', id: gone.contactId },
    ];
    await set({ review: false, recipients: both }, other);
    ok(await ask(owner, 'DELETE', `/companies/${other}/contacts/${gone.contactId}`, { v: gone.v }));
    const report = await due(other);
    expect(report).toMatchObject({
      status: 'finished',
      publishedAt: report.sealedAt,
      sealedBy: expect.stringMatching(/^system:/),
    });
    expect(await seenBy(reader)).toEqual([report.reportId]);
    expect(await mailsTo(reader.email, report.title)).toHaveLength(1);
    expect(await mailsTo('gone@other.example', report.title)).toEqual([]);
    expect(await bellOf(owner, report)).toEqual(['report-finished']);
  });

  it('leaves to a person what a person has changed', async () => {
    const { companyId: other } = await present(owner);
    await set({ review: false }, other);
    const target = { mspId: owner.mspId, functionName: 'reports-step-finish' };
    // The last step does not get through, so the making fails and is told.
    const failed = await during(target, { effect: 'timeout-before' }, () => due(other));
    expect(failed).toMatchObject({ status: 'failed', scheduled: { review: false } });
    expect(await bellOf(owner, failed)).toEqual(['report-failed']);
    const path = `/companies/${other}/reports/${failed.reportId}`;
    const edited = ok(await ask<Report>(owner, 'PATCH', path, { v: failed.v, title: 'By hand' }));
    const made = await remade(owner, edited);
    expect(made).toMatchObject({ status: 'finished', review: 'waiting' });
    expect(made.publishedAt).toBeUndefined();
  });
});

describe('others', () => {
  it('who may not send reports may not schedule them; who sees no client sees neither schedule nor review of it', async () => {
    const [viewer, elsewhere, stranger] = await Promise.all([
      newStaff(owner, 'viewer'),
      newStaff(owner, 'manager', [await newCompany(owner)]),
      easyMsp(),
    ]);
    await set();
    const body = { rule: RULE, recipients: [], review: false, v: 0 };
    expect((await ask(viewer, 'PUT', pathOf(), body)).status).toBe(403);
    expect((await ask(karen, 'GET', pathOf())).status).toBe(403);
    const listed = async (who: { cookie: string }) =>
      ok(await ask<Page<ReportSchedule>>(who, 'GET', '/report-schedules')).items.map((one) => one.companyId);
    expect(await listed(viewer)).toContain(companyId);
    const report = await due();
    expect(await waiting(viewer)).toContain(report.reportId);
    for (const who of [elsewhere, stranger]) {
      expect(await listed(who)).not.toContain(companyId);
      expect(await waiting(who)).toEqual([]);
      expect((await ask(who, 'GET', pathOf())).status).toBe(404);
      expect((await ask(who, 'PUT', pathOf(), body)).status).toBe(404);
    }
    await tick(addDays((await stored()).nextDate, 1), 12, stranger.mspId);
    expect((await stored()).latest?.reportId).toBe(report.reportId);
  });
});
