import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../shared/kernel/calendar.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { ask, easyMsp, type Member, newClientUser, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import {
  at,
  budgetWaits,
  count,
  digestsTo,
  JOB,
  latest,
  MONDAY,
  newReader,
  prefer,
  reportReady,
  stopped,
  tell,
  tick,
} from './testing/digests.ts';

const DENVER = 'America/Denver';

let owner: Owner;
let companyId: string;

/** Reads the newest notification of a person. */
async function readNewest(who: Member): Promise<void> {
  const { items } = ok(await ask<{ items: Notification[] }>(who, 'GET', '/notifications?limit=1'));
  ok(await ask(who, 'POST', `/notifications/${items[0]?.notificationId}/read`));
}

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner, 'Cedar Ridge');
});

describe('a daily digest', () => {
  it('comes at seven with what was not read, grouped by client, once however often the clock ticks or dies', async () => {
    const mia = await newReader(owner, 'daily');
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
    const max = await newReader(owner, 'daily');
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

  it('counts all that is new, however much it is, and names thirty of it', async () => {
    const lou = await newReader(owner, 'daily');
    for (let told = 0; told < 104; told += 1) await tell([lou], stopped());
    await tick(owner.mspId, at(MONDAY, 7));
    const mail = await latest(lou);
    expect(mail?.subject).toMatch(/^104 things since /);
    expect(mail?.text.match(/^- /gm)).toHaveLength(30);
    expect(mail?.text).toContain('And 74 more');
  });

  it('tells what came late on the next day, and what was muted never', async () => {
    const ned = await newReader(owner, 'daily');
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
