import { beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../shared/identity/profile.ts';
import type { SessionInfo } from '../../shared/identity/session.ts';
import { cookieOf, http, idle, mailsTo } from '../_kit/testing/world.ts';
import {
  ask,
  askBy,
  easyMsp,
  emailOf,
  enrolled,
  mailedToken,
  makeKey,
  newMsp,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
  signIn,
} from './testing/members.ts';

const NEW = 'velvet-harbor-signal-9';
let owner: Owner;

beforeAll(async () => {
  owner = await easyMsp();
});

const forgot = (email: string) => http('POST', '/api/password/forgot', { body: { email } });
const reset = (token: string, password = NEW) => http('POST', '/api/password/reset', { body: { token, password } });

describe('a forgotten password', () => {
  it('is answered alike for an address nobody has, and no mail goes there', async () => {
    const member = await newStaff(owner, 'viewer');
    const nobody = emailOf('nobody');
    const [known, unknown] = [await forgot(member.email), await forgot(nobody)];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    await idle();
    expect(await mailsTo(nobody)).toEqual([]);
    expect((await mailsTo(member.email)).map(({ subject }) => subject)).toContain('Choose a new password');
  });

  it('is chosen anew by the link, once, and every session ends', async () => {
    const member = await newStaff(owner, 'viewer');
    await forgot(member.email);
    const token = await mailedToken(member.email);
    const answers = await Promise.all([reset(token), reset(token), reset(token)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'reset.over')).toHaveLength(2);
    expect((await ask(member, 'GET', '/session')).status).toBe(401);
    expect((await signIn(member.email)).status).toBe(401);
    expect((await signIn(member.email, NEW)).status).toBe(200);
  });

  it('has one link that works: the newest', async () => {
    const member = await newStaff(owner, 'viewer');
    await forgot(member.email);
    const old = await mailedToken(member.email);
    await forgot(member.email);
    const fresh = await mailedToken(member.email);
    expect((await reset(old)).body.code).toBe('reset.over');
    expect((await reset(fresh, 'password1234567')).status).toBe(400);
    expect((await reset(fresh)).status).toBe(200);
  });

  it('link is void once the password was changed by its owner', async () => {
    const member = await newStaff(owner, 'viewer');
    await forgot(member.email);
    const token = await mailedToken(member.email);
    ok(await ask(member, 'POST', '/me/password', { current: PASSWORD, password: NEW }));
    expect((await reset(token, 'another-quiet-harbor')).body.code).toBe('reset.over');
  });

  it('does not walk around the second factor', async () => {
    const guarded = await enrolled(await newStaff(owner, 'viewer'), PASSWORD);
    await forgot(guarded.email);
    ok(await reset(await mailedToken(guarded.email)));
    expect((await signIn(guarded.email, NEW)).body).toMatchObject({ state: 'half', needs: 'second-factor' });
  });

  it('takes off what was set up by whoever signed up with an address that nobody had proved, and nothing after that', async () => {
    const squatter = await newMsp();
    const key = ok(await makeKey(squatter, {}));
    expect((await askBy(key, 'GET', '/companies')).status).toBe(200);
    await forgot(squatter.email);
    ok(await reset(await mailedToken(squatter.email)));
    expect((await ask(squatter, 'GET', '/session')).status).toBe(401);
    expect((await askBy(key, 'GET', '/companies')).status).toBe(401);
    const bare = await signIn(squatter.email, NEW);
    expect(bare.body).toMatchObject({ state: 'half', needs: 'enrolment' });
    await enrolled({ cookie: cookieOf(bare) });
    await forgot(squatter.email);
    ok(await reset(await mailedToken(squatter.email), PASSWORD));
    expect((await signIn(squatter.email)).body).toMatchObject({ state: 'half', needs: 'second-factor' });
  });

  it('is mailed three times in a row, then not for a while, known address or not', async () => {
    const member = await newStaff(owner, 'viewer');
    for (const email of [member.email, emailOf('nobody')]) {
      const statuses = [];
      for (let i = 0; i < 4; i += 1) statuses.push((await forgot(email)).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
    }
  });

  it('link that was made up is over like a used one', async () => {
    expect((await reset('x'.repeat(43))).body.code).toBe('reset.over');
  });

  it('link cannot be an invitation’s, nor the reverse', async () => {
    const member = await newStaff(owner, 'viewer');
    await forgot(member.email);
    const token = await mailedToken(member.email);
    expect((await http('POST', '/api/invitations/look', { body: { token } })).body.code).toBe('invitation.void');
  });
});

describe('the address of a login that was signed up', () => {
  const confirm = (token: string) => http('POST', '/api/address/confirm', { body: { token } });
  const isConfirmed = async (who: { cookie: string }) => ok(await ask<Profile>(who, 'GET', '/me')).addressConfirmed;
  const again = (who: { cookie: string }) => ask(who, 'POST', '/me/send-confirmation');

  it('is confirmed by the mailed link: a reset then leaves the second factor', async () => {
    const signedUp = await newMsp();
    expect(await isConfirmed(signedUp)).toBe(false);
    const token = await mailedToken(signedUp.email, 'confirm');
    const [mail] = await mailsTo(signedUp.email);
    expect(mail?.subject).toBe('Confirm your address');
    // Whoever signs up may name a stranger's address, and gets no word of theirs there.
    expect(mail?.text).not.toContain(signedUp.slug);
    const answers = await Promise.all([confirm(token), confirm(token)]);
    expect([...answers, await confirm(token)].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await isConfirmed(signedUp)).toBe(true);
    expect((await again(signedUp)).body).toMatchObject({ status: 422, code: 'address.confirmed' });
    await forgot(signedUp.email);
    ok(await reset(await mailedToken(signedUp.email)));
    expect((await signIn(signedUp.email, NEW)).body).toMatchObject({ state: 'half', needs: 'second-factor' });
  });

  it('is confirmed by no other link, and that link does nothing else', async () => {
    const signedUp = await newMsp();
    await forgot(signedUp.email);
    const [token, other] = [await mailedToken(signedUp.email, 'confirm'), await mailedToken(signedUp.email)];
    expect((await reset(token)).body.code).toBe('reset.over');
    expect((await http('POST', '/api/invitations/look', { body: { token } })).body.code).toBe('invitation.void');
    for (const wrong of [other, 'x'.repeat(43)]) {
      expect((await confirm(wrong)).body).toMatchObject({ status: 410, code: 'confirmation.over' });
    }
    expect(await isConfirmed(signedUp)).toBe(false);
  });

  it('is mailed the link three times more, then not for a while', async () => {
    const signedUp = await newMsp();
    const first = await mailedToken(signedUp.email, 'confirm');
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await again(signedUp)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await mailedToken(signedUp.email, 'confirm')).not.toBe(first);
    expect(await mailsTo(signedUp.email)).toHaveLength(4);
    ok(await confirm(first));
    expect(await isConfirmed(signedUp)).toBe(true);
  });

  it('was confirmed by the invitation of whoever came by one', async () => {
    const member = await newStaff(owner, 'viewer');
    expect(await isConfirmed(member)).toBe(true);
    expect((await again(member)).body.code).toBe('address.confirmed');
  });
});

describe('a password changed by its owner', () => {
  it('asks for the present one, ends the other sessions, and gives this one a new token', async () => {
    const member = await newStaff(owner, 'viewer');
    const elsewhere = cookieOf(await signIn(member.email));
    const wrong = await ask(member, 'POST', '/me/password', { current: 'wrong', password: NEW });
    expect(wrong.body).toMatchObject({ status: 400, code: 'password.wrong', errors: [{ path: 'current' }] });
    const changed = await ask<SessionInfo>(member, 'POST', '/me/password', { current: PASSWORD, password: NEW });
    expect(changed.body.state).toBe('full');
    expect((await ask({ cookie: elsewhere }, 'GET', '/session')).status).toBe(401);
    expect((await ask(member, 'GET', '/session')).status).toBe(401);
    expect((await ask({ cookie: cookieOf(changed) }, 'GET', '/session')).status).toBe(200);
    expect((await signIn(member.email, NEW)).status).toBe(200);
  });

  it('may not be made of the name or the company', async () => {
    const member = await newStaff(owner, 'viewer');
    const guessable = { current: PASSWORD, password: `${owner.slug.split('-')[0]}-2026!` };
    expect((await ask(member, 'POST', '/me/password', guessable)).status).toBe(400);
  });
});
