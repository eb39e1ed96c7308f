import { invitationAskedAgain, memberJoined } from '../../events/identity.ts';
import type { AcceptInvitation, InvitationOffer } from '../../shared/identity/invitation.ts';
import { actorOf, type Membership, type VisibleCompanies } from '../../shared/identity/membership.ts';
import { needAfterPassword, type SessionInfo } from '../../shared/identity/session.ts';
import { AppError, refused } from '../../shared/kernel/error.ts';
import type { CompanyRole, StaffRole } from '../../shared/kernel/permissions.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { nameKey } from '../../shared/kernel/text.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { newId, sha256 } from '../_kit/new-id.ts';
import { change, type Op, put, remove, replace } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { InvitationEntity, type InvitationRow } from './invitation.entity.ts';
import { CredentialsEntity, MembershipEntity, type PersonRow } from './login.entity.ts';
import { isForsaken, reclaimed } from './mailbox.service.ts';
import { ClientUserEntity, StaffEntity, StaffNameEntity } from './member.entity.ts';
import { companyName } from './member-names.service.ts';
import type { MspRow } from './msp.entity.ts';
import { currentMsp } from './msp-record.service.ts';
import { OneTimeTokenEntity, type OneTimeTokenRow } from './one-time-token.entity.ts';
import { refuseGuessable } from './passwords.service.ts';
import { findLogin, loginOf, membershipRow, newLogin } from './people.service.ts';
import { untilUncontended } from './races.ts';
import { actingAs, actingFor } from './scopes.ts';
import { describe } from './session-info.service.ts';
import { endings, newSession, sessionOf } from './sessions.service.ts';

const VOID = () =>
  new AppError(410, 'invitation.void', 'This invitation was used, revoked or replaced. Ask for a new one.');

interface Offer {
  token: OneTimeTokenRow;
  invitation: InvitationRow;
  msp: MspRow;
  /** Stands in the MSP of the invitation, for nobody. */
  scope: Scope;
  client: string | undefined;
}

/** What a link offers. Wrong, used and revoked ones are all the same to whoever holds them. */
async function offered(anyone: Scope, given: string): Promise<Offer> {
  const key = OneTimeTokenEntity.get({ tokenHash: sha256(given) });
  const token = await find(anyone, OneTimeTokenEntity, key, { consistent: true });
  if (token?.purpose !== 'invitation') throw VOID();
  const scope = actingFor(anyone, token.mspId);
  const one = InvitationEntity.get({ mspId: token.mspId, invitationId: token.subjectId });
  const [invitation, msp] = await Promise.all([
    find(scope, InvitationEntity, one, { consistent: true }),
    currentMsp(scope),
  ]);
  if (invitation?.status !== 'pending' || invitation.tokenHash !== token.tokenHash) throw VOID();
  const client = invitation.companyId && (await companyName(scope, invitation.companyId));
  return { token, invitation, msp, scope, client };
}

const expired = ({ invitation, scope }: Offer) => invitation.expiresAt <= scope.now().toISOString();

async function open(scope: Scope, token: string): Promise<Offer> {
  const offer = await offered(scope, token);
  if (expired(offer)) throw new AppError(410, 'invitation.expired', 'This invitation has expired. Ask for a new one.');
  if (offer.invitation.companyId && !offer.client) throw VOID();
  return offer;
}

/** What the page behind the link shows before anything is entered. */
export async function look(scope: Scope, { token }: { token: string }): Promise<InvitationOffer> {
  const offer = await offered(scope, token);
  const { kind, role, email, expiresAt } = offer.invitation;
  const login = await findLogin(scope, email);
  return {
    state: expired(offer) ? 'expired' : 'pending',
    mspName: offer.msp.name,
    mspSlug: offer.msp.slug,
    companyName: offer.client,
    kind,
    role,
    email,
    expiresAt,
    hasLogin: login !== undefined && !(await isForsaken(scope, login)),
  };
}

/** Tells the MSP that the holder of an expired link would like a new one. Asking twice changes nothing. */
export async function askAgain(scope: Scope, { token }: { token: string }): Promise<Gone> {
  const offer = await offered(scope, token);
  const { invitation } = offer;
  if (!expired(offer) || invitation.askedAgainAt) return {};
  const after = revised(offer.scope, invitation, { askedAgainAt: scope.now().toISOString() });
  const { invitationId, companyId } = invitation;
  const fact = invitationAskedAgain.of({ invitationId, companyId });
  return commit(offer.scope, [change(InvitationEntity, invitation, after)], [fact], {});
}

