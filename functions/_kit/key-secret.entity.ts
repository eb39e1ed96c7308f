import { CustomAttributeType, Entity } from 'electrodb';
import type { KeyActor } from '../../shared/kernel/actor.ts';

/**
 * The secret of an API key in `vault`, found by its hash and never by itself, as sessions are. It carries the actor it
 * stands for, so that a request costs one GetItem. A renewed key has two of them for a while.
 */
export const KeySecretEntity = new Entity({
  model: { entity: 'key-secret', version: '1', service: 'vault' },
  attributes: {
    secretHash: { type: 'string', required: true },
    v: { type: 'number', required: true },
    actor: { type: CustomAttributeType<KeyActor>('any'), required: true },
    cursorKey: { type: 'string', required: true },
    expiresAt: { type: 'string' },
    ttl: { type: 'number' },
  },
  indexes: {
    bySecret: {
      pk: { field: 'pk', composite: ['secretHash'], template: 'k#${secretHash}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'k', casing: 'none' },
    },
  },
});
