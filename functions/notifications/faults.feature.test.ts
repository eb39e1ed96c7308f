import { expect } from 'vitest';
import { budgetAnswered, budgetSent } from '../../events/budgets.ts';
import { commentMentioned } from '../../events/comments.ts';
import type { NewFact } from '../../events/define.ts';
import { exportFailed, exportFinished } from '../../events/exports.ts';
import { goalTurned } from '../../events/goals.ts';
import { integrationFailed, integrationRecovered } from '../../events/integrations.ts';
import { reportFailed, reportFinished, reportWaits } from '../../events/reports.ts';
import { webhookDisabled } from '../../events/webhooks.ts';
import type { Notification, Unread } from '../../shared/notifications/notification.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, type ClientAtWork, clientAtWork, type Member, newStaff, ok } from '../identity/testing/members.ts';
import { at, digestsTo, JOB, MONDAY, plan } from './testing/digests.ts';

interface World extends ClientAtWork {
  manager: Member;
}

async function prepare(): Promise<World> {
  const client = await clientAtWork();
  return { ...client, manager: await newStaff(client.owner, 'manager') };
}

/** What other features tell. */
const tell = (mspId: string, ...facts: NewFact[]) =>
  as('platform-api', () => commit(systemScope(mspId, 'trial'), [], facts));

const bellOf = async (who: Member) => ok(await ask<Unread>(who, 'GET', '/notifications/unread')).unread;
const heardBy = async (who: Member) =>
  ok(await ask<{ items: Notification[] }>(who, 'GET', '/notifications?limit=100')).items;

/** The clock's job on a Monday morning: cut off before and after its commit, then twice at once. */
async function tickThrough(mspId: string): Promise<void> {
  const seven = () => plan(mspId, at(MONDAY, 7));
  const target = { mspId, functionName: JOB };
  await during(target, { effect: 'timeout-before' }, () => expect(seven()).rejects.toThrow());
  await during(target, { effect: 'fail-after', nth: 1 }, () => expect(seven()).rejects.toThrow());
  await Promise.all([seven(), seven()]);
}

async function play({ mspId, owner, manager, companyId }: World, { write, last, settle }: Hand): Promise<void> {
  const [budgetId, integrationId, reportId, exportId, goalId] = [newId(), newId(), newId(), newId(), newId()];
  const answers = [{ budgetLineId: newId(), decision: 'approved' as const }];
  const [about, report] = [
    { companyId, budgetId },
    { companyId, reportId, requestedBy: owner.userId },
  ];
  const wishes = { v: 0, muted: ['webhook-disabled'], digest: 'daily' };
  const preferences = { operation: 'setPreferences', method: 'PUT' as const, path: '/notifications/preferences' };
  await write({ ...preferences, body: wishes, cookie: owner.cookie });
  await tell(mspId, budgetSent.of({ ...about, sentVersion: 1, lines: 1 }));
  await tell(mspId, budgetAnswered.of({ ...about, sentVersion: 1, answers, items: [], complete: true }));
  await tell(mspId, goalTurned.of({ companyId, goalId, health: 'off-track' }));
  await tell(mspId, integrationFailed.of({ integrationId }), reportFailed.of(report));
  await tell(mspId, exportFailed.of({ userId: owner.userId, exportId, list: 'findings' }));
  await settle();
  const reading = async (type: string) => {
    const found = (await heardBy(owner)).find((notification) => notification.type === type);
    const path = `/notifications/${found?.notificationId}/read`;
    return { operation: 'markRead', method: 'POST' as const, path, cookie: owner.cookie };
  };
  await write(await reading('integration-failed'));
  await write({ operation: 'markAllRead', method: 'POST', path: '/notifications/read-all', cookie: manager.cookie });
  await tell(
    mspId,
    integrationRecovered.of({ integrationId }),
    reportFinished.of(report),
    reportWaits.of({ companyId, reportId }),
  );
  const named = { companyId, commentId: newId(), record: { type: 'budget' as const, id: budgetId } };
  await tell(mspId, commentMentioned.of({ ...named, userIds: [manager.userId] }));
  await tell(mspId, webhookDisabled.of({ webhookId: newId(), reason: 'failing' }));
  await tell(mspId, exportFinished.of({ userId: owner.userId, exportId, list: 'findings', rows: 12 }));
  await settle();
  await tickThrough(mspId);
  await settle();
  await last(await reading('report-finished'));
}

/** Everybody's bell counts what they have not read, what was muted is told nobody, and the digest went out once at most. */
async function holds({ owner, manager, approver }: World): Promise<void> {
  for (const who of [owner, manager, approver]) {
    const unread = (await heardBy(who)).filter(({ readAt }) => readAt === undefined);
    expect(await bellOf(who), who.email).toBe(unread.length);
  }
  expect((await heardBy(owner)).map(({ type }) => type)).not.toContain('webhook-disabled');
  expect((await digestsTo(owner)).length).toBeLessThanOrEqual(1);
}

// A digest that was claimed and cut off stays unclear: nobody gets it twice.
const blind = { 'digest-mail': ['state', 'v'] };
survives({ feature: 'notifications', prepare, play, holds, blind, atMostOnce: true });
