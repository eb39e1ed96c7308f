import { Entity, type EntityItem } from 'electrodb';
import { mailAttributes } from '../_kit/planned-mail.ts';

/** A digest to one person. It tells of notifications after `after` up to `upTo` which are not read when it is sent. */
export const DigestMailEntity = new Entity({
  model: { entity: 'digest-mail', version: '1', service: 'app' },
  attributes: {
    ...mailAttributes,
    userId: { type: 'string', required: true },
    mailId: { type: 'string', required: true },
    /** Set for a client user: the company as whose person they get it. */
    companyId: { type: 'string' },
    after: { type: 'number', required: true },
    upTo: { type: 'number', required: true },
    since: { type: 'string', required: true },
    plannedAt: { type: 'string', required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['mspId', 'userId'], template: 't#${mspId}#n#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: ['mailId'], template: 'dm#${mailId}', casing: 'none' },
    },
  },
});
export type DigestMailRow = EntityItem<typeof DigestMailEntity>;
