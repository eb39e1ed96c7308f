import type { RecoveryCodes, StartTotp, TotpSeed } from '../../shared/identity/profile.ts';
import type { Proof, SessionInfo } from '../../shared/identity/session.ts';
import { invalid, refused } from '../../shared/kernel/error.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { seal, unseal } from '../_kit/envelope.ts';
import { change } from '../_kit/operations.ts';
import { type Scope, untold } from '../_kit/scope.ts';
import { type Proved, proveAgain, seedContext } from './codes.service.ts';
import { CredentialsEntity } from './login.entity.ts';
import { currentMsp } from './msp-record.service.ts';
import { cardsOf, factorRequired, type Login, loginOf, membershipsOf } from './people.service.ts';
import { untilUncontended } from './races.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { describe } from './session-info.service.ts';
import { enter, sessionOf } from './sessions.service.ts';
import { behind } from './sign-in.service.ts';
import { enrolmentUri, newSeed, stepOf } from './totp.ts';

/** A seed that nobody confirms is no longer taken after this time. */
const SEED_LIFE_MS = 15 * 60_000;

const dueFirst = () => refused('second-factor.due', 'Give your second factor first.');

/**
 * A half session may set up its first second factor with nothing but the password just given, and may never replace one:
 * that would walk around it.
 */
async function allowed(scope: Scope, login: Login, input: StartTotp, call: Call): Promise<Proved> {
  const { credentials } = login;
  if (sessionOf(call).state === 'half') {
    if (credentials.totp) throw dueFirst();
    return { set: {}, ops: [] };
  }
  if (!input.password) throw invalid('password', 'Enter your password.', 'password.needed');
  return proveAgain(scope, login, { password: input.password, code: input.code });
}

/** A new seed for the authenticator. Nothing changes until its first code is given. */
export async function start(scope: Scope, input: StartTotp, call: Call): Promise<TotpSeed> {
  const { personId } = sessionOf(call);
  const { name: issuer } = await currentMsp(scope);
  const secret = newSeed();
  const newTotp = { sealed: await seal(seedContext(personId), secret), at: scope.now().toISOString() };
  const email = await untilUncontended(async () => {
    const login = await loginOf(scope, personId);
    const { set, ops } = await allowed(scope, login, input, call);
    const after = { ...login.credentials, ...set, newTotp, v: login.credentials.v + 1 };
    await commit(untold(scope), [change(CredentialsEntity, login.credentials, after), ...ops]);
    return login.person.email;
  });
  return { secret, uri: enrolmentUri(secret, issuer, email) };
}

/**
 * The first code proves that the authenticator has the seed: the second factor is on, ten recovery codes are made, every
 * other session of the person ends and this one gets a new token.
 */
export async function confirm(scope: Scope, { code }: { code: string }, call: Call): Promise<RecoveryCodes> {
  const session = sessionOf(call);
  const { codes, hashes } = newRecoveryCodes();
  await untilUncontended(async () => {
    const { login, membership } = await behind(scope, session);
    const { newTotp, totp } = login.credentials;
    if (session.state === 'half' && totp) throw dueFirst();
    const now = scope.now();
    if (!newTotp || now.getTime() - Date.parse(newTotp.at) > SEED_LIFE_MS) {
      throw refused('totp.not-started', 'Begin the set-up again: the secret you scanned is no longer waiting.');
    }
    const seed = await unseal(seedContext(session.personId), newTotp.sealed);
    const lastStep = stepOf(seed, code.replaceAll(/\s/g, ''), now);
    if (lastStep === undefined)
      throw invalid('code', 'This code is wrong or too old. Enter the next one.', 'code.wrong');
    const set = { totp: newTotp, newTotp: undefined, lastStep, recoveryCodes: hashes };
    await enter(scope, { login, membership, state: 'full', mfaAt: now.toISOString(), set, ends: 'all' }, call);
  });
  return { codes };
}

async function refuseWhereRequired(scope: Scope, personId: string): Promise<void> {
  const memberships = await membershipsOf(scope, personId);
  const cards = await cardsOf(
    scope,
    memberships.map(({ mspSlug }) => mspSlug),
  );
  const demanding = memberships.find(({ kind, mspSlug }) => factorRequired(cards.get(mspSlug), kind));
  if (!demanding) return;
  const who = cards.get(demanding.mspSlug)?.name ?? 'Your company';
  throw refused('totp.required', `${who} requires a second factor. You can replace it, but not switch it off.`);
}

/** Switches the second factor off, where no MSP requires one. Every other session of the person ends. */
export async function disable(scope: Scope, proof: Proof, call: Call): Promise<SessionInfo> {
  const from = sessionOf(call);
  const session = await untilUncontended(async () => {
    const { login, membership } = await behind(scope, from);
    if (!login.credentials.totp) throw refused('totp.none', 'No second factor is set up.');
    await refuseWhereRequired(scope, from.personId);
    const { ops } = await proveAgain(scope, login, proof);
    const set = { totp: undefined, newTotp: undefined, recoveryCodes: [] };
    return enter(scope, { login, membership, state: 'full', set, ends: 'all', ops }, call);
  });
  return describe(scope, session);
}

/** Ten new recovery codes; the old ones are void. */
export async function renewRecoveryCodes(scope: Scope, proof: Proof, call: Call): Promise<RecoveryCodes> {
  const { personId } = sessionOf(call);
  const { codes, hashes } = newRecoveryCodes();
  await untilUncontended(async () => {
    const login = await loginOf(scope, personId);
    if (!login.credentials.totp) throw refused('totp.none', 'No second factor is set up.');
    const { set, ops } = await proveAgain(scope, login, proof);
    const after = { ...login.credentials, ...set, recoveryCodes: hashes, v: login.credentials.v + 1 };
    await commit(untold(scope), [change(CredentialsEntity, login.credentials, after), ...ops]);
  });
  return { codes };
}
