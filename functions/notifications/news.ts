import type { Actor } from '../../shared/kernel/actor.ts';
import { hears, placeOfActor } from '../../shared/notifications/hearing.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { get as getCompany } from '../companies/companies.service.ts';
import { currentClientUser, currentStaff } from '../identity/directory.service.ts';
import { placeIn, shown } from './bell.ts';
import { type BellRow, NotificationEntity, type NotificationRow } from './notification.entity.ts';

const PAGE = 100;

/** Somebody who gets a digest, as they stand now. */
export interface DigestReader {
  email: string;
  actor: Actor;
}

/** Who gets a digest: a person of the MSP, or of the company given. None when they left, or when the company is served no longer. */
export async function readerOf(scope: Scope, userId: string, companyId?: string): Promise<DigestReader | undefined> {
  const { mspId } = scope;
  if (companyId) {
    const { status, email, role } = await currentClientUser(scope, companyId, userId);
    // Mail about a portal that is closed would lead nowhere.
    const isServed = (await getCompany(scope, { companyId })).status !== 'archived';
    return status === 'active' && isServed
      ? { email, actor: { kind: 'client', mspId, userId, role, companyId } }
      : undefined;
  }
  const { status, email, role, companies } = await currentStaff(scope, userId);
  return status === 'active' ? { email, actor: { kind: 'staff', mspId, userId, role, companies } } : undefined;
}

/** What a person was told after one notification up to another and has not read, newest first. */
export async function newsOf(
  scope: Scope,
  bell: BellRow,
  { after, upTo }: { after: number; upTo: number },
  { actor }: DigestReader,
): Promise<Notification[]> {
  if (placeIn(bell, placeOfActor(actor)).unread === 0) return [];
  const { mspId, userId } = bell;
  const rows: NotificationRow[] = [];
  let cursor: string | undefined;
  do {
    const query = NotificationEntity.query.ofPerson({ mspId, userId });
    const found = await page(scope, NotificationEntity, query, {
      limit: PAGE,
      cursor,
      newestFirst: true,
      consistent: true,
    });
    rows.push(...found.items.filter(({ sequence }) => sequence > after && sequence <= upTo));
    // Events come late: the order of the list is not that of the telling, but how many there are is known.
    cursor = rows.length < upTo - after ? found.cursor : undefined;
  } while (cursor);
  return rows.map((row) => shown(row, bell)).filter((one) => !one.readAt && hears(actor, one));
}
