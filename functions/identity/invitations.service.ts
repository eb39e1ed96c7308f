import { invitationCreated, invitationResent, invitationRevoked } from '../../events/identity.ts';
import {
  type ClientInvitationFilter,
  INVITATION_LIFE,
  type Invitation,
  type InviteClientUser,
  type InviteStaff,
  MOST_INVITATIONS,
  type StaffInvitationFilter,
  stateOf,
} from '../../shared/identity/invitation.ts';
import { mayManage } from '../../shared/identity/standing.ts';
import { AppError, forbidden, notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { newId, newToken, sha256 } from '../_kit/new-id.ts';
import { change, erase, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { requireFreshProof } from '../_kit/step-up.ts';
import { all, mustFind, page } from '../_kit/store.ts';
import { countInvitation } from './attempts.service.ts';
import { InvitationEntity, type InvitationRow, STAFF_PLACE } from './invitation.entity.ts';
import type { MailIntentRow } from './mail-intent.entity.ts';
import { mailStates, planMail } from './mails.service.ts';
import { companyName } from './member-names.service.ts';
import { OneTimeTokenEntity } from './one-time-token.entity.ts';
import { findLogin, findMembership } from './people.service.ts';
import { untilUncontended } from './races.ts';
import { refuseUnknownCompanies } from './staff.service.ts';

/** An expired link can still be told from a wrong one for this long. */
const REMEMBERED_MS = 30 * 86_400_000;
/** Invitations that one place ever had; used and revoked ones stay for the list. */
const MOST_EVER = 5_000;

type Known = Pick<InvitationRow, 'invitationId' | 'kind' | 'email'>;
type Place = { companyId?: string | undefined };

const placeIn = ({ companyId }: Place) => companyId ?? STAFF_PLACE;

function shown(scope: Scope, row: InvitationRow, mail: MailIntentRow['state'] = 'unclear'): Invitation {
  return { ...row, state: stateOf(row, scope.now()), mail };
}

/** A link with a new token, the mail that carries it, and until when it works. */
async function newLink(scope: Scope, { invitationId, kind, email }: Known) {
  const token = newToken();
  const tokenHash = sha256(token);
  const ends = scope.now().getTime() + INVITATION_LIFE;
  const expiresAt = new Date(ends).toISOString();
  const ttl = Math.ceil((ends + REMEMBERED_MS) / 1_000);
  const side = kind === 'staff' ? 'console' : 'portal';
  const counted = await countInvitation(scope, email);
  const mail = await planMail(scope, { purpose: 'invitation', subjectId: invitationId, to: email, side, token });
  const row = {
    tokenHash,
    purpose: 'invitation' as const,
    mspId: scope.mspId,
    subjectId: invitationId,
    expiresAt,
    ttl,
  };
  return {
    set: { tokenHash, expiresAt, mailId: mail.mailId },
    ops: [put(OneTimeTokenEntity, row, { audit: false }), ...counted, ...mail.ops],
    facts: mail.facts,
  };
}

/** No mail goes to somebody who is there already, or has been asked already. */
async function refuseKnown(scope: Scope, email: string, { companyId }: Place): Promise<void> {
  const login = await findLogin(scope, email);
  const membership = login && (await findMembership(scope, login.person.personId, companyId));
  const field = (code: string, message: string) =>
    new AppError(409, code, message, { errors: [{ path: 'email', message }] });
  if (membership?.status === 'active')
    throw field('invitation.member', 'This person is a member already. No mail was sent.');
  if (membership) throw field('invitation.inactive', 'This person was deactivated. Reactivate them instead.');
  const query = InvitationEntity.query.inPlace({ mspId: scope.mspId, place: placeIn({ companyId }) });
  const rows = await all(scope, InvitationEntity, query, { most: MOST_EVER });
  const open = rows.filter((row) => stateOf(row, scope.now()) === 'pending');
  if (open.some((row) => row.email === email)) {
    throw field('invitation.pending', 'This person is invited already. Send that invitation again instead.');
  }
  if (open.length >= MOST_INVITATIONS) {
    throw refused(
      'invitation.too-many',
      `${MOST_INVITATIONS} invitations are open. Revoke some, or wait until they are used.`,
    );
  }
}

function invite(
  scope: Scope,
  facts: Pick<InvitationRow, 'kind' | 'email' | 'role' | 'companies' | 'companyId' | 'contactId'>,
): Promise<Invitation> {
  return untilUncontended(async () => {
    await refuseKnown(scope, facts.email, facts);
    const invitationId = newId(scope.now());
    const link = await newLink(scope, { ...facts, invitationId });
    const place = placeIn(facts);
    const row = stamped(scope, { ...facts, invitationId, place, status: 'pending' as const, ...link.set });
    const fact = invitationCreated.of({ invitationId, companyId: facts.companyId });
    const ops = [put(InvitationEntity, row), ...link.ops];
    return commit(scope, ops, [fact, ...link.facts], shown(scope, row, 'planned'));
  });
}

/** Invites somebody to the MSP's staff. */
export async function inviteStaff(scope: Scope, input: InviteStaff, call: Call): Promise<Invitation> {
  requireFreshProof(call);
  if (!mayManage(scope.actor, input)) {
    throw forbidden('Only an owner may invite owners, and only for clients that you see yourself. Ask an owner.');
  }
  await refuseUnknownCompanies(scope, input.companies);
  return invite(scope, { kind: 'staff', ...input });
}

/** Invites somebody to the portal of a client. */
export async function inviteClientUser(scope: Scope, input: InviteClientUser): Promise<Invitation> {
  if ((await companyName(scope, input.companyId)) === undefined) throw notFound('company');
  return invite(scope, { kind: 'client', ...input });
}

/** Invitations of one place, newest first, with what became of their mail. */
export async function list(
  scope: Scope,
  { limit, cursor, companyId }: StaffInvitationFilter & Partial<ClientInvitationFilter>,
): Promise<Page<Invitation>> {
  const place = placeIn({ companyId });
  const query = InvitationEntity.query.inPlace({ mspId: scope.mspId, place });
  const found = await page(scope, InvitationEntity, query, { limit, cursor, filter: place, newestFirst: true });
  const mailIds = found.items.map(({ mailId }) => mailId);
  const states = await mailStates(scope, mailIds);
  return { ...found, items: found.items.map((row) => shown(scope, row, states.get(row.mailId))) };
}

type One = { invitationId: string; companyId?: string };

/** The invitation as it stands now. One of another place does not exist here. */
async function present(scope: Scope, { invitationId, companyId }: One): Promise<InvitationRow> {
  const key = InvitationEntity.get({ mspId: scope.mspId, invitationId });
  const row = await mustFind(scope, InvitationEntity, key, 'invitation');
  if (row.place !== placeIn({ companyId })) throw notFound('invitation');
  if (row.status === 'used') throw refused('invitation.used', 'This invitation was accepted already.');
  if (row.status === 'revoked')
    throw refused('invitation.revoked', 'This invitation was revoked. Invite the person anew.');
  return row;
}

/** Sends an invitation again, with a new link: the old one is void. */
export function resend(scope: Scope, one: One): Promise<Invitation> {
  return untilUncontended(async () => {
    const before = await present(scope, one);
    const link = await newLink(scope, before);
    const after = revised(scope, before, { ...link.set, askedAgainAt: undefined });
    const { invitationId, companyId } = after;
    const voided = erase(OneTimeTokenEntity, { tokenHash: before.tokenHash });
    return commit(
      scope,
      [change(InvitationEntity, before, after), voided, ...link.ops],
      [invitationResent.of({ invitationId, companyId }), ...link.facts],
      shown(scope, after, 'planned'),
    );
  });
}

/** Takes an invitation back: its link is void at once. */
export async function revoke(scope: Scope, one: One): Promise<Invitation> {
  const before = await present(scope, one);
  const after = revised(scope, before, { status: 'revoked' });
  const { invitationId, companyId } = after;
  const mail = (await mailStates(scope, [after.mailId])).get(after.mailId);
  return commit(
    scope,
    [change(InvitationEntity, before, after), erase(OneTimeTokenEntity, { tokenHash: before.tokenHash })],
    [invitationRevoked.of({ invitationId, companyId })],
    shown(scope, after, mail),
  );
}
