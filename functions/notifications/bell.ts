import { placeOf } from '../../shared/notifications/hearing.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { BellEntity, type BellPlace, type BellRow, type NotificationRow } from './notification.entity.ts';

/** A notification, a digest or the person's own hand may come between reading a bell and changing it: done anew, so often. */
export const ATTEMPTS = 5;
/** What a person has read and wants to hear of is nobody else's business: no line in the audit. */
export const unaudited = { audit: false };

type Key = Pick<BellRow, 'mspId' | 'userId'>;

export const own = ({ mspId, actor }: Scope): Key => ({ mspId, userId: actor.userId });

export function bellOf(scope: Scope, key: Key, options: { consistent?: boolean } = {}): Promise<BellRow | undefined> {
  return find(scope, BellEntity, BellEntity.get(key), options);
}

/** The bell of somebody who was told nothing yet; its first change stores it. */
export const silent = (key: Key): BellRow => ({ ...key, v: 0, sequence: 0, places: [] });

/** What a bell knows of one place. */
export function placeIn(bell: BellRow | undefined, place: string): BellPlace {
  return bell?.places.find((one) => one.place === place) ?? { place, unread: 0, readSequence: 0 };
}

/** The bell after something changed at one place. */
export function withPlace(bell: BellRow, place: string, set: Partial<Omit<BellPlace, 'place'>>): BellRow {
  const others = bell.places.filter((one) => one.place !== place);
  return { ...bell, v: bell.v + 1, places: [...others, { ...placeIn(bell, place), ...set }] };
}

/** The write that moves a bell on, or stores a person's first. */
export function moved(before: BellRow | undefined, after: BellRow): Op {
  return before ? change(BellEntity, before, after, unaudited) : put(BellEntity, after, unaudited);
}

/** A notification as its reader sees it: read by itself, or with all others. */
export function shown(
  { mspId, userId, v, sequence, ...row }: NotificationRow,
  bell: BellRow | undefined,
): Notification {
  const { readSequence, allReadAt } = placeIn(bell, placeOf(row));
  const readAt = row.readAt ?? (sequence <= readSequence ? allReadAt : undefined);
  return { ...row, ...(readAt ? { readAt } : {}) } as Notification;
}
