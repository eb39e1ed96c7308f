import { seesAll } from '../../shared/identity/standing.ts';
import { notFound } from '../../shared/kernel/error.ts';
import { MOST_WEBHOOKS, type Webhook } from '../../shared/webhooks/webhook.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, mustFind } from '../_kit/store.ts';
import { type SecretRef, WebhookEntity, type WebhookRow } from './webhook.entity.ts';

/** All webhooks of the MSP, as they stand now. */
export function allWebhooks(scope: Scope): Promise<WebhookRow[]> {
  const query = WebhookEntity.query.inMsp({ mspId: scope.mspId });
  return all(scope, WebhookEntity, query, { most: 2 * MOST_WEBHOOKS, consistent: true });
}

/** A webhook whose clients the person sees, every one: who sees fewer could read of the others through it. */
export async function ownWebhook(scope: Scope, { webhookId }: { webhookId: string }): Promise<WebhookRow> {
  const row = await mustFind(scope, WebhookEntity, WebhookEntity.get({ mspId: scope.mspId, webhookId }), 'webhook');
  if (!seesAll(scope.actor, row.companies)) throw notFound('webhook');
  return row;
}

/** Secrets that sign at this instant, newest first. */
export function livingSecrets({ secrets }: Pick<WebhookRow, 'secrets'>, now: Date): SecretRef[] {
  return secrets.filter(({ until }) => until === undefined || until > now.toISOString());
}

/** What people see of a webhook: of its secrets only what they are known by. */
export function told(scope: Scope, row: WebhookRow): Webhook {
  const secrets = livingSecrets(row, scope.now()).map(({ secretId: _, ...known }) => known);
  return { ...row, secrets };
}
