import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Sealed } from '../_kit/envelope.ts';

/**
 * A mail to be sent after its commit. It stands in `vault` because it holds the token of its link, sealed until the mail
 * is out; a fact carries its id only.
 */
export const MailIntentEntity = new Entity({
  model: { entity: 'mail', version: '1', service: 'vault' },
  attributes: {
    mailId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    mspId: { type: 'string', required: true },
    purpose: { type: ['invitation', 'reset', 'confirmation'] as const, required: true },
    /** The invitation, or the person whose password is reset or whose address is confirmed. */
    subjectId: { type: 'string', required: true },
    to: { type: 'string', required: true },
    /** Whether the link leads to the console or to the MSP's portal. */
    side: { type: ['console', 'portal'] as const, required: true },
    token: { type: CustomAttributeType<Sealed>('any') },
    state: { type: ['planned', 'sending', 'sent', 'failed', 'unclear'] as const, required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: ['mailId'], template: 'ml#${mailId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ml', casing: 'none' },
    },
  },
});

export type MailIntentRow = EntityItem<typeof MailIntentEntity>;
