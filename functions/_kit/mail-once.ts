import type { EntityItem } from 'electrodb';
import { sendMail } from './clients/mail.ts';
import { commit } from './commit.ts';
import { logger } from './logger.ts';
import type { Letter } from './mail.ts';
import { change } from './operations.ts';
import type { PlannedMail } from './planned-mail.ts';
import type { Scope } from './scope.ts';
import { type AnyEntity, find } from './store.ts';

/** Whom a mail goes to, and what it says. */
export interface Addressed {
  to: string;
  letter: Letter;
}

async function move<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  mail: EntityItem<E> & PlannedMail,
  state: PlannedMail['state'],
): Promise<EntityItem<E> & PlannedMail> {
  const after = { ...mail, state, v: mail.v + 1 };
  await commit(scope, [change(entity, mail, after, { audit: false })]);
  return after;
}

/**
 * Sends a planned mail, once: an effect outside the table. It is claimed before it is handed over; only what the mail service
 * certainly did not take is tried again.
 *
 * @param get the mail's row by its key
 * @param compose the letter as the data is now; undefined when there is nobody left to write to
 * @throws when the mail service wants it later; the queue then brings it again
 */
export async function sendOnce<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  get: Parameters<typeof find>[2],
  compose: (open: Scope, mail: EntityItem<E>) => Promise<Addressed | undefined>,
): Promise<void> {
  const { inbox: _, ...open } = scope;
  const planned = (await find(scope, entity, get, { consistent: true })) as (EntityItem<E> & PlannedMail) | undefined;
  // A claim that nobody finished: that worker died while the mail was under way.
  if (planned?.state === 'sending') return void (await move(scope, entity, planned, 'unclear'));
  if (planned?.state !== 'planned') return;
  const addressed = await compose(open, planned);
  if (!addressed) return void (await move(scope, entity, planned, 'failed'));
  const claimed = await move(open, entity, planned, 'sending');
  const { outcome } = await sendMail(addressed.to, addressed.letter);
  if (outcome !== 'sent') {
    logger.warn('mail not sent', { operation: scope.operation, mspId: scope.mspId, outcome });
  }
  if (outcome === 'later') {
    await move(open, entity, claimed, 'planned');
    throw new Error('The mail service takes no more mails right now.');
  }
  await move(scope, entity, claimed, outcome === 'refused' ? 'failed' : outcome);
}
