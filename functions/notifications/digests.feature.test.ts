import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../shared/kernel/calendar.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { systemScope } from '../_kit/scope.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { as, idle, logs, runSchedule } from '../_kit/testing/world.ts';
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
import { DigestMailEntity } from './digest-mail.entity.ts';
import { sendDigest } from './digest-mailing.service.ts';
import { sendDigests } from './digests.service.ts';
import {
  at,
  budgetWaits,
  digestsTo,
  JOB,
  MONDAY,
  prefer,
  reportReady,
  stopped,
  tell,
  tick,
} from './testing/digests.ts';

const DENVER = 'America/Denver';
const SENDER = 'notifications-on-digest-planned';

let owner: Owner;
let companyId: string;

const count = async (who: Member) => (await digestsTo(who)).length;
const latest = async (who: Member) => (await digestsTo(who)).at(-1);
/** Reads the newest notification of a person. */
async function readNewest(who: Member): Promise<void> {
  const { items } = ok(await ask<{ items: Notification[] }>(who, 'GET', '/notifications?limit=1'));
  ok(await ask(who, 'POST', `/notifications/${items[0]?.notificationId}/read`));
}

/** Somebody who wants a digest. */
async function reader(digest: 'daily' | 'weekly'): Promise<Member> {
  const person = await newStaff(owner, 'manager');
  await prefer(person, { digest });
  return person;
}

/** A digest that was planned for a person, all of whose notifications are news. */
async function plannedFor({ mspId, userId }: Member): Promise<{ userId: string; mailId: string }> {
  const mail = { userId, mailId: newId() };
  const [plannedAt, ttl] = [new Date().toISOString(), Math.floor(Date.now() / 1000) + 3_600];
  const row = { ...mail, mspId, v: 1, state: 'planned' as const, after: 0, upTo: 9, since: plannedAt, plannedAt, ttl };
  await as(JOB, () => commit(systemScope(mspId, JOB), [put(DigestMailEntity, row)]));
  return mail;
}
const send = (mail: { userId: string; mailId: string }) =>
  as(SENDER, () => sendDigest(systemScope(owner.mspId, SENDER), mail));

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner, 'Cedar Ridge');
});

describe('a daily digest', () => {
  it('comes at seven with what was not read, grouped by client, once however often the clock ticks or dies', async () => {
    const mia = await reader('daily');
    await tell([mia], reportReady(companyId, 'Cedar Ridge'));
    await tell([mia], stopped());
    await tell([mia], reportReady(companyId, 'as it was called once'));
    await readNewest(mia);
    await tick(owner.mspId, at(MONDAY, 6));
    expect(await count(mia)).toBe(0);
    const target = { mspId: owner.mspId, functionName: JOB };
    const seven = () => tick(owner.mspId, at(MONDAY, 7));
    await during(target, { effect: 'timeout-before' }, () => expect(seven()).rejects.toThrow());
    await during(target, { effect: 'fail-after', nth: 1 }, () => expect(seven()).rejects.toThrow());
    await Promise.all([seven(), seven(), tick(owner.mspId, at(MONDAY, 8))]);
    const [mail, ...others] = await digestsTo(mia);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^2 things since /);
    expect(mail?.text).toMatch(
      /Cedar Ridge\n- A report is ready: Cedar Ridge\n {2}http.+\/c\/\w{26}\/reports\/\w{26}\n/,
    );
    expect(mail?.text).toMatch(/All clients\n- An integration stopped/);
    expect(mail?.text).toContain('/account?tab=notifications');
    expect(mail?.html).toContain('Choose what you are told');
  });

  it('stays away without news, is caught up later the same day, and not at the weekend', async () => {
    const max = await reader('daily');
    const friday = addDays(MONDAY, 4);
    await tell([max], stopped());
    await tick(owner.mspId, at(MONDAY, 7));
    await tick(owner.mspId, at(addDays(MONDAY, 1), 7));
    expect(await count(max)).toBe(1);
    await tell([max], stopped());
    // The tick of seven was missed.
    await tick(owner.mspId, at(friday, 22));
    expect((await latest(max))?.subject).toBe('1 thing since Monday');
    await tell([max], stopped());
    for (const days of [5, 6]) await tick(owner.mspId, at(addDays(MONDAY, days), 9));
    expect(await count(max)).toBe(2);
    await tick(owner.mspId, at(addDays(MONDAY, 7), 7));
    expect((await latest(max))?.subject).toBe('1 thing since Friday');
  });

  it('tells what came late on the next day, and what was muted never', async () => {
    const ned = await reader('daily');
    await tick(owner.mspId, at(MONDAY, 7));
    await prefer(ned, { muted: ['report-finished'] });
    await tell([ned], stopped());
    await tell([ned], reportReady(companyId, 'Cedar Ridge'));
    await tick(owner.mspId, at(MONDAY, 12));
    expect(await count(ned)).toBe(0);
    await tick(owner.mspId, at(addDays(MONDAY, 1), 7));
    expect((await digestsTo(ned)).map(({ subject }) => subject.slice(0, 8))).toEqual(['1 thing ']);
  });
});

