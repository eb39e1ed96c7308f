import { z } from 'zod';
import { DeliveryId, WebhookId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';

/** Deliveries are kept for so many days. */
export const LOG_DAYS = 30;
/** Attempts of one delivery, those by hand included. */
export const MOST_ATTEMPTS = 20;
/** Characters of an answer that are kept. */
export const MOST_EXCERPT = 300;

/** What a test sends, as if something had happened. */
export const TEST_EVENT = 'webhooks.test.sent';

/** One call to a webhook's address. */
export const Attempt = z.object({
  at: z.string(),
  milliseconds: z.int(),
  /** The HTTP status of the answer. */
  status: z.int().optional(),
  /** Why it counts as failed, as a sentence. */
  failure: z.string().optional(),
  /** How the answer began. */
  excerpt: z.string().optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/**
 * Something that a webhook is told. `planned`: a call is under way; `waiting`: the next one has its time; the other two are
 * final, unless a person sends it again.
 */
export const DeliveryState = z.enum(['planned', 'waiting', 'delivered', 'failed']);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Delivery = z.object({
  /** The `webhook-id` of each of its calls. */
  deliveryId: DeliveryId,
  webhookId: WebhookId,
  v: z.int(),
  type: z.string(),
  at: z.string(),
  state: DeliveryState,
  /** When the next call is due. */
  nextAt: z.string().optional(),
  attempts: z.array(Attempt),
  /** The body, as sent each time. */
  body: z.string(),
});
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryPage = pageOf(Delivery);

export const DeliveryFilter = z.strictObject({
  ...PageInput,
  webhookId: WebhookId,
  state: z.enum(['failed']).optional(),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;
export const OneDelivery = z.strictObject({ webhookId: WebhookId, deliveryId: DeliveryId });
export type OneDelivery = z.infer<typeof OneDelivery>;
