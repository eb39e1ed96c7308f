import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Reason } from '../../shared/webhooks/webhook.ts';
import { recordAttributes } from '../_kit/record.ts';

/** A signing secret by what may be told of it; the secret itself is sealed in `vault` under its id. */
export interface SecretRef {
  secretId: string;
  last4: string;
  setAt: string;
  /** A secret that was renewed signs beside the new one until then. */
  until?: string | undefined;
}

/** An address of the MSP's own that is told what happens. */
export const WebhookEntity = new Entity({
  model: { entity: 'webhook', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    webhookId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    url: { type: 'string', required: true },
    facts: { type: CustomAttributeType<string[]>('any'), required: true },
    companies: { type: CustomAttributeType<'all' | string[]>('any'), required: true },
    state: { type: ['on', 'off', 'disabled'] as const, required: true },
    reason: { type: CustomAttributeType<Reason>('string') },
    disabledAt: { type: 'string' },
    failingSince: { type: 'string' },
    /** Newest first. */
    secrets: { type: CustomAttributeType<SecretRef[]>('any'), required: true },
  },
  indexes: {
    inMsp: {
      pk: { field: 'pk', composite: ['mspId'], template: 't#${mspId}#wh', casing: 'none' },
      sk: { field: 'sk', composite: ['webhookId'], template: '${webhookId}', casing: 'none' },
    },
  },
});
export type WebhookRow = EntityItem<typeof WebhookEntity>;
