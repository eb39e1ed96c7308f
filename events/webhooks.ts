import { z } from 'zod';
import { DeliveryId, WebhookId } from '../shared/kernel/id.ts';
import { Reason } from '../shared/webhooks/webhook.ts';
import { fact } from './define.ts';

const OneWebhook = z.object({ webhookId: WebhookId });

/** Something is to be told to a webhook's address now, for the first time or again. */
export const deliveryPlanned = fact(
  'webhooks.delivery.planned',
  1,
  OneWebhook.extend({ deliveryId: DeliveryId, attempt: z.int().min(1) }),
);
/** Nothing got through for days, or the other side asked for an end: nothing more is sent until a person says so. */
export const webhookDisabled = fact('webhooks.webhook.disabled', 1, OneWebhook.extend({ reason: Reason }));
