import { beforeAll, describe, expect, it } from 'vitest';
import { budgetSent } from '../../events/budgets.ts';
import { integrationFailed } from '../../events/integrations.ts';
import type { Goal } from '../../shared/goals/goal.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { STAFF_PLACE } from '../../shared/notifications/hearing.ts';
import type { Notification, Unread } from '../../shared/notifications/notification.ts';
import { AlreadyHandled } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { findMany } from '../_kit/store.ts';
import { as, idle, invoke, logs } from '../_kit/testing/world.ts';
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
import { type Presented, present } from '../portal/testing/sent-budget.ts';
import { placeIn } from './bell.ts';
import { BellEntity } from './notification.entity.ts';
import * as Notifications from './notifications.service.ts';
import { notify } from './notify.service.ts';
import { budgetWaits, reportReady, stopped, tell } from './testing/digests.ts';

let owner: Owner;
let manager: Member;
let technician: Member;
let cedar: Presented;
let karen: Member;

const told = async (who: Member, query = '') =>
  ok(await ask<{ items: Notification[]; cursor?: string }>(who, 'GET', `/notifications${query}`));
const unread = async (who: Member) => ok(await ask<Unread>(who, 'GET', '/notifications/unread')).unread;

/** Hands a fact to a subscriber as its queue does. */
async function deliver(subscriber: string, fact: { name: string }, data: object, eventId = newId()): Promise<string> {
  const at = new Date().toISOString();
  const detail = { eventId, mspId: owner.mspId, version: 1, at, actorId: 'system:test', causes: [], data };
  const record = { messageId: newId(), body: JSON.stringify({ 'detail-type': fact.name, detail }) };
  const answer = await invoke<{ batchItemFailures: unknown[] }>(subscriber, { Records: [record] });
  expect(answer.batchItemFailures).toEqual([]);
  return eventId;
}

beforeAll(async () => {
  owner = await easyMsp();
  [manager, technician] = [await newStaff(owner, 'manager'), await newStaff(owner, 'technician')];
  const empty = await present(owner);
  cedar = empty;
  karen = await newClientUser(owner, cedar.companyId, 'approver');
});

describe('a budget on its way', () => {
  it('tells approvers of the client when lines are sent, once however often the fact comes', async () => {
    const { companyId, budget } = cedar;
    const data = { companyId, budgetId: budget.budgetId, sentVersion: 2, lines: 2 };
    const eventId = await deliver('notifications-on-budget-sent', budgetSent, data);
    await deliver('notifications-on-budget-sent', budgetSent, data, eventId);
    const { items } = await told(karen);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      type: 'budget-sent',
      companyId,
      record: { type: 'budget', id: budget.budgetId },
      params: { lines: 2 },
    });
    expect(await unread(karen)).toBe(1);
  });

  it('tells owners and managers when the client answers, and no technician', async () => {
    const { budgetId, sentVersion, lines } = cedar.budget;
    const answers = lines.map(({ budgetLineId }) => ({ budgetLineId, decision: 'approved' }));
    ok(await ask(karen, 'POST', `/portal/budgets/${budgetId}/answers`, { sentVersion, answers }));
    await idle();
    for (const who of [owner, manager]) {
      const { items } = await told(who);
      expect(items).toMatchObject([{ type: 'budget-answered', params: { approved: 2, rejected: 0, complete: true } }]);
    }
    expect((await told(technician)).items).toEqual([]);
  });
});

describe('a goal that goes off track', () => {
  it('is told to who answers for it, not of lesser worries, and not to who said so', async () => {
    const company = await newCompany(owner);
    const lead = await newStaff(owner, 'manager');
    const set = { title: 'No outage', status: 'active', ownerId: lead.userId };
    const goal = ok(await ask<Goal>(owner, 'POST', `/companies/${company}/goals`, set));
    const stand = (who: Member, v: number, standing: string) =>
      ask(who, 'POST', `/companies/${company}/goals/${goal.goalId}/standing`, { v, standing });
    ok(await stand(owner, 1, 'at-risk'));
    ok(await stand(owner, 2, 'off-track'));
    await idle();
    const heard = [{ type: 'goal-off-track', record: { type: 'goal', id: goal.goalId }, companyId: company }];
    expect((await told(lead)).items).toMatchObject(heard);
    ok(await stand(lead, 3, 'on-track'));
    ok(await stand(lead, 4, 'off-track'));
    await idle();
    expect((await told(lead)).items).toHaveLength(1);
  });
});

describe('many people', () => {
  it('are told once each, over several commits and however often the event comes', async () => {
    const people = Array.from({ length: 95 }, () => newId());
    const eventId = newId();
    const occurrence = { eventId, at: new Date().toISOString(), actorId: 'system:test' };
    const record = { type: 'integration', id: newId() } as const;
    const notice = { type: 'integration-failed', record, params: {} } as const;
    const subscriber = 'notifications-on-integration-failed';
    const scope = () => systemScope(owner.mspId, subscriber, { inbox: { subscriber, eventId } });
    const counts = await as(subscriber, async () => {
      // Only part of them got through before the worker was lost; then the event comes again.
      const { inbox: _, ...lost } = scope();
      await notify(lost, people.slice(0, 50), occurrence, notice);
      await notify(scope(), [...people, ...people], occurrence, notice);
      await expect(notify(scope(), people, occurrence, notice)).rejects.toBeInstanceOf(AlreadyHandled);
      const bells = people.map((userId) => BellEntity.get({ mspId: owner.mspId, userId }));
      return (await findMany(scope(), BellEntity, bells)).map((bell) => placeIn(bell, STAFF_PLACE).unread);
    });
    expect(counts).toEqual(people.map(() => 1));
  });
});

