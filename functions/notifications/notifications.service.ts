import { AppError, notFound } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Notification, Unread } from '../../shared/notifications/notification.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, page } from '../_kit/store.ts';
import { BellEntity, type BellRow, NotificationEntity, type NotificationRow } from './notification.entity.ts';

/** A new notification may come between reading the bell and changing it. */
const ATTEMPTS = 4;
/** What a person has read is nobody else's business: no line in the audit. */
const unaudited = { audit: false };

const own = ({ mspId, actor }: Scope) => ({ mspId, userId: actor.userId });

function bellOf(scope: Scope, consistent = false): Promise<BellRow | undefined> {
  return find(scope, BellEntity, BellEntity.get(own(scope)), { consistent });
}

function shown({ mspId, userId, v, sequence, ...row }: NotificationRow, bell: BellRow | undefined): Notification {
  const readAt = row.readAt ?? (bell && sequence <= bell.readSequence ? bell.allReadAt : undefined);
  return { ...row, ...(readAt ? { readAt } : {}) } as Notification;
}

/** The actor's notifications, newest first. */
export async function list(scope: Scope, input: { limit: number; cursor?: string }): Promise<Page<Notification>> {
  const query = NotificationEntity.query.ofPerson(own(scope));
  const [bell, rows] = await Promise.all([
    bellOf(scope),
    page(scope, NotificationEntity, query, { ...input, newestFirst: true }),
  ]);
  return { ...rows, items: rows.items.map((row) => shown(row, bell)) };
}

/** How many the actor has not read: half a read unit. */
export async function unread(scope: Scope): Promise<Unread> {
  return { unread: (await bellOf(scope))?.unread ?? 0 };
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 409 || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Marks one as read; reading it again changes nothing. */
export function markRead(scope: Scope, { notificationId }: { notificationId: string }): Promise<Notification> {
  return again(async () => {
    const key = NotificationEntity.get({ ...own(scope), notificationId });
    const [row, bell] = await Promise.all([
      find(scope, NotificationEntity, key, { consistent: true }),
      bellOf(scope, true),
    ]);
    if (!row || !bell) throw notFound('notification');
    const before = shown(row, bell);
    if (before.readAt) return before;
    const read = { ...row, v: row.v + 1, readAt: scope.now().toISOString() };
    const fewer = { ...bell, v: bell.v + 1, unread: bell.unread - 1 };
    const ops = [
      change(NotificationEntity, row, read, { what: 'notification', ...unaudited }),
      change(BellEntity, bell, fewer, unaudited),
    ];
    return commit(scope, ops, [], shown(read, fewer));
  });
}

/** Marks all as read by one write: the bell remembers up to where. */
export function markAllRead(scope: Scope): Promise<Unread> {
  return again(async () => {
    const bell = await bellOf(scope, true);
    if (!bell || bell.unread === 0) return { unread: 0 };
    const allReadAt = scope.now().toISOString();
    const silent = { ...bell, v: bell.v + 1, unread: 0, readSequence: bell.sequence, allReadAt };
    return commit(scope, [change(BellEntity, bell, silent, unaudited)], [], { unread: 0 });
  });
}
