import { placeOf } from '../../shared/notifications/hearing.ts';
import type { Notice } from '../../shared/notifications/notification.ts';
import { commit } from '../_kit/commit.ts';
import type { Occurrence } from '../_kit/on.ts';
import { type Op, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { findMany } from '../_kit/store.ts';
import { ATTEMPTS, moved, placeIn, silent, unaudited, withPlace } from './bell.ts';
import { BellEntity, NotificationEntity } from './notification.entity.ts';

/** People told in one commit: two rows each. */
const CHUNK = 40;

/** The writes that tell people who were not told of this event yet and want to hear of its kind. */
async function telling(
  scope: Scope,
  userIds: readonly string[],
  { eventId, at }: Occurrence,
  notice: Notice,
): Promise<Op[]> {
  const { mspId } = scope;
  const [bells, known] = await Promise.all([
    findMany(
      scope,
      BellEntity,
      userIds.map((userId) => BellEntity.get({ mspId, userId })),
    ),
    findMany(
      scope,
      NotificationEntity,
      userIds.map((userId) => NotificationEntity.get({ mspId, userId, notificationId: eventId })),
    ),
  ]);
  const place = placeOf(notice);
  const told = new Set(known.map(({ userId }) => userId));
  const bellOf = new Map(bells.map((bell) => [bell.userId, bell]));
  return userIds
    .filter((userId) => !told.has(userId) && !bellOf.get(userId)?.preferences?.muted.includes(notice.type))
    .flatMap((userId) => {
      const bell = bellOf.get(userId);
      const before = bell ?? silent({ mspId, userId });
      const sequence = before.sequence + 1;
      const row = { ...notice, mspId, userId, notificationId: eventId, v: 1, sequence, at };
      const rung = { ...withPlace(before, place, { unread: placeIn(before, place).unread + 1 }), sequence };
      return [put(NotificationEntity, row, unaudited), moved(bell, rung)];
    });
}

function tell(scope: Scope, userIds: readonly string[], occurrence: Occurrence, notice: Notice): Promise<void> {
  return startingOver(ATTEMPTS, async () => {
    const ops = await telling(scope, userIds, occurrence, notice);
    if (ops.length > 0 || scope.inbox) await commit(scope, ops);
  });
}

/**
 * Tells people what happened: a notification and one more unread for each, in the commit that closes the event. Many people
 * take several commits; those already told when the event comes again are left out.
 */
export async function notify(
  scope: Scope,
  userIds: readonly string[],
  occurrence: Occurrence,
  notice: Notice,
): Promise<void> {
  const people = [...new Set(userIds)];
  const { inbox: _, ...open } = scope;
  for (let start = 0; start < people.length - CHUNK; start += CHUNK) {
    await tell(open, people.slice(start, start + CHUNK), occurrence, notice);
  }
  await tell(scope, people.slice(Math.floor(Math.max(0, people.length - 1) / CHUNK) * CHUNK), occurrence, notice);
}
