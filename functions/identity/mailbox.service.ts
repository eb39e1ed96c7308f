import { change, type Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { CredentialsEntity, type CredentialsRow, PersonEntity } from './login.entity.ts';
import { hashPassword } from './passwords.ts';
import { type Login, membershipsOf } from './people.service.ts';
import { endings, pointersOf } from './sessions.service.ts';
import { isOpen } from './sign-in.service.ts';

/**
 * The credentials with a password that was chosen by a mailed link. A sign-up names an address that nobody has proved, so
 * somebody else may have made that login: their second factor must not keep the owner of the mailbox out. Every other one stays.
 */
export async function chosenByMail(before: CredentialsRow, password: string): Promise<CredentialsRow> {
  const after = { ...before, passwordHash: await hashPassword(password), resetHash: undefined, v: before.v + 1 };
  if (!before.unproven) return after;
  return { ...after, unproven: undefined, totp: undefined, newTotp: undefined, lastStep: undefined, recoveryCodes: [] };
}

/** True for a login that is let in nowhere (any more): with it nobody can sign in, and so not join either. */
export async function isForsaken(scope: Scope, { person }: Login): Promise<boolean> {
  for (const membership of await membershipsOf(scope, person.personId)) {
    if (await isOpen(scope, membership)) return false;
  }
  return true;
}

/**
 * A forsaken login in the hands of whoever holds an invitation mailed to its address, or signs up with one that nobody has proved
 * yet, and the writes that give it to them.
 */
export async function reclaimed(
  scope: Scope,
  { person, credentials }: Login,
  { name, password, unproven }: { name: string; password: string; unproven?: boolean },
): Promise<Login & { ops: Op[] }> {
  const after = {
    person: { ...person, name, v: person.v + 1 },
    credentials: { ...(await chosenByMail(credentials, password)), ...(unproven ? { unproven } : {}) },
  };
  const ops = [
    change(PersonEntity, person, after.person),
    change(CredentialsEntity, credentials, after.credentials),
    ...endings(await pointersOf(scope, person.personId)),
  ];
  return { ...after, ops };
}
