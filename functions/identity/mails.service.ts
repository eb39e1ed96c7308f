import { mailPlanned } from '../../events/identity.ts';
import { seal } from '../_kit/envelope.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { findMany } from '../_kit/store.ts';
import { MailIntentEntity, type MailIntentRow } from './mail-intent.entity.ts';

/** How long the outcome of a mail can be looked up. */
const KEEP_SECONDS = 60 * 86_400;

/** To what the sealed token of a mail is bound. */
export const mailContext = (mailId: string) => ({ purpose: 'identity', what: 'mail', mailId });

interface NewMail extends Pick<MailIntentRow, 'purpose' | 'subjectId' | 'to' | 'side'> {
  /** The token of the link: kept sealed, and only until the mail is out. */
  token: string;
}

/** Plans a mail: the commit that gives the reason writes `ops` and tells `facts`; the mail goes out after it, once. */
export async function planMail(scope: Scope, { token, ...facts }: NewMail) {
  const mailId = newId(scope.now());
  const row: MailIntentRow = {
    ...facts,
    mailId,
    v: 1,
    mspId: scope.mspId,
    token: await seal(mailContext(mailId), token),
    state: 'planned',
    ttl: Math.floor(scope.now().getTime() / 1_000) + KEEP_SECONDS,
  };
  return { mailId, ops: [put(MailIntentEntity, row, { audit: false })], facts: [mailPlanned.of({ mailId })] };
}

/** What became of mails, by id. */
export async function mailStates(
  scope: Scope,
  mailIds: readonly string[],
): Promise<Map<string, MailIntentRow['state']>> {
  const gets = mailIds.map((mailId) => MailIntentEntity.get({ mailId }));
  const rows = await findMany(scope, MailIntentEntity, gets);
  return new Map(rows.map(({ mailId, state }) => [mailId, state]));
}
