import { Entity } from 'electrodb';

/** Attempts on one lock, found by the kind of lock and a hash of what it guards. */
export const AttemptsEntity = new Entity({
  model: { entity: 'attempts', version: '1', service: 'vault' },
  attributes: {
    kind: {
      type: [
        'password',
        'code',
        'address',
        'reset',
        'reset-address',
        'sign-up-address',
        'invitation',
        'recipient',
        'confirmation',
      ] as const,
      required: true,
    },
    hash: { type: 'string', required: true },
    v: { type: 'number', required: true },
    count: { type: 'number', required: true },
    lastAt: { type: 'string', required: true },
    blockedUntil: { type: 'string', required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    counted: {
      pk: { field: 'pk', composite: ['kind', 'hash'], template: 'lk#${kind}#${hash}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'lk', casing: 'none' },
    },
  },
});
