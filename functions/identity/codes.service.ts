import type { Proof } from '../../shared/identity/session.ts';
import { invalid } from '../../shared/kernel/error.ts';
import { unseal } from '../_kit/envelope.ts';
import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { blameAddress, countAttempt, forgiven, refuseBlockedAddress } from './attempts.service.ts';
import type { CredentialsRow } from './login.entity.ts';
import { verifyPassword } from './passwords.ts';
import type { Login } from './people.service.ts';
import { withoutCode } from './recovery-codes.ts';
import { stepOf } from './totp.ts';

/** What a right proof changes: the step or code it used up, and the counters it clears. Both belong into its commit. */
export interface Proved {
  set: Partial<CredentialsRow>;
  ops: Op[];
}

/** To what a sealed seed is bound. */
export const seedContext = (personId: string) => ({ purpose: 'identity', what: 'totp', personId });

async function used(
  scope: Scope,
  credentials: CredentialsRow,
  code: string,
): Promise<Partial<CredentialsRow> | undefined> {
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) {
    const recoveryCodes = withoutCode(credentials.recoveryCodes, code);
    return recoveryCodes && { recoveryCodes };
  }
  if (!credentials.totp) return undefined;
  const seed = await unseal(seedContext(credentials.personId), credentials.totp.sealed);
  const lastStep = stepOf(seed, digits, scope.now(), credentials.lastStep);
  return lastStep === undefined ? undefined : { lastStep };
}

/**
 * Judges a code of the authenticator or a recovery code. The attempt is counted first; a right one is used up by committing
 * `set` on the credentials that were read.
 *
 * @throws AppError 400 `code.wrong`, also for a code used before; 429 after too many
 */
export async function proveByCode(scope: Scope, credentials: CredentialsRow, code: string): Promise<Proved> {
  await refuseBlockedAddress(scope);
  await countAttempt(scope, 'code', credentials.personId);
  const set = await used(scope, credentials, code);
  if (set) return { set, ops: [forgiven('code', credentials.personId)] };
  await blameAddress(scope);
  throw invalid('code', 'This code is wrong, too old, or was used already. Enter the next one.', 'code.wrong');
}

/**
 * Judges a password given again by somebody who is signed in, and the code where a second factor is set up.
 *
 * @throws AppError 400 `password.wrong`, `code.wrong` or `code.needed`; 429 after too many
 */
export async function proveAgain(
  scope: Scope,
  { person, credentials }: Login,
  { password, code }: Proof,
): Promise<Proved> {
  if (credentials.totp && !code) throw invalid('code', 'Enter a code of your authenticator too.', 'code.needed');
  const byPassword = await proveByPassword(scope, { person, credentials }, password, 'password');
  if (!credentials.totp || !code) return byPassword;
  const byCode = await proveByCode(scope, credentials, code);
  return { set: byCode.set, ops: [...byPassword.ops, ...byCode.ops] };
}

/** Judges the password alone; `field` is where the page asked for it. */
export async function proveByPassword(
  scope: Scope,
  { person, credentials }: Login,
  password: string,
  field: string,
): Promise<Proved> {
  await refuseBlockedAddress(scope);
  await countAttempt(scope, 'password', person.email);
  if (await verifyPassword(password, credentials.passwordHash))
    return { set: {}, ops: [forgiven('password', person.email)] };
  await blameAddress(scope);
  throw invalid(field, 'This is not your present password.', 'password.wrong');
}