describe('a weekly digest', () => {
  it('comes on Mondays at seven where the client is, and leads into the portal', async () => {
    const karen = await newClientUser(owner, companyId, 'approver');
    await prefer(karen, { digest: 'weekly' });
    await tell([karen], budgetWaits(companyId, 3));
    await tell([karen], budgetWaits(await newCompany(owner), 9));
    await tick(owner.mspId, at(addDays(MONDAY, -3), 12, DENVER));
    await tick(owner.mspId, at(MONDAY, 7));
    expect(await count(karen)).toBe(0);
    await tick(owner.mspId, at(MONDAY, 7, DENVER));
    const [mail, ...others] = await digestsTo(karen);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^1 thing since /);
    expect(mail?.text).toMatch(
      /Cedar Ridge\n- A budget waits for an answer: 3 lines\n {2}http\S+\/portal\/\S+\/plan\n/,
    );
    expect(mail?.text).toContain(`/portal/${owner.slug}/account?tab=notifications`);
    expect(mail?.text).not.toContain('/c/');
    await tell([karen], budgetWaits(companyId, 1));
    await tick(owner.mspId, at(addDays(MONDAY, 1), 7, DENVER));
    expect(await count(karen)).toBe(1);
    await tick(owner.mspId, at(addDays(MONDAY, 7), 7, DENVER));
    expect((await latest(karen))?.subject).toBe('1 thing since last Monday');
  });
});

describe('no digest', () => {
  it('goes to who was deactivated, at the MSP or at a client', async () => {
    const [ann, ben] = [await reader('daily'), await newClientUser(owner, companyId, 'approver')];
    await prefer(ben, { digest: 'daily' });
    await tell([ann], stopped());
    await tell([ben], budgetWaits(companyId, 1));
    ok(await ask(owner, 'POST', `/staff/${ann.userId}/deactivate`, { v: 1 }));
    ok(await ask(owner, 'POST', `/companies/${companyId}/users/${ben.userId}/deactivate`, { v: 1 }));
    await tick(owner.mspId, at(MONDAY, 12));
    expect([await count(ann), await count(ben)]).toEqual([0, 0]);
  });

  it('goes to who wants none any more, and none tells what was there before it was asked for', async () => {
    const [ida, joe] = [await reader('daily'), await newStaff(owner, 'manager')];
    await tell([ida, joe], stopped());
    await prefer(ida, { digest: 'off' });
    await prefer(joe, { digest: 'daily' });
    await tick(owner.mspId, at(MONDAY, 12));
    expect([await count(ida), await count(joe)]).toEqual([0, 0]);
  });

  it('goes out that was planned, when all was read, the digest switched off or its reader deactivated meanwhile', async () => {
    const people = await Promise.all([reader('daily'), reader('daily'), reader('daily'), reader('daily')]);
    const [eve, fay, gus, hal] = people;
    await tell(people, stopped());
    const planned = await Promise.all(people.map(plannedFor));
    ok(await ask(eve, 'POST', '/notifications/read-all'));
    await prefer(fay, { digest: 'off' });
    ok(await ask(owner, 'POST', `/staff/${gus.userId}/deactivate`, { v: 1 }));
    for (const mail of planned) await send(mail);
    expect([await count(eve), await count(fay), await count(gus), await count(hal)]).toEqual([0, 0, 0, 1]);
  });

  it('names clients whom its reader does not see', async () => {
    const lea = await newStaff(owner, 'manager', [companyId]);
    await prefer(lea, { digest: 'daily' });
    await tell([lea], reportReady(await newCompany(owner), 'Harbor'));
    await tell([lea], reportReady(companyId, 'Cedar Ridge'));
    await tick(owner.mspId, at(MONDAY, 12));
    expect((await latest(lea))?.subject).toMatch(/^1 thing /);
    expect((await latest(lea))?.text).not.toContain('Harbor');
  });

  it('leaves one MSP by the clock of another', async () => {
    const [otto, stranger] = [await reader('daily'), await easyMsp()];
    await prefer(stranger, { digest: 'daily' });
    await tell([otto], stopped());
    await tell([stranger], stopped());
    await tick(stranger.mspId, at(MONDAY, 7));
    expect([await count(otto), await count(stranger)]).toEqual([0, 1]);
  });
});

describe('the clock', () => {
  it('asks half a unit of an MSP where nobody wants a digest', async () => {
    const { mspId } = await easyMsp();
    const scope = systemScope(mspId, JOB);
    await as(JOB, () => sendDigests(scope));
    expect(scope.units).toMatchObject({ read: 0.5, calls: 1 });
  });

  it('works the digests by itself', async () => {
    await runSchedule(JOB);
    await idle();
    const failed = (await logs()).filter(
      ({ message, operation }) => message === 'schedule failed' && operation === JOB,
    );
    expect(failed).toEqual([]);
  });
});
