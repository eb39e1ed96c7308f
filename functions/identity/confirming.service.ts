import { AppError, refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { newToken, sha256 } from '../_kit/new-id.ts';
import { change, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { countConfirmation } from './attempts.service.ts';
import { CredentialsEntity, type PersonRow } from './login.entity.ts';
import { planMail } from './mails.service.ts';
import { OneTimeTokenEntity, type OneTimeTokenRow } from './one-time-token.entity.ts';
import { findPerson, loginOf } from './people.service.ts';
import { untilUncontended } from './races.ts';
import { actingFor } from './scopes.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * A mailed link by which whoever signed up proves their address: goes into the commit that gives the reason. A link sent
 * earlier works beside it, because all of them do the same, once.
 */
export async function planConfirmation(own: Scope, { personId, email }: Pick<PersonRow, 'personId' | 'email'>) {
  const token = newToken();
  const ends = own.now().getTime() + WEEK_MS;
  const row: OneTimeTokenRow = {
    tokenHash: sha256(token),
    purpose: 'confirmation',
    mspId: own.mspId,
    subjectId: personId,
    expiresAt: new Date(ends).toISOString(),
    ttl: Math.ceil(ends / 1_000),
  };
  const mail = await planMail(own, {
    purpose: 'confirmation',
    subjectId: personId,
    to: email,
    side: 'console',
    token,
  });
  return { ops: [put(OneTimeTokenEntity, row, { audit: false }), ...mail.ops], facts: mail.facts };
}

/** Mails a signed-in person the link once more. */
export function sendAgain(scope: Scope): Promise<Gone> {
  return untilUncontended(async () => {
    const { person, credentials } = await loginOf(scope, scope.actor.userId);
    if (!credentials.unproven) throw refused('address.confirmed', 'Your address is confirmed already.');
    const counted = await countConfirmation(scope, person.email);
    const { ops, facts } = await planConfirmation(scope, person);
    return commit(scope, [counted, ...ops], facts, {});
  });
}

const OVER = () =>
  new AppError(
    410,
    'confirmation.over',
    'This link is older than 7 days or not complete. Send yourself a new one from your account page.',
  );

/**
 * Marks the login as proven by whoever holds the mailed link. From then on a reset of its password, which takes no more than
 * the mailbox, leaves the second factor. A link used again finds its work done and says so.
 */
export function confirm(scope: Scope, { token }: { token: string }): Promise<Gone> {
  const key = OneTimeTokenEntity.get({ tokenHash: sha256(token) });
  return untilUncontended(async () => {
    const row = await find(scope, OneTimeTokenEntity, key, { consistent: true });
    if (row?.purpose !== 'confirmation' || row.expiresAt <= scope.now().toISOString()) throw OVER();
    const own = actingFor(scope, row.mspId);
    const login = await findPerson(own, row.subjectId);
    if (!login) throw OVER();
    const { credentials } = login;
    if (!credentials.unproven) return {};
    const proved = { ...credentials, unproven: undefined, v: credentials.v + 1 };
    return commit(own, [change(CredentialsEntity, credentials, proved)], [], {});
  });
}
