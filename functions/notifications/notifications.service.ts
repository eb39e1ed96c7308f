import { notFound } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Notification, Unread } from '../../shared/notifications/notification.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { find, page } from '../_kit/store.ts';
import { ATTEMPTS, bellOf, moved, own, shown, unaudited } from './bell.ts';
import { NotificationEntity } from './notification.entity.ts';

/** The actor's notifications, newest first. */
export async function list(scope: Scope, input: { limit: number; cursor?: string }): Promise<Page<Notification>> {
  const query = NotificationEntity.query.ofPerson(own(scope));
  const [bell, rows] = await Promise.all([
    bellOf(scope, own(scope)),
    page(scope, NotificationEntity, query, { ...input, newestFirst: true }),
  ]);
  return { ...rows, items: rows.items.map((row) => shown(row, bell)) };
}

/** How many the actor has not read: half a read unit. */
export async function unread(scope: Scope): Promise<Unread> {
  return { unread: (await bellOf(scope, own(scope)))?.unread ?? 0 };
}

/** Marks one as read; reading it again changes nothing. */
export function markRead(scope: Scope, { notificationId }: { notificationId: string }): Promise<Notification> {
  return startingOver(ATTEMPTS, async () => {
    const key = NotificationEntity.get({ ...own(scope), notificationId });
    const [row, bell] = await Promise.all([
      find(scope, NotificationEntity, key, { consistent: true }),
      bellOf(scope, own(scope), { consistent: true }),
    ]);
    if (!row || !bell) throw notFound('notification');
    const before = shown(row, bell);
    if (before.readAt) return before;
    const read = { ...row, v: row.v + 1, readAt: scope.now().toISOString() };
    const fewer = { ...bell, v: bell.v + 1, unread: bell.unread - 1 };
    const ops = [change(NotificationEntity, row, read, { what: 'notification', ...unaudited }), moved(bell, fewer)];
    return commit(scope, ops, [], shown(read, fewer));
  });
}

/** Marks all as read by one write: the bell remembers up to where. */
export function markAllRead(scope: Scope): Promise<Unread> {
  return startingOver(ATTEMPTS, async () => {
    const bell = await bellOf(scope, own(scope), { consistent: true });
    if (!bell || bell.unread === 0) return { unread: 0 };
    const allReadAt = scope.now().toISOString();
    const silent = { ...bell, v: bell.v + 1, unread: 0, readSequence: bell.sequence, allReadAt };
    return commit(scope, [moved(bell, silent)], [], { unread: 0 });
  });
}
