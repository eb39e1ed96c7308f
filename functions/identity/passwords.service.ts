import { setTimeout as wait } from 'node:timers/promises';
import { preferred } from '../../shared/identity/membership.ts';
import { contextWords, passwordProblem } from '../../shared/identity/password.ts';
import type { ForgotPassword, PasswordChange, ResetPassword } from '../../shared/identity/profile.ts';
import type { SessionInfo } from '../../shared/identity/session.ts';
import { AppError, invalid } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { newToken, sha256 } from '../_kit/new-id.ts';
import { change, erase, type Op, put, remove } from '../_kit/operations.ts';
import { type Scope, untold } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { countAttempt, countResetFrom, forgiven } from './attempts.service.ts';
import { proveByPassword } from './codes.service.ts';
import { keysEnding } from './keys-following.service.ts';
import { CredentialsEntity, type CredentialsRow } from './login.entity.ts';
import { chosenByMail } from './mailbox.service.ts';
import { planMail } from './mails.service.ts';
import { currentMsp } from './msp-record.service.ts';
import { OneTimeTokenEntity, type OneTimeTokenRow } from './one-time-token.entity.ts';
import { hashPassword } from './passwords.ts';
import { findLogin, findPerson, type Login, membershipsOf } from './people.service.ts';
import { untilUncontended } from './races.ts';
import { actingFor } from './scopes.ts';
import { describe } from './session-info.service.ts';
import { endings, enter, pointersOf, sessionOf } from './sessions.service.ts';
import { behind } from './sign-in.service.ts';

const HOUR_MS = 3_600_000;
/**
 * "Forgot password" answers no sooner than this. A known address costs a key and a commit more than an unknown one; both
 * take less than this, so the clock tells nobody which it was.
 */
const SAME_TIME_MS = 500;

/** Refuses a password made of what is known about the person. */
export function refuseGuessable(password: string, ...facts: string[]): void {
  const problem = passwordProblem(password, contextWords(...facts));
  if (problem) throw invalid('password', problem, 'password.guessable');
}

async function mailReset(scope: Scope, { person, credentials }: Login, mspSlug: string | undefined): Promise<void> {
  const memberships = await membershipsOf(scope, person.personId);
  const fitting = mspSlug ? memberships.filter((m) => m.kind === 'client' && m.mspSlug === mspSlug) : memberships;
  const [membership] = preferred(fitting);
  if (!membership) return;
  const own = actingFor(scope, membership.mspId);
  const token = newToken();
  const expires = scope.now().getTime() + HOUR_MS;
  const row: OneTimeTokenRow = {
    tokenHash: sha256(token),
    purpose: 'reset',
    mspId: membership.mspId,
    subjectId: person.personId,
    expiresAt: new Date(expires).toISOString(),
    ttl: Math.ceil(expires / 1_000),
  };
  const side = membership.kind === 'staff' ? 'console' : 'portal';
  const mail = await planMail(own, { purpose: 'reset', subjectId: person.personId, to: person.email, side, token });
  const after = { ...credentials, resetHash: row.tokenHash, v: credentials.v + 1 };
  await commit(
    own,
    [
      put(OneTimeTokenEntity, row, { audit: false }),
      change(CredentialsEntity, credentials, after),
      ...voided(credentials),
      ...mail.ops,
    ],
    mail.facts,
  );
}

/** Only the newest reset link works. */
function voided({ resetHash }: CredentialsRow): Op[] {
  return resetHash ? [erase(OneTimeTokenEntity, { tokenHash: resetHash })] : [];
}

/** Mails a link to choose a new password, if the address has a login. The answer does not tell. */
export async function forgot(scope: Scope, { email, mspSlug }: ForgotPassword): Promise<Gone> {
  await countResetFrom(scope);
  await countAttempt(scope, 'reset', email);
  const work = untilUncontended(async () => {
    const login = await findLogin(scope, email);
    if (login) await mailReset(scope, login, mspSlug?.trim().toLowerCase());
  });
  await Promise.all([work, wait(SAME_TIME_MS)]);
  return {};
}

const USED_UP = () =>
  new AppError(410, 'reset.over', 'This link was used already or is older than an hour. Ask for a new one.');

/**
 * Uses a mailed link up: the new password stands, every session of the person ends. Nobody is signed in by it: the second
 * factor is still to be given, unless it was set up before anybody proved the address.
 */
export async function reset(scope: Scope, { token, password }: ResetPassword): Promise<Gone> {
  const key = OneTimeTokenEntity.get({ tokenHash: sha256(token) });
  return untilUncontended(async () => {
    const row = await find(scope, OneTimeTokenEntity, key, { consistent: true });
    if (row?.purpose !== 'reset' || row.expiresAt <= scope.now().toISOString()) throw USED_UP();
    const own = actingFor(scope, row.mspId);
    const login = await findPerson(own, row.subjectId);
    if (!login || login.credentials.resetHash !== row.tokenHash) throw USED_UP();
    const { person, credentials } = login;
    refuseGuessable(password, person.email, person.name, (await currentMsp(own)).name);
    // Nothing that a stranger made in this name goes on working: such a login has been in the MSP that it opened, nowhere else.
    const keys = credentials.unproven ? await keysEnding(own, person.personId) : [];
    await commit(own, [
      { ...remove(OneTimeTokenEntity, row, { audit: false }), refusal: USED_UP },
      ...keys,
      change(CredentialsEntity, credentials, await chosenByMail(credentials, password)),
      ...endings(await pointersOf(own, person.personId)),
      forgiven('password', person.email),
    ]);
    return {};
  });
}

/**
 * A new password for somebody who knows the present one. Every other session ends, this one gets a new token and goes on: the
 * password alone is no fresh proof where a second factor belongs to it.
 */
export async function changeOwn(scope: Scope, { current, password }: PasswordChange, call: Call): Promise<SessionInfo> {
  const from = sessionOf(call);
  const msp = await currentMsp(scope);
  const session = await untilUncontended(async () => {
    const { login, membership } = await behind(scope, from);
    refuseGuessable(password, login.person.email, login.person.name, msp.name);
    const { ops } = await proveByPassword(scope, login, current, 'current');
    const set = { passwordHash: await hashPassword(password), resetHash: undefined };
    const all = [...ops, ...voided(login.credentials)];
    return enter(untold(scope), { login, membership, state: 'full', from, set, ends: 'all', ops: all }, call);
  });
  return describe(scope, session);
}
