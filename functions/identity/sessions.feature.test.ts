import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, MOST_SESSIONS, type OwnSession, type SessionInfo } from '../../shared/identity/session.ts';
import { cookieOf, http } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  type Member,
  newCompany,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
  signIn,
} from './testing/members.ts';

let owner: Owner;
let member: Member;

beforeAll(async () => {
  owner = await easyMsp();
  member = await newStaff(owner, 'technician');
});

describe('sessions', () => {
  it('end when they are signed out, and the cookie goes', async () => {
    const answer = await signIn(member.email);
    const cookie = cookieOf(answer);
    const out = await http('POST', '/api/sign-out', { cookie });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await ask({ cookie }, 'GET', '/session')).body.code).toBe('session.none');
    expect((await http('POST', '/api/sign-out', { cookie })).status).toBe(200);
  });

  it('are listed and ended by their owner, one or all others', async () => {
    const someone = await newStaff(owner, 'viewer');
    const [one, other, third] = await Promise.all([1, 2, 3].map(async () => cookieOf(await signIn(someone.email))));
    const { items } = ok(await ask<{ items: OwnSession[] }>(someone, 'GET', '/me/sessions'));
    expect(items).toHaveLength(4);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const { sessionId } = ok(await ask<SessionInfo>({ cookie: one ?? '' }, 'GET', '/session'));
    expect(ok(await ask<Ended>(someone, 'DELETE', `/me/sessions/${sessionId}`)).ended).toBe(1);
    expect((await ask({ cookie: one ?? '' }, 'GET', '/session')).status).toBe(401);
    expect(ok(await ask<Ended>({ cookie: other ?? '' }, 'POST', '/me/sessions/end-others')).ended).toBe(2);
    expect((await ask({ cookie: third ?? '' }, 'GET', '/session')).status).toBe(401);
    expect((await ask({ cookie: other ?? '' }, 'GET', '/session')).status).toBe(200);
  });

  it('of others cannot be ended by guessing their id', async () => {
    const { sessionId } = ok(await ask<SessionInfo>(owner, 'GET', '/session'));
    expect((await ask(member, 'DELETE', `/me/sessions/${sessionId}`)).status).toBe(404);
  });

  it('give way to the newest when there are too many', async () => {
    const someone = await newStaff(owner, 'viewer');
    for (let i = 0; i < MOST_SESSIONS; i += 1) ok(await signIn(someone.email));
    expect((await ask(someone, 'GET', '/session')).status).toBe(401);
    const cookie = cookieOf(await signIn(someone.email));
    expect(ok(await ask<{ items: OwnSession[] }>({ cookie }, 'GET', '/me/sessions')).items).toHaveLength(MOST_SESSIONS);
  });

  it('move their idle end when they are used', async () => {
    const { idleUntil, expiresAt } = ok(await ask<SessionInfo>(member, 'GET', '/session'));
    const touched = ok(await ask<{ idleUntil: string; expiresAt: string }>(member, 'POST', '/session/touch'));
    expect(touched.idleUntil >= idleUntil).toBe(true);
    expect(touched.expiresAt).toBe(expiresAt);
  });

  it('with a made-up token are none', async () => {
    expect((await ask({ cookie: `sid=${'x'.repeat(43)}` }, 'GET', '/session')).status).toBe(401);
    expect((await ask({ cookie: '' }, 'GET', '/companies')).status).toBe(401);
  });
});

describe('a fresh proof', () => {
  it('is taken with the password, and refused with a wrong one', async () => {
    expect((await ask(member, 'POST', '/session/step-up', { password: PASSWORD })).status).toBe(200);
    expect((await ask(member, 'POST', '/session/step-up', { password: 'wrong' })).body.code).toBe('password.wrong');
    const company = await newCompany(owner);
    expect((await ask(member, 'GET', `/companies/${company}`)).status).toBe(200);
  });
});
