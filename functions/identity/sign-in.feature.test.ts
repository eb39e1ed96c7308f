import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionInfo } from '../../shared/identity/session.ts';
import { cookieOf, http, logs } from '../_kit/testing/world.ts';
import { ask, easyMsp, emailOf, type Member, newStaff, type Owner, PASSWORD, signIn } from './testing/members.ts';

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
    const lines = await logs();
    const work = [wrong, unknown].map(({ body }) => lines.find((line) => line.requestId === body.requestId)?.units);
    expect(work[0]).toBeDefined();
    expect(work[1]).toEqual(work[0]);
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

  it('again in the same browser ends the session that was there', async () => {
    const first = cookieOf(await signIn(member.email));
    const body = { email: member.email, password: PASSWORD };
    const second = await http('POST', '/api/sign-in', { cookie: first, body });
    expect((await ask({ cookie: first }, 'GET', '/session')).status).toBe(401);
    expect((await ask({ cookie: cookieOf(second) }, 'GET', '/session')).status).toBe(200);
  });

  it('writes no address, password or token into the logs', async () => {
    await signIn(member.email, 'canary-password-text');
    const lines = JSON.stringify(await logs());
    expect(lines).not.toContain('canary-password-text');
    expect(lines).not.toContain(member.email);
    expect(lines).not.toContain(member.cookie.slice(4));
  });
});
