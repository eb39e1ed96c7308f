import { Entity } from 'electrodb';

/**
 * The list of MSPs in `vault`, in four shards. Identity adds a row with each new MSP; the schedule dispatcher is its one
 * reader.
 */
export const MspListEntity = new Entity({
  model: { entity: 'msp-listed', version: '1', service: 'vault' },
  attributes: {
    shard: { type: 'number', required: true },
    mspId: { type: 'string', required: true },
  },
  indexes: {
    listed: {
      pk: { field: 'pk', composite: ['shard'], template: 'msps#${shard}', casing: 'none' },
      sk: { field: 'sk', composite: ['mspId'], template: '${mspId}', casing: 'none' },
    },
  },
});

export const MSP_SHARDS = 4;
