import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateIn } from '../../shared/kernel/calendar.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { nextDate } from '../../shared/reports/occurrences.ts';
import type { ReportSchedule } from '../../shared/reports/schedule.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { idle, runSchedule } from '../_kit/testing/world.ts';
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
import { due, inReview, JOB, RULE, reportsOf, scheduleOf, set, stored, tick, ZONE } from './testing/scheduled.ts';

let owner: Owner;
let companyId: string;
let karen: Member;

beforeAll(async () => {
  owner = await easyMsp();
  ({ companyId } = await present(owner, 'Cedar Ridge'));
  karen = await newClientUser(owner, companyId, 'approver');
});

const recipients = () => [{ type: 'client-user', id: karen.userId }];

describe('a schedule', () => {
  it('knows its next day in the zone of the MSP, changes, and ends', async () => {
    const first = await set(owner, companyId);
    const today = dateIn(ZONE, new Date(Date.now() - 7 * 3_600_000));
    expect(first).toMatchObject({ v: 1, nextDate: nextDate(RULE, today, 1), review: true });
    const changed = await set(owner, companyId, {
      rule: { every: 'quarter', on: 'weeks-before-end', count: 2 },
      recipients: recipients(),
    });
    expect(changed).toMatchObject({ v: 2, recipients: recipients() });
    const codeOf = async (body: object) => {
      const asked = { rule: RULE, recipients: [], review: true, v: changed.v, ...body };
      const { body: answer } = await ask(owner, 'PUT', scheduleOf(companyId), asked);
      return answer.errors?.[0]?.path ?? answer.code;
    };
    expect(await codeOf({ rule: { every: 'month', on: 'weeks-before-end', count: 4 } })).toBe('rule.count');
    expect(await codeOf({ recipients: [{ type: 'contact', id: karen.userId }, ...recipients()] })).toBe('recipients');
    expect(await codeOf({ recipients: [{ type: 'contact', id: owner.mspId }] })).toBe('recipients');
    expect(await codeOf({ v: 1 })).toBe('report-schedule.changed');
    ok(await ask(owner, 'DELETE', scheduleOf(companyId), { v: changed.v }));
    expect((await ask(owner, 'DELETE', scheduleOf(companyId), { v: changed.v })).status).toBe(404);
    expect(ok(await ask<object>(owner, 'GET', scheduleOf(companyId)))).toEqual({});
  });

  it('asks for its report from seven in the morning of its day, once, however often the clock ticks or dies', async () => {
    const { nextDate: day } = await set(owner, companyId);
    const before = (await reportsOf(owner, companyId)).length;
    await tick(owner.mspId, day, 5);
    expect(await reportsOf(owner, companyId)).toHaveLength(before);
    const target = { mspId: owner.mspId, functionName: JOB };
    await during(target, { effect: 'fail-after', nth: 1 }, () => expect(tick(owner.mspId, day, 9)).rejects.toThrow());
    await Promise.all([tick(owner.mspId, day, 9), tick(owner.mspId, day, 9), tick(owner.mspId, addDays(day, 1))]);
    await idle();
    const [report, ...others] = await reportsOf(owner, companyId);
    expect(others).toHaveLength(before);
    expect(report).toMatchObject({
      status: 'finished',
      source: 'rule',
      review: 'waiting',
      requestedBy: owner.userId,
      scheduled: { date: day },
    });
    const after = await stored(owner, companyId);
    expect(after).toMatchObject({
      nextDate: nextDate(RULE, day, 1),
      latest: { date: day, reportId: report?.reportId },
    });
    // Months in which nobody looked are made up for by one report, about the latest of them.
    await tick(owner.mspId, addDays(day, 100));
    await idle();
    const made = await reportsOf(owner, companyId);
    expect(made).toHaveLength(before + 2);
    expect(made[0]?.scheduled?.date.slice(8)).toBe('05');
    expect((await stored(owner, companyId)).nextDate > addDays(day, 100)).toBe(true);
  });

  it('passes over a day without data, and one of an archived client', async () => {
    const empty = await newCompany(owner);
    const { nextDate: day } = await set(owner, empty);
    await tick(owner.mspId, day);
    expect(await stored(owner, empty)).toMatchObject({ latest: { date: day, skipped: 'no-data' } });
    const { v } = ok(await ask<{ v: number }>(owner, 'GET', `/companies/${empty}`));
    ok(await ask(owner, 'POST', `/companies/${empty}/archive`, { v }));
    const { nextDate: next, v: version } = await stored(owner, empty);
    await tick(owner.mspId, next);
    expect(await stored(owner, empty)).toMatchObject({ latest: { date: next, skipped: 'archived' } });
    expect(await reportsOf(owner, empty)).toEqual([]);
    const again = { rule: RULE, recipients: [], review: true, v: version + 1 };
    expect((await ask(owner, 'PUT', scheduleOf(empty), again)).body.code).toBe('company.archived');
  });

  it('is worked by the clock itself', async () => {
    await runSchedule(JOB);
    await idle();
    expect((await stored(owner, companyId)).nextDate > dateIn(ZONE, new Date())).toBe(true);
  });
});

describe('others', () => {
  it('who may not send reports may not schedule them; who sees no client sees neither schedule nor review of it', async () => {
    const [viewer, elsewhere, stranger] = await Promise.all([
      newStaff(owner, 'viewer'),
      newStaff(owner, 'manager', [await newCompany(owner)]),
      easyMsp(),
    ]);
    await set(owner, companyId);
    const body = { rule: RULE, recipients: [], review: false, v: 0 };
    expect((await ask(viewer, 'PUT', scheduleOf(companyId), body)).status).toBe(403);
    expect((await ask(karen, 'GET', scheduleOf(companyId))).status).toBe(403);
    const listed = async (who: { cookie: string }) =>
      ok(await ask<Page<ReportSchedule>>(who, 'GET', '/report-schedules')).items.map((one) => one.companyId);
    expect(await listed(viewer)).toContain(companyId);
    const report = await due(owner, companyId);
    expect(await inReview(viewer)).toContain(report.reportId);
    for (const who of [elsewhere, stranger]) {
      expect(await listed(who)).not.toContain(companyId);
      expect(await inReview(who)).toEqual([]);
      expect((await ask(who, 'GET', scheduleOf(companyId))).status).toBe(404);
      expect((await ask(who, 'PUT', scheduleOf(companyId), body)).status).toBe(404);
    }
    await tick(stranger.mspId, addDays((await stored(owner, companyId)).nextDate, 1));
    expect((await stored(owner, companyId)).latest?.reportId).toBe(report.reportId);
  });
});
