import { companyCreated } from '../../../events/companies.ts';
import type { Delivery } from '../../../shared/webhooks/delivery.ts';
import type { NewWebhook, Webhook, WebhookWithSecret } from '../../../shared/webhooks/webhook.ts';
import { ask, type Member, ok } from '../../identity/testing/members.ts';

/** What webhooks ask for in tests: making a client is the quickest way to have something happen. */
export const EVENT = companyCreated.name;

export const createWebhook = (who: Member, url: string, more: Partial<NewWebhook> = {}) =>
  ask<WebhookWithSecret>(who, 'POST', '/webhooks', { name: 'Teams', url, facts: [EVENT], ...more });

export const editWebhook = (who: Member, { webhookId, v }: Webhook, set: object) =>
  ask<Webhook>(who, 'PATCH', `/webhooks/${webhookId}`, { v, ...set });

export const webhooksOf = async (who: Member) => ok(await ask<{ items: Webhook[] }>(who, 'GET', '/webhooks')).items;

/** A webhook as it stands now. */
export const webhookNow = async (who: Member, { webhookId }: { webhookId: string }) =>
  (await webhooksOf(who)).find((webhook) => webhook.webhookId === webhookId);

/** What it was told, newest first. */
export const logOf = async (who: Member, { webhookId }: { webhookId: string }) =>
  ok(await ask<{ items: Delivery[] }>(who, 'GET', `/webhooks/${webhookId}/deliveries`)).items;
