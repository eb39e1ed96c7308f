import { webhookDisabled } from '../../events/webhooks.ts';
import { type Attempt, MOST_EXCERPT, type OneDelivery } from '../../shared/webhooks/delivery.ts';
import { afterTry, standingAfter } from '../../shared/webhooks/trying.ts';
import { postOutside } from '../_kit/clients/outgoing.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { find } from '../_kit/store.ts';
import { CredentialUnreadable, openCredential } from '../integrations/credentials.service.ts';
import { DeliveryEntity, type DeliveryRow } from './delivery.entity.ts';
import { signedHeaders } from './signature.ts';
import { WebhookEntity, type WebhookRow } from './webhook.entity.ts';
import { livingSecrets } from './webhook-records.ts';

/** Deliveries of one webhook that fail at the same moment mark the same record. */
const ATTEMPTS = 5;
const unaudited = { audit: false } as const;

/** How an answer began, on one line, without what looks like a secret: the log is read by more people than the receiver's. */
export function excerptOf(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/(whsec_|flk_|Bearer )[^\s"',;]+/gi, '$1…')
    .trim()
    .slice(0, MOST_EXCERPT);
}

async function call(
  scope: Scope,
  webhook: WebhookRow,
  { deliveryId, body }: DeliveryRow,
): Promise<Omit<Attempt, 'at'>> {
  const now = scope.now();
  const living = livingSecrets(webhook, now);
  let secrets: string[];
  try {
    secrets = await Promise.all(living.map(({ secretId }) => openCredential(scope, secretId)));
  } catch (error) {
    if (!(error instanceof CredentialUnreadable)) throw error;
    return { milliseconds: 0, failure: 'Not sent: the signing secret cannot be opened. Renew it.' };
  }
  const timestamp = Math.floor(now.getTime() / 1_000);
  const headers = {
    ...signedHeaders(secrets, { id: deliveryId, timestamp, body }),
    'user-agent': 'Fairlead-Webhooks/1',
  };
  const started = performance.now();
  const { status, failure, text } = await postOutside(webhook.url, headers, body);
  const excerpt = excerptOf(text ?? '');
  return {
    milliseconds: Math.round(performance.now() - started),
    ...(status === undefined ? {} : { status }),
    ...(failure ? { failure } : {}),
    ...(excerpt ? { excerpt } : {}),
  };
}

async function both(scope: Scope, { webhookId, deliveryId }: OneDelivery) {
  const { mspId } = scope;
  const consistent = { consistent: true };
  const [webhook, delivery] = await Promise.all([
    find(scope, WebhookEntity, WebhookEntity.get({ mspId, webhookId }), consistent),
    find(scope, DeliveryEntity, DeliveryEntity.get({ mspId, webhookId, deliveryId }), consistent),
  ]);
  return { webhook, delivery };
}

/** Why no call is made, if so. */
function unsent(webhook: WebhookRow | undefined, { byHand }: DeliveryRow): string | undefined {
  if (!webhook) return 'Not sent: the webhook was deleted.';
  return webhook.state === 'on' || byHand ? undefined : 'Not sent: the webhook is switched off.';
}

type Call = OneDelivery & { attempt: number };

const isPlanned = (row: DeliveryRow | undefined, { attempt }: Call): row is DeliveryRow =>
  row?.state === 'planned' && row.attempt === attempt;

/** Keeps what came of a call, and what it means for its webhook. `sent` is false when there was none. */
async function keep(scope: Scope, one: Call, attempt: Attempt, sent: boolean): Promise<void> {
  const { webhook, delivery } = await both(scope, one);
  if (!isPlanned(delivery, one)) return;
  const now = scope.now();
  // What was not sent is not tried again either.
  const trying = afterTry(sent ? delivery : { ...delivery, left: 0 }, attempt, now);
  const after = { ...delivery, ...trying, byHand: undefined, v: delivery.v + 1 };
  const ops = [change(DeliveryEntity, delivery, after, unaudited)];
  // It says nothing about the address, nor does what fails by hand: whoever tries it sees that.
  const counts = sent && !(delivery.byHand && attempt.failure);
  const standing = webhook && counts ? standingAfter(webhook, trying, now) : undefined;
  if (!webhook || !standing) return commit(scope, ops);
  const cleared = { reason: undefined, disabledAt: undefined, failingSince: undefined };
  const marked = revised(scope, webhook, { ...cleared, ...standing });
  const audit = standing.state === 'disabled';
  const { webhookId } = one;
  const facts = standing.reason ? [webhookDisabled.of({ webhookId, reason: standing.reason })] : [];
  return commit(scope, [...ops, change(WebhookEntity, webhook, marked, { audit })], facts);
}

/**
 * Makes one planned call and keeps what came of it. Told twice of the same call, it makes it once more only when the first
 * one's outcome was lost: the receiver knows it by its id.
 */
export async function send(scope: Scope, one: Call): Promise<void> {
  const { webhook, delivery } = await both(scope, one);
  if (!isPlanned(delivery, one)) return;
  const why = unsent(webhook, delivery);
  const sent = webhook !== undefined && why === undefined;
  const outcome = sent ? await call(scope, webhook, delivery) : { milliseconds: 0, failure: why };
  const attempt: Attempt = { at: scope.now().toISOString(), ...outcome };
  await startingOver(ATTEMPTS, () => keep(scope, one, attempt, sent));
}
