import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Notice, NotificationType } from '../../shared/notifications/notification.ts';

/** One thing that one person was told. Its id is the fact's, so that a fact delivered twice tells once. */
export const NotificationEntity = new Entity({
  model: { entity: 'notification', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    userId: { type: 'string', required: true },
    notificationId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    /** The person's how-manyeth notification it is: everything up to the counter's `readSequence` is read. */
    sequence: { type: 'number', required: true },
    at: { type: 'string', required: true },
    type: { type: CustomAttributeType<NotificationType>('string'), required: true },
    companyId: { type: 'string' },
    record: { type: CustomAttributeType<Notice['record']>('any'), required: true },
    params: { type: CustomAttributeType<Notice['params']>('any'), required: true },
    readAt: { type: 'string' },
  },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['mspId', 'userId'], template: 't#${mspId}#n#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: ['notificationId'], template: 'nt#${notificationId}', casing: 'none' },
    },
  },
});
export type NotificationRow = EntityItem<typeof NotificationEntity>;

/** How many a person has, and how many are unread: the bell reads this row alone. It moves with every notification. */
export const BellEntity = new Entity({
  model: { entity: 'bell', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    userId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    unread: { type: 'number', required: true },
    sequence: { type: 'number', required: true },
    /** Set by "mark all read": one write, however many there are. */
    readSequence: { type: 'number', required: true },
    allReadAt: { type: 'string' },
  },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['mspId', 'userId'], template: 't#${mspId}#n#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'cnt', casing: 'none' },
    },
  },
});
export type BellRow = EntityItem<typeof BellEntity>;
