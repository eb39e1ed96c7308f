import { Entity, type EntityItem } from 'electrodb';

/**
 * A mailed link, found by the hash of its token. Whoever uses it up deletes this row in the same transaction; only that of a
 * confirmed address stays until it ends, so that the link can say that it was used.
 */
export const OneTimeTokenEntity = new Entity({
  model: { entity: 'one-time-token', version: '1', service: 'vault' },
  attributes: {
    tokenHash: { type: 'string', required: true },
    purpose: { type: ['invitation', 'reset', 'confirmation'] as const, required: true },
    mspId: { type: 'string', required: true },
    /** The invitation, or the person whose password is reset or whose address is confirmed. */
    subjectId: { type: 'string', required: true },
    expiresAt: { type: 'string', required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    byToken: {
      pk: { field: 'pk', composite: ['tokenHash'], template: 'iv#${tokenHash}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'iv', casing: 'none' },
    },
  },
});

export type OneTimeTokenRow = EntityItem<typeof OneTimeTokenEntity>;
