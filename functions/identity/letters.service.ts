import { PLAIN_ACCENT } from '../../shared/identity/msp.ts';
import { env } from '../_kit/env.ts';
import { composeMail, type Letter } from '../_kit/mail.ts';
import { sha256 } from '../_kit/new-id.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { InvitationEntity } from './invitation.entity.ts';
import type { MailIntentRow } from './mail-intent.entity.ts';
import { companyName } from './member-names.service.ts';
import type { MspRow } from './msp.entity.ts';
import { currentMsp } from './msp-record.service.ts';
import { findPerson } from './people.service.ts';

/** In whose name mails go that are no MSP's matter. */
const OURS = { name: 'Fairlead', accent: PLAIN_ACCENT, supportEmail: '' };

/**
 * Address of a page of ours. The host is the stage's, never a request's. The token stands behind `#`: browsers send that part
 * to no server, so it is in no log and no Referer.
 */
export function linkTo(msp: Pick<MspRow, 'slug'>, side: MailIntentRow['side'], page: string, token: string): string {
  return `${env('ORIGIN')}${side === 'portal' ? `/portal/${msp.slug}` : ''}/${page}#${token}`;
}

async function invitationLetter(scope: Scope, mail: MailIntentRow, token: string): Promise<Letter | undefined> {
  const key = InvitationEntity.get({ mspId: scope.mspId, invitationId: mail.subjectId });
  const [msp, invitation] = await Promise.all([
    currentMsp(scope),
    find(scope, InvitationEntity, key, { consistent: true }),
  ]);
  if (invitation?.status !== 'pending' || invitation.tokenHash !== sha256(token)) return undefined;
  const client = invitation.companyId && (await companyName(scope, invitation.companyId));
  const what = client ? `the client portal of ${msp.name} for ${client}` : `${msp.name} on Fairlead`;
  return composeMail({
    brand: msp,
    subject: `You are invited to ${what}`,
    paragraphs: [
      `You are invited to ${what}.`,
      'Choose your name and password with the link below. It works for 7 days, once.',
    ],
    action: { label: 'Accept the invitation', url: linkTo(msp, mail.side, 'invitation', token) },
    notes: ['If you did not expect this mail, you can ignore it: nothing happens until the link is used.'],
  });
}

async function resetLetter(scope: Scope, mail: MailIntentRow, token: string): Promise<Letter> {
  const msp = await currentMsp(scope);
  return composeMail({
    brand: msp,
    subject: 'Choose a new password',
    paragraphs: ['Somebody asked to reset the password of your login.', 'The link below works for one hour, once.'],
    action: { label: 'Choose a new password', url: linkTo(msp, mail.side, 'reset-password', token) },
    notes: ['If it was not you, ignore this mail: your password stays as it is.'],
  });
}

/** It says nothing that was typed by whoever signed up: they may have named the address of somebody they want to reach. */
async function confirmationLetter(scope: Scope, mail: MailIntentRow, token: string): Promise<Letter | undefined> {
  const [msp, login] = await Promise.all([currentMsp(scope), findPerson(scope, mail.subjectId)]);
  if (!login?.credentials.unproven) return undefined;
  return composeMail({
    brand: OURS,
    subject: 'Confirm your address',
    paragraphs: [
      'Somebody signed up for Fairlead with this email address.',
      'If it was you, confirm the address with the link below. It works for 7 days.',
    ],
    action: { label: 'Confirm your address', url: linkTo(msp, mail.side, 'confirm', token) },
    notes: ['If it was not you, ignore this mail: to confirm would let somebody else keep a login with your address.'],
  });
}

const LETTERS = { invitation: invitationLetter, reset: resetLetter, confirmation: confirmationLetter };

/**
 * The text of a planned mail, or undefined when its reason is gone: an invitation revoked or sent anew, an address confirmed
 * meanwhile.
 */
export function letterOf(scope: Scope, mail: MailIntentRow, token: string): Promise<Letter | undefined> {
  return LETTERS[mail.purpose](scope, mail, token);
}
