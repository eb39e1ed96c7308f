import { expect } from 'vitest';
import type { Invitation } from '../../shared/identity/invitation.ts';
import type { StaffMember } from '../../shared/identity/member.ts';
import { recoversEverywhere } from '../_kit/testing/trial/crash-points.ts';
import type { Hand } from '../_kit/testing/trial/scenario.ts';
import { mailsTo } from '../_kit/testing/world.ts';
import { ask, easyMsp, emailOf, type Owner, ok, PASSWORD, signIn } from './testing/members.ts';

interface World {
  mspId: string;
  owner: Owner;
  invited: string;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  return { mspId: owner.mspId, owner, invited: emailOf('ines') };
}

/** Somebody is invited, gets a letter, and joins by the link in it. A letter that was cut off is asked for once more. */
async function play({ owner, invited }: World, { write, last, settle }: Hand): Promise<void> {
  const { cookie } = owner;
  const body = { email: invited, role: 'viewer' };
  const path = '/staff-invitations';
  const { invitationId } = await write<Invitation>({ operation: 'inviteStaff', method: 'POST', path, body, cookie });
  await settle();
  if ((await mailsTo(invited)).length === 0) {
    ok(await ask(owner, 'POST', `${path}/${invitationId}/resend`));
    await settle();
  }
  const token = /#([\w-]{43})/.exec((await mailsTo(invited)).at(-1)?.text ?? '')?.[1] ?? '';
  const join = { token, name: 'Ines Invited', password: PASSWORD };
  await last({ operation: 'acceptInvitation', method: 'POST', path: '/invitations/accept', body: join, cookie: '' });
  await settle();
}

async function holds({ owner, invited }: World): Promise<void> {
  const { items } = ok(await ask<{ items: StaffMember[] }>(owner, 'GET', '/staff'));
  expect(items.map(({ role }) => role).sort()).toEqual(['owner', 'viewer']);
  ok(await signIn(invited));
}

recoversEverywhere({
  feature: 'identity',
  prepare,
  play,
  holds,
  // A letter that was cut off is asked for once more.
  trail: /^mail |^audit .*"operation":"identity\.resend/,
  blind: { invitation: ['v', 'updatedAt', 'updatedBy', 'sentAt'] },
});
