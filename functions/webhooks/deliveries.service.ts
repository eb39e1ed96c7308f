import { deliveryPlanned } from '../../events/webhooks.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import {
  type Delivery,
  type DeliveryFilter,
  LOG_DAYS,
  MOST_ATTEMPTS,
  type OneDelivery,
  TEST_EVENT,
} from '../../shared/webhooks/delivery.ts';
import { firstTry, hears, nextTry } from '../../shared/webhooks/trying.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import type { AnyFact, Occurrence } from '../_kit/on.ts';
import { change, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { mustFind, page } from '../_kit/store.ts';
import { DeliveryEntity, type DeliveryRow } from './delivery.entity.ts';
import { allWebhooks, ownWebhook } from './webhook-records.ts';

const unaudited = { audit: false } as const;

interface Telling {
  webhookId: string;
  deliveryId: string;
  at: string;
  told: AnyFact;
}

/** A delivery whose first call is planned, and the fact that has it made. The body is fixed here: each call sends the same. */
function planned(scope: Scope, { webhookId, deliveryId, at, told }: Telling) {
  const { name: type, version, data } = told;
  const row: DeliveryRow = {
    mspId: scope.mspId,
    webhookId,
    deliveryId,
    v: 1,
    type,
    body: JSON.stringify({ type, timestamp: at, version, data }),
    at,
    ...firstTry(scope.now()),
    ttl: Math.floor(scope.now().getTime() / 1_000) + LOG_DAYS * 86_400,
  };
  return { row, fact: deliveryPlanned.of({ webhookId, deliveryId, attempt: row.attempt }) };
}

/** Something happened: whoever asked to hear of it is told. Most MSPs have nobody who asks, and then nothing is written. */
export async function tell(scope: Scope, told: AnyFact, { eventId, at }: Occurrence): Promise<void> {
  const { companyId } = told.data as { companyId?: string };
  const hearing = (await allWebhooks(scope)).filter((webhook) => hears(webhook, told.name, companyId));
  if (hearing.length === 0) return;
  const plans = hearing.map(({ webhookId }) => planned(scope, { webhookId, deliveryId: eventId, at, told }));
  const ops = plans.map(({ row }) => put(DeliveryEntity, row, unaudited));
  await commit(
    scope,
    ops,
    plans.map(({ fact }) => fact),
  );
}

/** What people see of a delivery. */
function shown({ webhookId, deliveryId, v, type, at, state, attempts, body, dueAt }: DeliveryRow): Delivery {
  return {
    webhookId,
    deliveryId,
    v,
    type,
    at,
    state,
    attempts,
    body,
    ...(state === 'waiting' ? { nextAt: dueAt } : {}),
  };
}

/** What a webhook was told, newest first. */
export async function list(scope: Scope, { webhookId, limit, cursor, state }: DeliveryFilter): Promise<Page<Delivery>> {
  await ownWebhook(scope, { webhookId });
  const query = DeliveryEntity.query.ofWebhook({ mspId: scope.mspId, webhookId });
  const keep = (row: DeliveryRow) => state === undefined || row.state === state;
  const rows = await page(scope, DeliveryEntity, query, {
    limit,
    cursor,
    filter: { webhookId, state },
    newestFirst: true,
    keep,
  });
  return { ...rows, items: rows.items.map(shown) };
}

/** Sends an event that says nothing, once, also to a webhook that is switched off. */
export async function test(scope: Scope, one: { webhookId: string }): Promise<Delivery> {
  const { webhookId } = await ownWebhook(scope, one);
  const now = scope.now();
  const told = { name: TEST_EVENT, version: 1, data: { webhookId } };
  const { row, fact } = planned(scope, { webhookId, deliveryId: newId(now), at: now.toISOString(), told });
  const once = { ...row, left: 0, byHand: true };
  return commit(scope, [put(DeliveryEntity, once)], [fact], shown(once));
}

/** Sends a delivery again, now, with the same id and body. */
export async function resend(scope: Scope, { webhookId, deliveryId }: OneDelivery): Promise<Delivery> {
  await ownWebhook(scope, { webhookId });
  const key = DeliveryEntity.get({ mspId: scope.mspId, webhookId, deliveryId });
  const before = await mustFind(scope, DeliveryEntity, key, 'delivery');
  if (before.state === 'planned') throw refused('delivery.under-way', 'This is being sent. Wait for its outcome.');
  if (before.attempts.length >= MOST_ATTEMPTS)
    throw refused(
      'delivery.too-often',
      `This was sent ${MOST_ATTEMPTS} times. Read the record through the API instead.`,
    );
  const after = { ...before, ...nextTry(before, scope.now()), byHand: true, v: before.v + 1 };
  const fact = deliveryPlanned.of({ webhookId, deliveryId, attempt: after.attempt });
  return commit(scope, [change(DeliveryEntity, before, after, { what: 'delivery' })], [fact], shown(after));
}

/** The delivery as it stands now. 404 when it has left the log. */
export async function currentDelivery(scope: Scope, { webhookId, deliveryId }: OneDelivery): Promise<DeliveryRow> {
  const key = DeliveryEntity.get({ mspId: scope.mspId, webhookId, deliveryId });
  return mustFind(scope, DeliveryEntity, key, 'delivery');
}
