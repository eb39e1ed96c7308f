import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, MOST_SESSIONS, type OwnSession, type SessionInfo } from '../../shared/identity/session.ts';
import { cookieOf, http, logs } from '../_kit/testing/world.ts';
import {
  ask,
  codeOf,
  easyMsp,
  emailOf,
  type Member,
  newCompany,
  newMsp,
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

describe('a new MSP', () => {
  it('has an owner who must set up a second factor before anything else', async () => {
    const email = emailOf('founder');
    const slug = email.split('@')[0] ?? '';
    const body = { mspName: 'Harbor Tech', slug, name: 'Fay Founder', email, password: PASSWORD };
    const answer = await http<SessionInfo>('POST', '/api/msps', { body });
    expect(answer.body).toMatchObject({
      state: 'half',
      needs: 'enrolment',
      permissions: [],
      memberships: [],
      actor: { role: 'owner' },
    });
    const cookie = cookieOf(answer);
    expect((await http('GET', '/api/companies', { cookie })).body.code).toBe('session.half');
    expect((await http('GET', '/api/session', { cookie })).status).toBe(200);
  });

  it('is refused when its address or the email is taken, and then leaves nothing behind', async () => {
    const body = { mspName: 'Other', slug: owner.slug, name: 'Otto Other', email: emailOf('otto'), password: PASSWORD };
    expect((await http('POST', '/api/msps', { body })).body.code).toBe('slug.taken');
    const again = { ...body, slug: `${owner.slug}x`, email: owner.email };
    expect((await http('POST', '/api/msps', { body: again })).body.code).toBe('email.taken');
    expect((await http('POST', '/api/msps', { body: { ...body, slug: `${owner.slug}x` } })).status).toBe(200);
  });

  it('refuses a password made of its own name', async () => {
    const body = {
      mspName: 'Waterloo',
      slug: `${owner.slug}y`,
      name: 'Ann Onym',
      email: emailOf('ann'),
      password: 'Waterloo-12345',
    };
    expect((await http('POST', '/api/msps', { body })).body).toMatchObject({ status: 400, code: 'password.guessable' });
  });
});

describe('signing in', () => {
  it('opens a session with a cookie that scripts cannot read', async () => {
    const answer = await signIn(member.email);
    expect(answer.body).toMatchObject({
      state: 'full',
      actor: { kind: 'staff', role: 'technician' },
      msp: { slug: owner.slug },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/^sid=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const session = await http<SessionInfo>('GET', '/api/session', { cookie: cookieOf(answer) });
    expect(session.body.permissions).toContain('companies:read');
    expect(session.body.permissions).not.toContain('staff:manage');
    expect(session.body.memberships).toEqual([expect.objectContaining({ mspSlug: owner.slug, current: true })]);
  });

  it('answers alike for a wrong password and for an address nobody has', async () => {
    const wrong = await signIn(member.email, 'not-the-right-one');
    const unknown = await signIn(emailOf('nobody'), 'not-the-right-one');
    const { requestId: _, ...one } = wrong.body;
    const { requestId: __, ...other } = unknown.body;
    expect(wrong.status).toBe(401);
    expect(other).toEqual(one);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('is locked after five wrong passwords, for the right one too, and alike for an address nobody has', async () => {
    const victim = await newStaff(owner, 'viewer');
    for (const email of [victim.email, emailOf('nobody')]) {
      const answers = [];
      for (let i = 0; i < 6; i += 1) answers.push((await signIn(email, 'not-the-right-one')).status);
      expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
    }
    const locked = await signIn(victim.email);
    expect(locked.body).toMatchObject({ status: 429, code: 'attempts.too-many' });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(victim, 'GET', '/session')).status).toBe(200);
  });

  it('lets no more than five guesses through when many are made at once', async () => {
    const victim = await newStaff(owner, 'viewer');
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(victim.email, 'not-the-right-one')));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('writes no address, password or token into the logs', async () => {
    await signIn(member.email, 'canary-password-text');
    const lines = JSON.stringify(await logs());
    expect(lines).not.toContain('canary-password-text');
    expect(lines).not.toContain(member.email);
    expect(lines).not.toContain(member.cookie.slice(4));
  });
});

describe('a second factor', () => {
  it('is asked for before anything opens; its code works once', async () => {
    const guarded = await newMsp();
    const half = await signIn(guarded.email);
    expect(half.body).toMatchObject({ state: 'half', needs: 'second-factor' });
    const cookie = cookieOf(half);
    for (const path of ['/companies', '/staff', '/msp', '/me', '/audit?from=2026-01-01&to=2026-01-02']) {
      expect((await ask({ cookie }, 'GET', path)).body.code).toBe('session.half');
    }
    expect((await ask({ cookie }, 'POST', '/me/totp', {})).body.code).toBe('session.half');
    expect((await ask({ cookie }, 'POST', '/session/second-factor', { code: '000000' })).body.code).toBe('code.wrong');
    const code = codeOf(guarded.seed, 1);
    const full = await ask<SessionInfo>({ cookie }, 'POST', '/session/second-factor', { code });
    expect(full.body.state).toBe('full');
    expect(cookieOf(full)).not.toBe(cookie);
    expect((await ask({ cookie }, 'GET', '/session')).status).toBe(401);
    const again = cookieOf(await signIn(guarded.email));
    expect((await ask({ cookie: again }, 'POST', '/session/second-factor', { code })).body.code).toBe('code.wrong');
  });

  it('code raced by many requests opens one session', async () => {
    const guarded = await newMsp();
    const halves = await Promise.all(Array.from({ length: 4 }, () => signIn(guarded.email)));
    const code = codeOf(guarded.seed, 1);
    const answers = await Promise.all(
      halves.map((half) => ask<SessionInfo>({ cookie: cookieOf(half) }, 'POST', '/session/second-factor', { code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('recovery code raced by many requests opens one session, and is used up', async () => {
    const guarded = await newMsp();
    const [code = ''] = guarded.codes;
    const halves = await Promise.all(Array.from({ length: 4 }, () => signIn(guarded.email)));
    const answers = await Promise.all(
      halves.map((half) => ask<SessionInfo>({ cookie: cookieOf(half) }, 'POST', '/session/second-factor', { code })),
    );
    const [opened] = answers.filter(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const profile = await ask<{ recoveryCodesLeft: number }>(
      { cookie: cookieOf(opened ?? (answers[0] as never)) },
      'GET',
      '/me',
    );
    expect(profile.body.recoveryCodesLeft).toBe(9);
  });

  it('cannot be switched off where the MSP requires it, and can where it does not', async () => {
    const guarded = await newMsp();
    const proof = { password: PASSWORD, code: codeOf(guarded.seed, 1) };
    expect((await ask(guarded, 'POST', '/me/totp/disable', proof)).body.code).toBe('totp.required');
    const easy = await easyMsp();
    expect((await ask(easy, 'POST', '/me/totp/disable', { password: PASSWORD })).body.code).toBe('code.needed');
    const off = await ask<SessionInfo>(easy, 'POST', '/me/totp/disable', {
      password: PASSWORD,
      code: codeOf(easy.seed, 1),
    });
    expect(off.body).toMatchObject({ state: 'full', person: { secondFactor: false } });
    expect((await ask(easy, 'GET', '/session')).status).toBe(401);
  });
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
