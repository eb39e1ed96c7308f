import { Entity } from 'electrodb';

/** A value that may exist once in an MSP (a client's name, a staff member's email), kept as its hash. */
export const GuardEntity = new Entity({
  model: { entity: 'guard', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    kind: { type: 'string', required: true },
    hash: { type: 'string', required: true },
    /** The record that holds the value. */
    holderId: { type: 'string', required: true },
  },
  indexes: {
    held: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'kind', 'hash'],
        template: 't#${mspId}#q#${kind}#${hash}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'q', casing: 'none' },
    },
  },
});
