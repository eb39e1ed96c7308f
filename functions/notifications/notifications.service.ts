import { notFound } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { hears, placeOfActor } from '../../shared/notifications/hearing.ts';
import type { Notification, Unread } from '../../shared/notifications/notification.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { find, page } from '../_kit/store.ts';
import { served } from '../companies/companies.service.ts';
import { ATTEMPTS, bellOf, moved, own, placeIn, shown, unaudited, withPlace } from './bell.ts';
import { NotificationEntity, type NotificationRow } from './notification.entity.ts';

/** The actor's notifications that they may read as they stand now, newest first. A closed portal tells nothing. */
export async function list(scope: Scope, input: { limit: number; cursor?: string }): Promise<Page<Notification>> {
  const query = NotificationEntity.query.ofPerson(own(scope));
  const keep = (row: NotificationRow) => hears(scope.actor, row);
  const { actor } = scope;
  const [bell, rows] = await Promise.all([
    bellOf(scope, own(scope)),
    page(scope, NotificationEntity, query, { ...input, newestFirst: true, keep }),
    actor.kind === 'client' ? served(scope, actor.companyId) : undefined,
  ]);
  return { ...rows, items: rows.items.map((row) => shown(row, bell)) };
}

/**
 * How many the actor has not read where they stand: half a read unit. What was told of clients that they see no more still
 * counts, until they mark all as read: to know better would take the notifications themselves.
 */
export async function unread(scope: Scope): Promise<Unread> {
  return { unread: placeIn(await bellOf(scope, own(scope)), placeOfActor(scope.actor)).unread };
}

/** Marks one as read; reading it again changes nothing. */
export function markRead(scope: Scope, { notificationId }: { notificationId: string }): Promise<Notification> {
  return startingOver(ATTEMPTS, async () => {
    const key = NotificationEntity.get({ ...own(scope), notificationId });
    const [row, bell] = await Promise.all([
      find(scope, NotificationEntity, key, { consistent: true }),
      bellOf(scope, own(scope), { consistent: true }),
    ]);
    if (!row || !bell || !hears(scope.actor, row)) throw notFound('notification');
    const before = shown(row, bell);
    if (before.readAt) return before;
    const read = { ...row, v: row.v + 1, readAt: scope.now().toISOString() };
    const place = placeOfActor(scope.actor);
    const fewer = withPlace(bell, place, { unread: Math.max(0, placeIn(bell, place).unread - 1) });
    const ops = [change(NotificationEntity, row, read, { what: 'notification', ...unaudited }), moved(bell, fewer)];
    return commit(scope, ops, [], shown(read, fewer));
  });
}

/** Marks all as read where the actor stands, by one write: the bell remembers up to where. */
export function markAllRead(scope: Scope): Promise<Unread> {
  return startingOver(ATTEMPTS, async () => {
    const bell = await bellOf(scope, own(scope), { consistent: true });
    const place = placeOfActor(scope.actor);
    if (!bell || placeIn(bell, place).unread === 0) return { unread: 0 };
    const allReadAt = scope.now().toISOString();
    const silent = withPlace(bell, place, { unread: 0, readSequence: bell.sequence, allReadAt });
    return commit(scope, [moved(bell, silent)], [], { unread: 0 });
  });
}
