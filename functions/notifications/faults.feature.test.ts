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
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, type ClientAtWork, clientAtWork, type Member, newStaff, ok } from '../identity/testing/members.ts';

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

async function play({ mspId, owner, manager, companyId }: World, { write, last, settle }: Hand): Promise<void> {
  const [budgetId, integrationId, reportId, exportId, goalId] = [newId(), newId(), newId(), newId(), newId()];
  const answers = [{ budgetLineId: newId(), decision: 'approved' as const }];
  const [about, report] = [
    { companyId, budgetId },
    { companyId, reportId, requestedBy: owner.userId },
  ];
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
  await last(await reading('report-finished'));
}

/** Everybody's bell counts what they have not read. */
async function holds({ owner, manager, approver }: World): Promise<void> {
  for (const who of [owner, manager, approver]) {
    const unread = (await heardBy(who)).filter(({ readAt }) => readAt === undefined);
    expect(await bellOf(who), who.email).toBe(unread.length);
  }
}

survives({ feature: 'notifications', prepare, play, holds });
