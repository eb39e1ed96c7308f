import { beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { systemScope } from '../_kit/scope.ts';
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
  count,
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

const SENDER = 'notifications-on-digest-planned';

let owner: Owner;
let companyId: string;

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

describe('no digest', () => {
  it('goes to who was deactivated, at the MSP or at a client', async () => {
    const [ann, ben] = [await newReader(owner, 'daily'), await newClientUser(owner, companyId, 'approver')];
    await prefer(ben, { digest: 'daily' });
    await tell([ann], stopped());
    await tell([ben], budgetWaits(companyId, 1));
    ok(await ask(owner, 'POST', `/staff/${ann.userId}/deactivate`, { v: 1 }));
    ok(await ask(owner, 'POST', `/companies/${companyId}/users/${ben.userId}/deactivate`, { v: 1 }));
    await tick(owner.mspId, at(MONDAY, 12));
    expect([await count(ann), await count(ben)]).toEqual([0, 0]);
  });

  it('goes to who wants none any more, and none tells what was there before it was asked for', async () => {
    const [ida, joe] = [await newReader(owner, 'daily'), await newStaff(owner, 'manager')];
    await tell([ida, joe], stopped());
    await prefer(ida, { digest: 'off' });
    await prefer(joe, { digest: 'daily' });
    await tick(owner.mspId, at(MONDAY, 12));
    expect([await count(ida), await count(joe)]).toEqual([0, 0]);
  });

  it('goes out that was planned, when all was read, the digest switched off or its reader deactivated meanwhile', async () => {
    const people = await Promise.all([
      newReader(owner, 'daily'),
      newReader(owner, 'daily'),
      newReader(owner, 'daily'),
      newReader(owner, 'daily'),
    ]);
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
    const [otto, stranger] = [await newReader(owner, 'daily'), await easyMsp()];
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
