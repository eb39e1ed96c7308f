import { sendMail } from '../_kit/clients/mail.ts';
import { commit } from '../_kit/commit.ts';
import { unseal } from '../_kit/envelope.ts';
import { logger } from '../_kit/logger.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { letterOf } from './letters.service.ts';
import { MailIntentEntity, type MailIntentRow } from './mail-intent.entity.ts';
import { mailContext } from './mails.service.ts';
import { actingFor } from './scopes.ts';

type MailState = MailIntentRow['state'];

async function move(scope: Scope, mail: MailIntentRow, state: MailState): Promise<MailIntentRow> {
  const over = state !== 'planned' && state !== 'sending';
  const after = { ...mail, state, v: mail.v + 1, ...(over ? { token: undefined } : {}) };
  await commit(scope, [change(MailIntentEntity, mail, after, { audit: false })]);
  return after;
}

/**
 * Sends a planned mail. It is claimed before it is handed over, and only what the mail service certainly did not take is
 * tried again: a mail whose outcome nobody knows is marked `unclear`, and people can send the invitation anew.
 *
 * @throws when the mail service wants it later; the queue then brings it again
 */
export async function send(scope: Scope, { mailId }: { mailId: string }): Promise<void> {
  const once = actingFor(scope, scope.mspId);
  const { inbox: _, ...often } = once;
  const planned = await find(once, MailIntentEntity, MailIntentEntity.get({ mailId }), { consistent: true });
  // A claim that nobody finished: that worker died while the mail was under way.
  if (planned?.state === 'sending') return void (await move(once, planned, 'unclear'));
  if (planned?.state !== 'planned' || !planned.token) return;

  const letter = await letterOf(often, planned, await unseal(mailContext(mailId), planned.token));
  if (!letter) return void (await move(once, planned, 'failed'));
  const claimed = await move(often, planned, 'sending');
  const { outcome, error } = await sendMail(planned.to, letter);
  if (outcome !== 'sent') {
    const reason = error instanceof Error ? error.name : 'unknown';
    logger.warn('mail not sent', { operation: scope.operation, mspId: scope.mspId, mailId, outcome, reason });
  }
  if (outcome === 'later') {
    await move(often, claimed, 'planned');
    throw new Error('The mail service takes no more mails right now.');
  }
  await move(once, claimed, outcome === 'refused' ? 'failed' : outcome);
}
