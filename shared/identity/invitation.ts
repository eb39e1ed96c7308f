import { z } from 'zod';
import { CompanyId, Id } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields } from '../kernel/record.ts';
import { Email, line } from '../kernel/text.ts';
import { CompanyRoleName, StaffRoleName, VisibleCompanies } from './membership.ts';
import { NewPassword } from './password.ts';
import { Token } from './profile.ts';

const DAY = 86_400_000;
/** An invitation can be accepted for seven days. */
export const INVITATION_LIFE = 7 * DAY;
/** Open invitations of the staff, or of one company. */
export const MOST_INVITATIONS = 200;

export const InvitationState = z.enum(['pending', 'expired', 'used', 'revoked']);
export type InvitationState = z.infer<typeof InvitationState>;

/** How an invitation stands now. */
export function stateOf(
  invitation: { status: 'pending' | 'used' | 'revoked'; expiresAt: string },
  now: Date,
): InvitationState {
  if (invitation.status !== 'pending') return invitation.status;
  return invitation.expiresAt > now.toISOString() ? 'pending' : 'expired';
}

/** The mail with the link: on its way, gone, refused by the mail service, or gone with an unknown outcome. */
export const MailState = z.enum(['planned', 'sending', 'sent', 'failed', 'unclear']);

export const Invitation = z.object({
  ...RecordFields,
  invitationId: Id,
  kind: z.enum(['staff', 'client']),
  email: z.string(),
  role: z.string(),
  companies: VisibleCompanies.optional(),
  companyId: CompanyId.optional(),
  contactId: Id.optional(),
  expiresAt: z.string(),
  /** The invited person found the link expired and asked for a new one. */
  askedAgainAt: z.string().optional(),
  state: InvitationState,
  mail: MailState,
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationPage = pageOf(Invitation);

export const InviteStaff = z.strictObject({
  email: Email,
  role: StaffRoleName,
  companies: VisibleCompanies.default('all'),
});
export type InviteStaff = z.infer<typeof InviteStaff>;
export const InviteClientUser = z.strictObject({
  companyId: CompanyId,
  email: Email,
  role: CompanyRoleName,
  contactId: Id.optional(),
});
export type InviteClientUser = z.infer<typeof InviteClientUser>;

export const StaffInvitationFilter = z.strictObject({ ...PageInput });
export type StaffInvitationFilter = z.infer<typeof StaffInvitationFilter>;
export const ClientInvitationFilter = z.strictObject({ ...PageInput, companyId: CompanyId });
export type ClientInvitationFilter = z.infer<typeof ClientInvitationFilter>;
export const OneInvitation = z.strictObject({ invitationId: Id });
export const OneClientInvitation = OneInvitation.extend({ companyId: CompanyId });

export const GivenToken = z.strictObject({ token: Token });
export type GivenToken = z.infer<typeof GivenToken>;

/** What the holder of an invitation's link is shown. */
export const InvitationOffer = z.object({
  state: z.enum(['pending', 'expired']),
  mspName: z.string(),
  mspSlug: z.string(),
  companyName: z.string().optional(),
  kind: z.enum(['staff', 'client']),
  role: z.string(),
  email: z.string(),
  expiresAt: z.string(),
  /** There is a login for this address: sign in and join, instead of choosing a password. */
  hasLogin: z.boolean(),
});
export type InvitationOffer = z.infer<typeof InvitationOffer>;

export const AcceptInvitation = z.strictObject({ token: Token, name: line('your name'), password: NewPassword });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
