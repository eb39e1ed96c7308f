import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Notice, NotificationType } from '../../shared/notifications/notification.ts';
import type { Preferences } from '../../shared/notifications/preferences.ts';

/** One thing that one person was told. Its id is the fact's, so that a fact delivered twice tells once. */
export const NotificationEntity = new Entity({
  model: { entity: 'notification', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    userId: { type: 'string', required: true },
    notificationId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    /** The person's how-manyeth notification it is: everything up to its place's `readSequence` is read. */
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

/** How far a person's digests have told. */
export interface DigestMark {
  /** When the latest digest was due, with something to tell or without, or when the person began to want one. */
  at: string;
  /** Since when the next one tells: when the latest mail was planned. */
  toldAt: string;
  /** The next one tells of notifications after this one. */
  sequence: number;
  /** Set for a client user: the company as whose person they asked for it. */
  companyId?: string;
}

/** What a person has not read at one place: with the staff, or as a portal user of one company. */
export interface BellPlace {
  /** `staff`, or the company's id. */
  place: string;
  unread: number;
  /** Set by "mark all read": one write, however many there are. */
  readSequence: number;
  allReadAt?: string;
}

/**
 * How many a person has, how many are unread at each of their places, and what they want to hear of: the bell reads this row
 * alone. It moves with every notification.
 */
export const BellEntity = new Entity({
  model: { entity: 'bell', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    userId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    sequence: { type: 'number', required: true },
    /** Those where something was told. */
    places: { type: CustomAttributeType<BellPlace[]>('any'), required: true, default: () => [] },
    preferences: { type: CustomAttributeType<Preferences>('any') },
    /** Stands exactly while the person wants a digest. */
    digestMark: { type: CustomAttributeType<DigestMark>('any') },
  },
  indexes: {
    ofPerson: {
      pk: { field: 'pk', composite: ['mspId', 'userId'], template: 't#${mspId}#n#${userId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'cnt', casing: 'none' },
    },
    /** The MSP's people who want a digest, client users among them. */
    wantingDigest: {
      index: 'gsi2',
      condition: ({ digestMark }: { digestMark?: DigestMark }) => digestMark !== undefined,
      pk: { field: 'gsi2pk', composite: ['mspId'], template: 't#${mspId}#dig', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['userId'], template: '${userId}', casing: 'none' },
    },
  },
});
export type BellRow = EntityItem<typeof BellEntity>;
