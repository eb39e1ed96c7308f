import { beforeAll, describe, expect, it } from 'vitest';
import type { Invitation, InvitationOffer } from '../../shared/identity/invitation.ts';
import type { SessionInfo } from '../../shared/identity/session.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { cookieOf, http, idle, logs, mailsTo } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  emailOf,
  inviteClient,
  inviteStaff,
  mailedToken,
  newCompany,
  newMsp,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
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

describe('an invitation to the staff', () => {
  it('is mailed in the name of the MSP, with a link to our own address', async () => {
    const email = emailOf('ines');
    const invitation = ok(await inviteStaff(owner, email, 'manager'));
    expect(invitation).toMatchObject({
      state: 'pending',
      mail: 'planned',
      kind: 'staff',
      role: 'manager',
      companies: 'all',
    });
    const token = await mailedToken(email);
    const [mail] = await mailsTo(email);
    expect(mail?.text).toContain('http://127.0.0.1:');
    expect(mail?.text).toMatch(/\/invitation#[\w-]{43}\n/);
    const listed = ok(await ask<Page<Invitation>>(owner, 'GET', '/staff-invitations'));
    expect(listed.items[0]).toMatchObject({ email, state: 'pending', mail: 'sent' });
    expect(JSON.stringify(listed)).not.toContain('tokenHash');
    expect(JSON.stringify(await logs())).not.toContain(token);
  });

  it('shows what it offers, and opens a session with the role it named', async () => {
    const email = emailOf('ines');
    ok(await inviteStaff(owner, email, 'finance', [companyId]));
    const token = await mailedToken(email);
    expect(ok(await look(token))).toMatchObject({
      state: 'pending',
      kind: 'staff',
      role: 'finance',
      email,
      hasLogin: false,
    });
    const session = await accept(token);
    expect(session.body).toMatchObject({
      state: 'full',
      actor: { role: 'finance', companies: [companyId] },
      person: { email },
    });
    expect((await ask({ cookie: cookieOf(session) }, 'GET', `/companies/${companyId}`)).status).toBe(200);
    const { items } = ok(await ask<Page<Invitation>>(owner, 'GET', '/staff-invitations'));
    expect(items.find((one) => one.email === email)?.state).toBe('used');
  });

  it('accepted by many at once makes one member', async () => {
    const email = emailOf('ines');
    ok(await inviteStaff(owner, email, 'viewer'));
    const token = await mailedToken(email);
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await accept(token)).body.code).toBe('invitation.void');
    expect((await look(token)).status).toBe(410);
  });

  it('is void once it is revoked', async () => {
    const email = emailOf('ines');
    const { invitationId } = ok(await inviteStaff(owner, email, 'viewer'));
    const token = await mailedToken(email);
    expect(ok(await ask<Invitation>(owner, 'POST', `/staff-invitations/${invitationId}/revoke`)).state).toBe('revoked');
    expect((await accept(token)).body.code).toBe('invitation.void');
    expect((await ask(owner, 'POST', `/staff-invitations/${invitationId}/resend`)).body.code).toBe(
      'invitation.revoked',
    );
  });

  it('sent again has a new link, and the old one is void', async () => {
    const email = emailOf('ines');
    const { invitationId } = ok(await inviteStaff(owner, email, 'viewer'));
    const old = await mailedToken(email);
    ok(await ask<Invitation>(owner, 'POST', `/staff-invitations/${invitationId}/resend`));
    const fresh = await mailedToken(email);
    expect(fresh).not.toBe(old);
    expect((await accept(old)).body.code).toBe('invitation.void');
    expect((await accept(fresh)).status).toBe(200);
  });

  it('is mailed to one recipient five times, then not for a while, revoked and begun anew or not', async () => {
    const email = emailOf('pestered');
    const paths: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const path = `/staff-invitations/${ok(await inviteStaff(owner, email, 'viewer')).invitationId}`;
      paths.push(path);
      ok(await ask(owner, 'POST', `${path}/resend`));
      if (i === 0) ok(await ask(owner, 'POST', `${path}/revoke`));
    }
    ok(await ask(owner, 'POST', `${paths[1]}/resend`));
    const refused = { status: 429, code: 'invitation.too-often', errors: [{ path: 'email' }] };
    expect((await ask(owner, 'POST', `${paths[1]}/resend`)).body).toMatchObject(refused);
    expect((await inviteClient(owner, companyId, email, 'member')).body).toMatchObject(refused);
    expect((await inviteStaff(await easyMsp(), email, 'viewer')).status).toBe(200);
  });

  it('goes to nobody who is a member or has one already, and then no mail does', async () => {
    const member = await newStaff(owner, 'viewer');
    const waiting = emailOf('waiting');
    ok(await inviteStaff(owner, waiting, 'viewer'));
    await idle();
    const before = [await mailsTo(member.email), await mailsTo(waiting)];
    expect(before.map((mails) => mails.length)).toEqual([0, 1]);
    expect((await inviteStaff(owner, member.email, 'admin')).body.code).toBe('invitation.member');
    expect((await inviteStaff(owner, waiting, 'admin')).body.code).toBe('invitation.pending');
    await idle();
    expect([await mailsTo(member.email), await mailsTo(waiting)]).toEqual(before);
  });

  it('names a staff role, and one to a portal a portal role', async () => {
    expect((await inviteStaff(owner, emailOf('x'), 'approver' as never)).body).toMatchObject({
      status: 400,
      errors: [{ path: 'role' }],
    });
    const client = await inviteClient(owner, companyId, emailOf('x'), 'technician' as never);
    expect(client.body).toMatchObject({ status: 400, errors: [{ path: 'role' }] });
  });

  it('names clients of this MSP only', async () => {
    const other = await newCompany(await easyMsp());
    expect((await inviteStaff(owner, emailOf('x'), 'viewer', [other])).body).toMatchObject({
      status: 400,
      errors: [{ path: 'companies.0' }],
    });
  });

  it('to an owner comes from an owner', async () => {
    const admin = await newStaff(owner, 'admin');
    expect((await inviteStaff(admin, emailOf('x'), 'owner')).status).toBe(403);
    expect((await inviteStaff(admin, emailOf('x'), 'admin')).status).toBe(200);
    const narrow = await newStaff(owner, 'admin', [companyId]);
    expect((await inviteStaff(narrow, emailOf('x'), 'viewer')).status).toBe(403);
    expect((await inviteStaff(narrow, emailOf('x'), 'viewer', [companyId])).status).toBe(200);
  });

  it('makes who must have a second factor set one up first', async () => {
    const strict = await newMsp();
    const email = emailOf('ines');
    ok(await inviteStaff(strict, email, 'viewer'));
    const session = await accept(await mailedToken(email));
    expect(session.body).toMatchObject({ state: 'half', needs: 'enrolment' });
    expect((await ask({ cookie: cookieOf(session) }, 'GET', '/companies')).body.code).toBe('session.half');
  });

  it('refuses a password made of the invited address', async () => {
    const email = `grosvenor${emailOf('')}`;
    ok(await inviteStaff(owner, email, 'viewer'));
    const token = await mailedToken(email);
    expect((await accept(token, { password: email })).status).toBe(400);
  });
});
