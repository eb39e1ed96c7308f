import {
  ADDRESS_LIMIT,
  type AttemptLimit,
  CODE_LIMIT,
  INVITATION_LIMIT,
  networkOf,
  nextAttempt,
  PASSWORD_LIMIT,
  RECIPIENT_LIMIT,
  RESET_LIMIT,
  SIGN_UP_LIMIT,
  waitOf,
} from '../../shared/identity/attempts.ts';
import { AppError, changedMeanwhile } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { sha256 } from '../_kit/new-id.ts';
import { change, erase, type Op, put } from '../_kit/operations.ts';
import { type Scope, untold } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { AttemptsEntity } from './attempts.entity.ts';
import { lostRace } from './races.ts';

const LIMITS = {
  password: PASSWORD_LIMIT,
  code: CODE_LIMIT,
  address: ADDRESS_LIMIT,
  reset: RESET_LIMIT,
  'reset-address': ADDRESS_LIMIT,
  'sign-up-address': SIGN_UP_LIMIT,
  invitation: INVITATION_LIMIT,
  recipient: RECIPIENT_LIMIT,
  confirmation: RESET_LIMIT,
} satisfies Record<string, AttemptLimit>;

type Kind = keyof typeof LIMITS;

/** Tries to get a word in while others count on the same lock. */
const ROUNDS = 8;
const DAY_SECONDS = 86_400;

const inWords = (seconds: number) => (seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`);

function tooMany(seconds: number): AppError {
  const message = `Too many attempts. Try again in ${inWords(seconds)}.`;
  return new AppError(429, 'attempts.too-many', message, { retryAfter: seconds });
}

function tooManyMails(seconds: number): AppError {
  const message = `Too many invitations went to this email address. Send the next one in ${inWords(seconds)}.`;
  return new AppError(429, 'invitation.too-often', message, {
    retryAfter: seconds,
    errors: [{ path: 'email', message }],
  });
}

/** The lock of a kind on a value; an IPv6 address counts as its /64. */
const lockOf = (kind: Kind, value: string) => ({ kind, hash: sha256(value) });
const network = (scope: Scope) => networkOf(scope.ip ?? 'none');

/** The write that counts one attempt, on condition that nobody counts in between. */
async function counting(scope: Scope, kind: Kind, value: string, refused = tooMany): Promise<Op> {
  const lock = lockOf(kind, value);
  const before = await find(scope, AttemptsEntity, AttemptsEntity.get(lock), { consistent: true });
  const wait = waitOf(before, scope.now());
  if (wait > 0) throw refused(wait);
  const ttl = Math.floor(scope.now().getTime() / 1_000) + DAY_SECONDS;
  const after = { ...lock, ...nextAttempt(LIMITS[kind], before, scope.now()), v: (before?.v ?? 0) + 1, ttl };
  const taken = () => changedMeanwhile('attempts');
  return before
    ? change(AttemptsEntity, before, after, { audit: false })
    : put(AttemptsEntity, after, { audit: false, over: scope.now(), taken });
}

/**
 * Counts one attempt before it is judged, on condition that nobody counted in between: however many are made side by side,
 * no more pass than the limit allows.
 *
 * @throws AppError 429 with the seconds to wait
 */
export async function countAttempt(scope: Scope, kind: Kind, value: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    try {
      return await commit(untold(scope), [await counting(scope, kind, value)]);
    } catch (error) {
      if (!lostRace(error)) throw error;
    }
  }
  throw tooMany(1);
}

/**
 * Counts an invitation mailed to a recipient, by the scope's MSP and by all together. Goes into the commit that plans the mail:
 * what is refused was not mailed.
 *
 * @throws AppError 429 with the seconds to wait
 */
export function countInvitation(scope: Scope, email: string): Promise<Op[]> {
  return Promise.all([
    counting(scope, 'invitation', `${scope.mspId} ${email}`, tooManyMails),
    counting(scope, 'recipient', email, tooManyMails),
  ]);
}

/**
 * Counts a link that somebody had mailed to their own address once more. Goes into the commit that plans the mail.
 *
 * @throws AppError 429 with the seconds to wait
 */
export function countConfirmation(scope: Scope, email: string): Promise<Op> {
  return counting(scope, 'confirmation', email);
}

/** Takes back what was counted: the attempt was right. Goes into the commit of what it opened. */
export function forgiven(kind: Kind, value: string): Op {
  return erase(AttemptsEntity, lockOf(kind, value));
}

/** Refuses an address from which too much has failed. */
export async function refuseBlockedAddress(scope: Scope): Promise<void> {
  const lock = lockOf('address', network(scope));
  const wait = waitOf(await find(scope, AttemptsEntity, AttemptsEntity.get(lock)), scope.now());
  if (wait > 0) throw tooMany(wait);
}

/** Counts a failure against the address it came from; only failures count there, because an office shares one. */
export async function blameAddress(scope: Scope): Promise<void> {
  await countAttempt(scope, 'address', network(scope));
}

/** Counts a request for a reset mail against the address it came from. */
export async function countResetFrom(scope: Scope): Promise<void> {
  await countAttempt(scope, 'reset-address', network(scope));
}

/** Counts a sign-up against the address it came from. */
export async function countSignUpFrom(scope: Scope): Promise<void> {
  await countAttempt(scope, 'sign-up-address', network(scope));
}