function membershipIn({ mspId, companyId, role, companies }: InvitationRow, userId: string): Membership {
  return companyId === undefined
    ? { kind: 'staff', userId, mspId, role: role as StaffRole, companies: (companies ?? []) as VisibleCompanies }
    : { kind: 'client', userId, mspId, role: role as CompanyRole, companyId };
}

/** Where a person becomes a member. */
interface Seat {
  mspSlug: string;
  /** Of a client user. */
  companyName?: string | undefined;
  contactId?: string | undefined;
}

/** The writes by which a person becomes a member, and what has happened then. */
export function seating(own: Scope, member: Membership, { name, email }: PersonRow, { contactId, ...place }: Seat) {
  const { userId } = member;
  const membership = membershipRow(own, member, place);
  const taken = () => refused('invitation.member', 'You are a member here already. Sign in.');
  const facts = stamped(own, { userId, name, nameKey: nameKey(name), email, status: 'active' as const });
  const ops: Op[] = [
    put(MembershipEntity, membership, { audit: false, taken }),
    ...(member.kind === 'staff'
      ? [
          put(
            StaffEntity,
            { ...facts, role: member.role, companies: member.companies, phone: '', title: '' },
            { taken },
          ),
          replace(StaffNameEntity, { mspId: own.mspId, userId, name }),
        ]
      : [put(ClientUserEntity, { ...facts, role: member.role, companyId: member.companyId, contactId }, { taken })]),
  ];
  const companyId = member.kind === 'client' ? member.companyId : undefined;
  return { membership, ops, facts: [memberJoined.of({ userId, companyId })] };
}

/** The writes by which a person joins: the link is used up and the member stands in the same commit. */
function joining(own: Scope, { token, invitation, msp, client }: Offer, person: PersonRow) {
  const member = membershipIn(invitation, person.personId);
  const used = revised(own, invitation, { status: 'used', acceptedBy: person.personId });
  const { contactId } = invitation;
  const { ops, ...rest } = seating(own, member, person, { mspSlug: msp.slug, companyName: client, contactId });
  const using: Op[] = [
    { ...remove(OneTimeTokenEntity, token, { audit: false }), refusal: VOID },
    change(InvitationEntity, invitation, used),
  ];
  return { ...rest, ops: [...using, ...ops] };
}

const demands = ({ invitation, msp }: Offer) => (invitation.kind === 'staff' ? msp.mfaRequired : msp.portalMfaRequired);

/**
 * Uses an invitation up for somebody without a login, or with one that is let in nowhere: name and password make it, and open
 * a session.
 */
export async function accept(scope: Scope, input: AcceptInvitation, call: Call): Promise<SessionInfo> {
  const offer = await open(scope, input.token);
  const { invitation, msp } = offer;
  refuseGuessable(input.password, invitation.email, input.name, msp.name);
  const { email } = invitation;
  const { name, password } = input;
  const { locale, timeZone } = msp;
  const found = await findLogin(scope, email);
  const forsaken = found && (await isForsaken(scope, found)) ? found : undefined;
  const personId = forsaken?.person.personId ?? newId(scope.now());
  const own = actingAs(scope, actorOf(membershipIn(invitation, personId)));
  const login = forsaken
    ? await reclaimed(own, forsaken, { name, password })
    : await newLogin(own, { personId, name, email, password, locale, timeZone });
  const { membership, ops, facts } = joining(own, offer, login.person);
  const state = needAfterPassword(login.credentials.totp !== undefined, demands(offer)) ? 'half' : 'full';
  const opening = newSession(own, membership, { state }, call);
  await commit(own, [...ops, ...login.ops, ...opening.ops], facts);
  opening.give();
  return describe(scope, opening.session);
}

/** Uses an invitation up for somebody who is signed in elsewhere, with the very address that was invited. */
export async function join(scope: Scope, { token }: { token: string }, call: Call): Promise<SessionInfo> {
  const from = sessionOf(call);
  const session = await untilUncontended(async () => {
    const offer = await open(scope, token);
    const { person, credentials } = await loginOf(scope, from.personId);
    if (person.email !== offer.invitation.email) {
      throw refused('invitation.other-email', 'This invitation is for another email address. Sign in with that one.');
    }
    const own = actingAs(scope, actorOf(membershipIn(offer.invitation, person.personId)));
    const { membership, ops, facts } = joining(own, offer, person);
    const state = demands(offer) && !credentials.totp ? 'half' : 'full';
    const opening = newSession(own, membership, { state, from }, call);
    const proved = { ...credentials, unproven: undefined, v: credentials.v + 1 };
    const touched = change(CredentialsEntity, credentials, proved, { audit: false });
    await commit(own, [...ops, touched, ...endings([from]), ...opening.ops], facts);
    opening.give();
    return opening.session;
  });
  return describe(scope, session);
}
