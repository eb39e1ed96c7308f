import { beforeAll, describe, expect, it } from 'vitest';
import type { Invitation, InvitationOffer } from '../../shared/identity/invitation.ts';
import type { SessionInfo } from '../../shared/identity/session.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { cookieOf, http, mailsTo } from '../_kit/testing/world.ts';
import {
  accepted,
  ask,
  easyMsp,
  emailOf,
  enrolled,
  inviteClient,
  inviteStaff,
  mailedToken,
  newClientUser,
  newCompany,
  newMsp,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
  signIn,
  unique,
} from './testing/members.ts';

let owner: Owner;
let companyId: string;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
});

const accept = (token: string, extra: object = {}) =>
  http<SessionInfo>('POST', '/api/invitations/accept', {
    body: { token, name: 'Ines Invited', password: PASSWORD, ...extra },
  });
const look = (token: string) => http<InvitationOffer>('POST', '/api/invitations/look', { body: { token } });

describe('an invitation to a portal', () => {
  it('leads to the portal of the MSP and opens a session for that company', async () => {
    const email = emailOf('carla');
    ok(await inviteClient(owner, companyId, email, 'approver'));
    const token = await mailedToken(email);
    const [mail] = await mailsTo(email);
    expect(mail?.text).toContain(`/portal/${owner.slug}/invitation#`);
    expect(ok(await look(token))).toMatchObject({ kind: 'client', role: 'approver', mspSlug: owner.slug });
    const session = await accept(token);
    expect(session.body.actor).toMatchObject({ kind: 'client', role: 'approver', companyId });
    expect((await ask({ cookie: cookieOf(session) }, 'GET', `/companies/${companyId}`)).status).toBe(403);
    expect((await ask({ cookie: cookieOf(session) }, 'GET', `/companies/${companyId}/users`)).status).toBe(403);
  });

  it('is listed at its company and nowhere else', async () => {
    const other = await newCompany(owner);
    const { invitationId } = ok(await inviteClient(owner, companyId, emailOf('carla'), 'member'));
    const path = (company: string) => `/companies/${company}/user-invitations`;
    const here = ok(await ask<Page<Invitation>>(owner, 'GET', path(companyId)));
    expect(here.items.map((one) => one.invitationId)).toContain(invitationId);
    expect(ok(await ask<Page<Invitation>>(owner, 'GET', path(other))).items).toEqual([]);
    expect((await ask(owner, 'POST', `${path(other)}/${invitationId}/revoke`)).status).toBe(404);
    expect((await ask(owner, 'POST', `/staff-invitations/${invitationId}/revoke`)).status).toBe(404);
    expect((await ask(owner, 'POST', `${path(companyId)}/${invitationId}/revoke`)).status).toBe(200);
  });

  it('to a company that is not there answers 404 like a random one', async () => {
    const foreign = await newCompany(await easyMsp());
    const one = await inviteClient(owner, foreign, emailOf('x'), 'member');
    const random = await inviteClient(owner, '01hzzzzzzzzzzzzzzzzzzzzzzz', emailOf('x'), 'member');
    expect([one.status, one.body.code, one.body.detail]).toEqual([404, random.body.code, random.body.detail]);
  });
});

