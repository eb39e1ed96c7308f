import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Attempt, DeliveryState } from '../../shared/webhooks/delivery.ts';
import { isFinal } from '../../shared/webhooks/trying.ts';

/** Something that a webhook is told: the body as it is sent each time, and what came of each call. Kept for a month. */
export const DeliveryEntity = new Entity({
  model: { entity: 'delivery', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    webhookId: { type: 'string', required: true },
    /** The id of the event: told again, it is known by it. */
    deliveryId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    type: { type: 'string', required: true },
    body: { type: 'string', required: true },
    at: { type: 'string', required: true },
    state: { type: CustomAttributeType<DeliveryState>('string'), required: true },
    /** Number of the call that is planned, or was made last. */
    attempt: { type: 'number', required: true },
    /** Waits that are left. */
    left: { type: 'number', required: true },
    attempts: { type: CustomAttributeType<Attempt[]>('any'), required: true },
    /** A person asked for the call: it is made although the webhook is off. */
    byHand: { type: 'boolean' },
    dueAt: { type: 'string', required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    ofWebhook: {
      pk: { field: 'pk', composite: ['mspId', 'webhookId'], template: 't#${mspId}#wd#${webhookId}', casing: 'none' },
      sk: { field: 'sk', composite: ['deliveryId'], template: '${deliveryId}', casing: 'none' },
    },
    /** Those that wait for a call, by when it is due. */
    due: {
      index: 'gsi2',
      condition: ({ state }: { state?: DeliveryState }) => state !== undefined && !isFinal({ state }),
      pk: { field: 'gsi2pk', composite: ['mspId'], template: 't#${mspId}#wdd', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['dueAt', 'deliveryId'], template: '${dueAt}#${deliveryId}', casing: 'none' },
    },
  },
});
export type DeliveryRow = EntityItem<typeof DeliveryEntity>;
