import { z } from 'zod';
import { CompanyId, Id, KeyId, UserId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const InvitationRef = z.object({ invitationId: Id, companyId: CompanyId.optional() });
/** A member of the MSP's staff, or of a company when there is a `companyId`. */
const MemberRef = z.object({ userId: UserId, companyId: CompanyId.optional() });
const Fields = { fields: z.array(z.string()) };

export const mspCreated = fact('identity.msp.created', 1, z.object({ ownerId: UserId }));
export const mspChanged = fact('identity.msp.changed', 1, z.object(Fields));

export const invitationCreated = fact('identity.invitation.created', 1, InvitationRef);
export const invitationResent = fact('identity.invitation.resent', 1, InvitationRef);
export const invitationRevoked = fact('identity.invitation.revoked', 1, InvitationRef);
export const invitationAskedAgain = fact('identity.invitation.asked-again', 1, InvitationRef);

export const memberJoined = fact('identity.member.joined', 1, MemberRef);
export const memberChanged = fact('identity.member.changed', 1, MemberRef.extend(Fields));
export const memberDeactivated = fact('identity.member.deactivated', 1, MemberRef);
export const memberReactivated = fact('identity.member.reactivated', 1, MemberRef);

const KeyRef = z.object({ keyId: KeyId });
export const keyCreated = fact('identity.key.created', 1, KeyRef);
export const keyRenewed = fact('identity.key.renewed', 1, KeyRef);
export const keyRevoked = fact('identity.key.revoked', 1, KeyRef);

/** A mail waits to be sent; its text, its addressee and the token in its link stay in the vault. */
export const mailPlanned = fact('identity.mail.planned', 1, z.object({ mailId: Id }));