describe('one login in several places', () => {
  it('joins another MSP with its own address, and switches between them', async () => {
    const email = emailOf('multi');
    ok(await inviteStaff(owner, email, 'technician'));
    const first = await accepted(email);
    const other = await easyMsp();
    const client = await newCompany(other);
    ok(await inviteClient(other, client, email, 'finance'));
    const token = await mailedToken(email);
    expect(ok(await look(token)).hasLogin).toBe(true);
    expect((await accept(token)).body.code).toBe('email.taken');
    const stranger = await newStaff(owner, 'viewer');
    expect((await ask(stranger, 'POST', '/invitations/join', { token })).body.code).toBe('invitation.other-email');

    const joined = await ask<SessionInfo>(first, 'POST', '/invitations/join', { token });
    expect(joined.body).toMatchObject({ actor: { kind: 'client', companyId: client, mspId: other.mspId } });
    expect(joined.body.memberships).toHaveLength(2);
    expect((await ask(first, 'GET', '/session')).status).toBe(401);

    const there = cookieOf(joined);
    const back = await ask<SessionInfo>({ cookie: there }, 'POST', '/session/switch', { to: { mspId: owner.mspId } });
    expect(back.body).toMatchObject({ actor: { kind: 'staff', role: 'technician', mspId: owner.mspId } });
    expect((await ask({ cookie: there }, 'GET', '/session')).status).toBe(401);
    const nowhere = { to: { mspId: (await newMsp()).mspId } };
    expect((await ask({ cookie: cookieOf(back) }, 'POST', '/session/switch', nowhere)).status).toBe(404);

    const portal = await signIn(email, PASSWORD, other.slug);
    expect(portal.body.actor).toMatchObject({ kind: 'client', companyId: client });
    expect((await signIn(email, PASSWORD, owner.slug)).body.code).toBe('sign-in.no-access');
    expect((await signIn(email)).body.actor.mspId).toBe(other.mspId);
  });

  it('that was signed up proves its address by an invitation: a reset then leaves its second factor', async () => {
    const { email, cookie } = await newMsp();
    ok(await inviteStaff(owner, email, 'viewer'));
    ok(await ask<SessionInfo>({ cookie }, 'POST', '/invitations/join', { token: await mailedToken(email) }));
    ok(await http('POST', '/api/password/forgot', { body: { email } }));
    const password = 'velvet-harbor-signal-9';
    ok(await http('POST', '/api/password/reset', { body: { token: await mailedToken(email), password } }));
    expect((await signIn(email, password)).body).toMatchObject({ state: 'half', needs: 'second-factor' });
  });

  it('that is let in nowhere any more comes to whoever was invited, without what a stranger set up', async () => {
    const squatter = await newMsp();
    const accomplice = await newStaff(squatter, 'owner');
    const { cookie } = await enrolled(accomplice);
    ok(await ask({ cookie }, 'POST', `/staff/${squatter.userId}/deactivate`, { v: 1 }));
    const { email } = squatter;
    ok(await inviteStaff(owner, email, 'viewer'));
    const token = await mailedToken(email);
    expect(ok(await look(token)).hasLogin).toBe(false);
    expect((await accept(token, { password: 'velvet-harbor-signal-9' })).body).toMatchObject({
      state: 'full',
      actor: { mspId: owner.mspId },
      person: { name: 'Ines Invited', secondFactor: false },
    });
    expect((await signIn(email)).status).toBe(401);
  });

  it('that is let in nowhere any more, and was never proved, does not keep its owner from signing up', async () => {
    const squatter = await newMsp();
    const { cookie } = await enrolled(await newStaff(squatter, 'owner'));
    const again = (slug: string) =>
      http<SessionInfo>('POST', '/api/msps', {
        body: { mspName: 'Mine', slug, name: 'Mia Mine', email: squatter.email, password: 'velvet-harbor-signal-9' },
      });
    expect((await again(unique('early'))).body.code).toBe('email.taken');
    ok(await ask({ cookie }, 'POST', `/staff/${squatter.userId}/deactivate`, { v: 1 }));
    const mine = ok(await again(unique('mine')));
    expect(mine).toMatchObject({ state: 'half', needs: 'enrolment', person: { name: 'Mia Mine' } });
    expect(mine.actor.mspId).not.toBe(squatter.mspId);
  });

  it('that is let in nowhere any more keeps its second factor, if its address was proved', async () => {
    const left = await enrolled(await newStaff(owner, 'viewer'), PASSWORD);
    ok(await ask(owner, 'POST', `/staff/${left.userId}/deactivate`, { v: 1 }));
    ok(await inviteClient(owner, companyId, left.email, 'member'));
    const session = await accept(await mailedToken(left.email), { password: 'velvet-harbor-signal-9' });
    expect(session.body).toMatchObject({ state: 'half', needs: 'second-factor', actor: { userId: left.userId } });
  });

  it('is let in nowhere by an archived client, until that is restored', async () => {
    const [harbor, tigard] = [await newCompany(owner), await newCompany(owner)];
    const person = await newClientUser(owner, harbor, 'approver');
    ok(await inviteClient(owner, tigard, person.email, 'finance'));
    const joined = await ask<SessionInfo>(person, 'POST', '/invitations/join', {
      token: await mailedToken(person.email),
    });
    const atTigard = { cookie: cookieOf(joined) };
    const turn = async (how: 'archive' | 'restore', v: number) =>
      ok(await ask(owner, 'POST', `/companies/${harbor}/${how}`, { v }));
    const choices = async () =>
      ok(await ask<SessionInfo>(atTigard, 'GET', '/session')).memberships.map((one) => one.companyId);
    const toHarbor = { to: { mspId: owner.mspId, companyId: harbor } };
    expect((await choices()).toSorted()).toEqual([harbor, tigard].toSorted());
    await turn('archive', 1);
    expect(await choices()).toEqual([tigard]);
    expect((await ask(atTigard, 'POST', '/session/switch', toHarbor)).body.code).toBe('membership.closed');
    const alone = await newClientUser(owner, companyId, 'approver');
    ok(await ask(owner, 'POST', `/companies/${companyId}/archive`, { v: 1 }));
    expect((await signIn(alone.email, PASSWORD, owner.slug)).body.code).toBe('sign-in.no-access');
    ok(await ask(owner, 'POST', `/companies/${companyId}/restore`, { v: 2 }));
    await turn('restore', 2);
    const back = await ask<SessionInfo>(atTigard, 'POST', '/session/switch', toHarbor);
    expect(ok(back).actor).toMatchObject({ companyId: harbor });
    await turn('archive', 3);
    // It was used last.
    expect((await signIn(person.email, PASSWORD, owner.slug)).body.actor).toMatchObject({ companyId: tigard });
    expect((await signIn(alone.email, PASSWORD, owner.slug)).body.actor).toMatchObject({ companyId });
  });

  it('cannot be a member of one place twice', async () => {
    const user = await newClientUser(owner, companyId, 'member');
    expect((await inviteClient(owner, companyId, user.email, 'admin')).body.code).toBe('invitation.member');
  });
});
