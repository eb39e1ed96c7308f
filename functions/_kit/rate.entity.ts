import { Entity } from 'electrodb';

/**
 * How far an API key has drawn on its requests. Written alone, outside of commits, by whichever function answers the key:
 * one of the named exceptions.
 */
export const RateEntity = new Entity({
  model: { entity: 'rate', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    keyId: { type: 'string', required: true },
    /** Epoch milliseconds at which all that was drawn has grown back. */
    fullAt: { type: 'number', required: true },
    /** When it was drawn from last: when the key was last used. */
    drawnAt: { type: 'string', required: true },
  },
  indexes: {
    ofKey: {
      pk: { field: 'pk', composite: ['mspId', 'keyId'], template: 't#${mspId}#rb#${keyId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'rb', casing: 'none' },
    },
  },
});