describe('the bell', () => {
  it('costs half a read unit', async () => {
    await unread(karen);
    const line = (await logs()).findLast(({ operation }) => operation === 'notifications.unread');
    // One unit is the consistent read of the session itself.
    expect(line?.units).toMatchObject({ read: 1.5, calls: 2 });
  });

  it('counts down when one is read, and reading it again changes nothing', async () => {
    const integrationId = newId();
    await deliver('notifications-on-integration-failed', integrationFailed, { integrationId });
    await deliver('notifications-on-integration-failed', integrationFailed, { integrationId });
    expect(await unread(manager)).toBe(3);
    const [newest] = (await told(manager)).items;
    const path = `/notifications/${newest?.notificationId}/read`;
    const read = ok(await ask<Notification>(manager, 'POST', path));
    expect(read.readAt).toBeDefined();
    expect(ok(await ask<Notification>(manager, 'POST', path)).readAt).toBe(read.readAt);
    expect(await unread(manager)).toBe(2);
  });

  it('falls silent at once for all, and rings again for the next', async () => {
    expect(ok(await ask<Unread>(manager, 'POST', '/notifications/read-all'))).toEqual({ unread: 0 });
    expect((await told(manager)).items.every(({ readAt }) => readAt !== undefined)).toBe(true);
    await deliver('notifications-on-integration-failed', integrationFailed, { integrationId: newId() });
    expect(await unread(manager)).toBe(1);
    const { items } = await told(manager);
    expect(items.filter(({ readAt }) => readAt === undefined)).toHaveLength(1);
    expect(ok(await ask<Unread>(technician, 'POST', '/notifications/read-all'))).toEqual({ unread: 0 });
  });

  it('shows the newest first, page by page', async () => {
    const first = await told(manager, '?limit=2');
    expect(first.items).toHaveLength(2);
    const rest = await told(manager, `?limit=100&cursor=${encodeURIComponent(first.cursor ?? '')}`);
    const ids = [...first.items, ...rest.items].map(({ notificationId }) => notificationId);
    expect(ids).toEqual(ids.toSorted().reverse());
    expect(new Set(ids).size).toBe(4);
  });

  it("is everybody's own: what another person was told does not exist", async () => {
    const [theirs] = (await told(manager)).items;
    const answer = await ask(owner, 'POST', `/notifications/${theirs?.notificationId}/read`);
    // The owner was told of the same event under the same id; the technician was not.
    expect(answer.status).toBe(200);
    expect((await ask(technician, 'POST', `/notifications/${theirs?.notificationId}/read`)).status).toBe(404);
  });
});

describe('a person who stands at several places', () => {
  it('hears at each what is told there, and of clients that they see no more nothing', async () => {
    const { mspId, userId } = await newStaff(owner, 'manager');
    const person = { mspId, userId };
    const [cedars, harbors] = [cedar.companyId, await newCompany(owner)];
    const console: Actor = { ...person, kind: 'staff', role: 'manager', companies: 'all' };
    const narrowed: Actor = { ...console, companies: [cedars] };
    const portalOf = (companyId: string): Actor => ({ ...person, kind: 'client', role: 'approver', companyId });
    const notices = [stopped(), reportReady(cedars, 'Cedar'), reportReady(harbors, 'Harbor')];
    for (const notice of [...notices, budgetWaits(cedars, 1), budgetWaits(harbors, 2)]) {
      await tell([{ ...person, email: '', cookie: '' }], notice);
    }
    const scopeOf = (actor: Actor) => systemScope(mspId, 'notifications.test', { actor });
    const bell = (actor: Actor) =>
      as('notifications-api', async () => {
        const { items } = await Notifications.list(scopeOf(actor), { limit: 20 });
        const told = items.map(({ type, companyId }) => `${type} ${companyId ?? ''}`.trim()).toSorted();
        return { told, count: (await Notifications.unread(scopeOf(actor))).unread };
      });
    const ready = (companyId: string) => `report-finished ${companyId}`;
    const all = { told: ['integration-failed', ...[cedars, harbors].map(ready).toSorted()], count: 3 };
    expect(await bell(console)).toEqual(all);
    expect((await bell(narrowed)).told).toEqual(['integration-failed', ready(cedars)]);
    expect(await bell(portalOf(cedars))).toEqual({ told: [`budget-sent ${cedars}`], count: 1 });

    const found = await as('notifications-api', () => Notifications.list(scopeOf(portalOf(harbors)), { limit: 20 }));
    const one = { notificationId: found.items[0]?.notificationId ?? '' };
    const read = (actor: Actor) => as('notifications-api', () => Notifications.markRead(scopeOf(actor), one));
    for (const actor of [console, narrowed, portalOf(cedars)])
      await expect(read(actor)).rejects.toMatchObject({ status: 404, code: 'notification.not-found' });
    await as('notifications-api', () => Notifications.markAllRead(scopeOf(portalOf(cedars))));
    expect((await bell(portalOf(cedars))).count).toBe(0);
    expect((await bell(portalOf(harbors))).count).toBe(1);
    expect((await read(portalOf(harbors))).readAt).toBeDefined();
    expect((await bell(portalOf(harbors))).count).toBe(0);
    // What narrowed staff see no more falls silent with the rest.
    expect(await bell(console)).toEqual(all);
    expect(await as('notifications-api', () => Notifications.markAllRead(scopeOf(narrowed)))).toEqual({ unread: 0 });
    expect((await bell(narrowed)).count).toBe(0);
  });
});
