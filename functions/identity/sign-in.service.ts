import { preferred } from '../../shared/identity/membership.ts';
import {
  needAfterPassword,
  type Proof,
  type SessionInfo,
  type SignIn,
  type SwitchMembership,
} from '../../shared/identity/session.ts';
import { AppError, notFound, refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type { Call } from '../_kit/call.ts';
import type { Scope } from '../_kit/scope.ts';
import type { Session } from '../_kit/session.ts';
import { blameAddress, countAttempt, forgiven, refuseBlockedAddress } from './attempts.service.ts';
import { proveAgain, proveByCode } from './codes.service.ts';
import type { CredentialsRow, MembershipRow } from './login.entity.ts';
import { companyName, namesInStep } from './member-names.service.ts';
import { hashPassword, needsRehash, verifyPassword } from './passwords.ts';
import {
  cardsOf,
  factorRequired,
  findLogin,
  findMembership,
  findPerson,
  type Login,
  loginOf,
  membershipsOf,
} from './people.service.ts';
import { untilUncontended } from './races.ts';
import { actingAs, actingFor } from './scopes.ts';
import { describe } from './session-info.service.ts';
import { confirm, enter, sessionOf } from './sessions.service.ts';

const WRONG = () =>
  new AppError(401, 'sign-in.refused', 'Email address or password is wrong. Check both and try again.');
const NO_ACCESS = () =>
  new AppError(403, 'sign-in.no-access', 'This login has no access here. Ask the person who invited you.');

const CLOSED =
  'The portal of this company is closed, because it is archived. Ask whoever invited you to open it again.';

/** Judges email and password; the answer and the work are the same whether the login exists or not. */
async function authenticate(scope: Scope, email: string, password: string): Promise<Login> {
  await refuseBlockedAddress(scope);
  await countAttempt(scope, 'password', email);
  const login = await findLogin(scope, email);
  const right = await verifyPassword(password, login?.credentials.passwordHash);
  if (login && right) return login;
  await blameAddress(scope);
  throw WRONG();
}

/** True for a membership of staff, and of a client that is still served: the portal of an archived one is closed. */
export async function isOpen(scope: Scope, { mspId, companyId }: MembershipRow): Promise<boolean> {
  return companyId === undefined || (await companyName(actingFor(scope, mspId), companyId)) !== undefined;
}

/** On a portal's page a client user of that MSP; elsewhere whatever was used last. */
async function chosen(scope: Scope, personId: string, mspSlug: string | undefined): Promise<MembershipRow> {
  const memberships = await membershipsOf(scope, personId);
  const fitting =
    mspSlug === undefined ? memberships : memberships.filter((m) => m.kind === 'client' && m.mspSlug === mspSlug);
  for (const membership of preferred(fitting)) {
    if (await isOpen(scope, membership)) return membership;
  }
  throw NO_ACCESS();
}

async function rehashed(password: string, { passwordHash }: CredentialsRow): Promise<Partial<CredentialsRow>> {
  return needsRehash(passwordHash) ? { passwordHash: await hashPassword(password) } : {};
}

/** Email and password open a session, or half of one when a second factor is due or must be set up first. */
export async function signIn(scope: Scope, { email, password, mspSlug }: SignIn, call: Call): Promise<SessionInfo> {
  const proved = await authenticate(scope, email, password);
  const { person, credentials } = proved;
  const upgrade = await rehashed(password, credentials);
  const session = await untilUncontended(async (again) => {
    const login = again ? await loginOf(scope, person.personId) : proved;
    if (login.credentials.passwordHash !== credentials.passwordHash) throw WRONG();
    const membership = await chosen(scope, person.personId, mspSlug?.trim().toLowerCase());
    const cards = await cardsOf(scope, [membership.mspSlug]);
    const required = factorRequired(cards.get(membership.mspSlug), membership.kind);
    const need = needAfterPassword(login.credentials.totp !== undefined, required);
    const ops = [
      forgiven('password', email),
      ...(await namesInStep(actingFor(scope, membership.mspId), membership, login.person)),
    ];
    const ends = call.session?.personId === person.personId ? call.session.sessionId : undefined;
    return enter(scope, { login, membership, state: need ? 'half' : 'full', set: upgrade, ends, ops }, call);
  });
  return describe(scope, session);
}

/** The membership that a session stands for, provided that it still holds. */
async function membershipOfSession(scope: Scope, { personId, actor }: Session): Promise<MembershipRow> {
  const companyId = actor.kind === 'client' ? actor.companyId : undefined;
  const row = await findMembership(scope, personId, companyId);
  if (row?.status !== 'active') throw NO_ACCESS();
  return row;
}

/** Login and membership behind a session, read anew. */
export async function behind(scope: Scope, session: Session): Promise<{ login: Login; membership: MembershipRow }> {
  const [login, membership] = await Promise.all([
    loginOf(scope, session.personId),
    membershipOfSession(scope, session),
  ]);
  return { login, membership };
}

/** The second factor turns the half session into a full one, under another token. */
export async function giveSecondFactor(scope: Scope, { code }: { code: string }, call: Call): Promise<SessionInfo> {
  const half = sessionOf(call);
  if (half.state === 'full') throw refused('second-factor.given', 'You have given your second factor already.');
  const session = await untilUncontended(async () => {
    const { login, membership } = await behind(scope, half);
    if (!login.credentials.totp) throw refused('second-factor.none', 'Set up a second factor first.');
    const { set, ops } = await proveByCode(scope, login.credentials, code);
    const mfaAt = scope.now().toISOString();
    return enter(scope, { login, membership, state: 'full', mfaAt, set, ends: half.sessionId, ops }, call);
  });
  return describe(scope, session);
}

/** Proves again who is at the keyboard: what asks for a fresh proof goes through for the next 30 minutes. */
export async function stepUp(scope: Scope, input: Proof, call: Call): Promise<Gone> {
  const { personId } = sessionOf(call);
  await untilUncontended(async () => {
    const login = await loginOf(scope, personId);
    await confirm(scope, call, login.credentials, await proveAgain(scope, login, input));
  });
  return {};
}

/** Another membership of the same login: a new session, and the old one ends. */
export async function switchMembership(scope: Scope, { to }: SwitchMembership, call: Call): Promise<SessionInfo> {
  const from = sessionOf(call);
  const session = await untilUncontended(async () => {
    const own = actingAs(scope, from.actor);
    const [login, memberships] = await Promise.all([findPerson(own, from.personId), membershipsOf(own, from.personId)]);
    const membership = memberships.find(({ mspId, companyId }) => mspId === to.mspId && companyId === to.companyId);
    if (!login || !membership) throw notFound('membership');
    if (!(await isOpen(scope, membership))) throw refused('membership.closed', CLOSED);
    const card = (await cardsOf(own, [membership.mspSlug])).get(membership.mspSlug);
    const needs = factorRequired(card, membership.kind) && !login.credentials.totp;
    const there = actingFor(scope, membership.mspId);
    const ops = await namesInStep(there, membership, login.person);
    const state = needs ? 'half' : 'full';
    return enter(there, { login, membership, state, from, ends: from.sessionId, ops }, call);
  });
  return describe(scope, session);
}
