import { beforeAll, describe, expect, it } from 'vitest';
import { SIGN_UP_LIMIT } from '../../shared/identity/attempts.ts';
import type { Invitation } from '../../shared/identity/invitation.ts';
import { NewMsp } from '../../shared/identity/msp.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { commit } from '../_kit/commit.ts';
import { sha256 } from '../_kit/new-id.ts';
import { change, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { findSession } from '../_kit/session.ts';
import { requireFreshProof } from '../_kit/step-up.ts';
import { as, http, idle, mailsTo } from '../_kit/testing/world.ts';
import { Units } from '../_kit/units.ts';
import { AttemptsEntity } from './attempts.entity.ts';
import * as Confirming from './confirming.service.ts';
import * as Joining from './joining.service.ts';
import { CredentialsEntity } from './login.entity.ts';
import * as Msps from './msps.service.ts';
import * as Passwords from './passwords.service.ts';
import { hashPassword, needsRehash } from './passwords.ts';
import { loginOf } from './people.service.ts';
import { actingAs, actingFor } from './scopes.ts';
import * as SignIn from './sign-in.service.ts';
import { anonymousAt, callAt } from './testing/in-process.ts';
import {
  ask,
  easyMsp,
  emailOf,
  inviteStaff,
  mailedToken,
  newMsp,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
  signIn,
  unique,
} from './testing/members.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const later = (ms: number) => new Date(Date.now() + ms);
const inIdentity = <T>(work: () => Promise<T>) => as('identity-api', work);

let owner: Owner;

beforeAll(async () => {
  owner = await easyMsp();
});

describe('an invitation that nobody used for seven days', () => {
  it('shows that it has expired, cannot be accepted, and can be asked for anew', async () => {
    const email = emailOf('late');
    const { invitationId } = ok(await inviteStaff(owner, email, 'viewer'));
    const token = await mailedToken(email);
    const scope = anonymousAt(later(7 * DAY + MINUTE));
    const call = callAt(scope.now());
    await inIdentity(async () => {
      expect(await Joining.look(scope, { token })).toMatchObject({ state: 'expired', mspSlug: owner.slug });
      const accepting = Joining.accept(scope, { token, name: 'Lars Late', password: PASSWORD }, call);
      await expect(accepting).rejects.toMatchObject({ status: 410, code: 'invitation.expired' });
      await Joining.askAgain(scope, { token });
      await Joining.askAgain(scope, { token });
    });
    const { items } = ok(await ask<Page<Invitation>>(owner, 'GET', '/staff-invitations'));
    const asked = items.find((one) => one.invitationId === invitationId);
    expect(asked?.askedAgainAt).toBe(scope.now().toISOString());
    const resent = ok(await ask<Invitation>(owner, 'POST', `/staff-invitations/${invitationId}/resend`));
    expect(resent.askedAgainAt).toBeUndefined();
  });

  it('is not asked for anew while it still works', async () => {
    const email = emailOf('early');
    ok(await inviteStaff(owner, email, 'viewer'));
    const token = await mailedToken(email);
    ok(await http('POST', '/api/invitations/ask-again', { body: { token } }));
    const { items } = ok(await ask<Page<Invitation>>(owner, 'GET', '/staff-invitations'));
    expect(items.find((one) => one.email === email)?.askedAgainAt).toBeUndefined();
  });
});

describe('a reset link', () => {
  it('works for an hour', async () => {
    const member = await newStaff(owner, 'viewer');
    ok(await http('POST', '/api/password/forgot', { body: { email: member.email } }));
    const token = await mailedToken(member.email);
    const password = 'velvet-harbor-signal-9';
    await inIdentity(async () => {
      const late = Passwords.reset(anonymousAt(later(61 * MINUTE)), { token, password });
      await expect(late).rejects.toMatchObject({ status: 410, code: 'reset.over' });
      await expect(Passwords.reset(anonymousAt(later(59 * MINUTE)), { token, password })).resolves.toEqual({});
    });
  });

  it('goes to nobody who belongs nowhere any more', async () => {
    const member = await newStaff(owner, 'viewer');
    ok(await ask(owner, 'POST', `/staff/${member.userId}/deactivate`, { v: 1 }));
    ok(await http('POST', '/api/password/forgot', { body: { email: member.email } }));
    await idle();
    const subjects = (await mailsTo(member.email)).map(({ subject }) => subject);
    expect(subjects).not.toContain('Choose a new password');
  });
});

describe('a link that confirms an address', () => {
  it('works for seven days', async () => {
    const { email } = await newMsp();
    const token = await mailedToken(email, 'confirm');
    await inIdentity(async () => {
      const late = Confirming.confirm(anonymousAt(later(7 * DAY + MINUTE)), { token });
      await expect(late).rejects.toMatchObject({ status: 410, code: 'confirmation.over' });
      await expect(Confirming.confirm(anonymousAt(later(7 * DAY - MINUTE)), { token })).resolves.toEqual({});
    });
  });
});

describe('an address from which many signed up', () => {
  it('is refused for a while, and no other meanwhile', async () => {
    const now = new Date();
    const crowded = { ...anonymousAt(now), ip: unique('crowded') };
    const [hash, lastAt, ttl] = [sha256(crowded.ip), now.toISOString(), Math.ceil(now.getTime() / 1_000) + 3_600];
    const count = SIGN_UP_LIMIT.free - 1;
    const lock = { kind: 'sign-up-address' as const, hash, v: 1, count, lastAt, blockedUntil: '', ttl };
    const facts = { mspName: 'Waterloo', slug: unique('waterloo'), name: 'Ann Onym', email: emailOf('ann') };
    const input = NewMsp.parse({ ...facts, password: 'Waterloo-12345' });
    const signUp = (scope: Scope) => Msps.signUp(scope, input, callAt(scope.now()));
    const judged = { status: 400, code: 'password.guessable' };
    await inIdentity(async () => {
      await commit(crowded, [put(AttemptsEntity, lock, { audit: false })]);
      await expect(signUp(crowded)).rejects.toMatchObject(judged);
      await expect(signUp(crowded)).rejects.toMatchObject({ status: 429, code: 'attempts.too-many' });
      await expect(signUp({ ...crowded, ip: unique('quiet') })).rejects.toMatchObject(judged);
      const after = later(SIGN_UP_LIMIT.firstDelay * 1_000 + 1_000);
      await expect(signUp({ ...crowded, now: () => after })).rejects.toMatchObject(judged);
    });
  });
});

describe('a locked login', () => {
  it('opens again after its delay', async () => {
    const member = await newStaff(owner, 'viewer');
    const attempt = (password: string, at: Date) =>
      SignIn.signIn(anonymousAt(at), { email: member.email, password }, callAt(at));
    await inIdentity(async () => {
      for (let i = 0; i < 5; i += 1) await expect(attempt('wrong', new Date())).rejects.toMatchObject({ status: 401 });
      await expect(attempt(PASSWORD, new Date())).rejects.toMatchObject({ status: 429 });
      await expect(attempt(PASSWORD, later(31_000))).resolves.toMatchObject({ state: 'full' });
    });
  });
});

describe('a password changed long after signing in', () => {
  it('lets the session go on as it was, and is no fresh proof', async () => {
    const member = await newStaff(owner, 'viewer');
    const now = later(31 * MINUTE);
    const units = new Units();
    await inIdentity(async () => {
      const session = await findSession(member.cookie.slice('sid='.length), now, units);
      if (!session) throw new Error('The session is over already.');
      const call = { ...callAt(now), session };
      const input = { current: PASSWORD, password: 'velvet-harbor-signal-9' };
      await Passwords.changeOwn(actingAs(anonymousAt(now), session.actor), input, call);
      expect(call.session.sessionId).not.toBe(session.sessionId);
      expect(call.session.expiresAt).toBe(session.expiresAt);
      expect(() => requireFreshProof(call)).toThrow('Confirm with your password');
    });
  });
});

describe('a second factor', () => {
  it('that was begun an hour ago must be begun again', async () => {
    const member = await newStaff(owner, 'viewer');
    const started = await ask<{ secret: string }>(member, 'POST', '/me/totp', { password: PASSWORD });
    expect(started.status).toBe(200);
    expect((await ask(member, 'POST', '/me/totp', {})).body.code).toBe('password.needed');
    expect((await ask(member, 'POST', '/me/totp/confirm', { code: '000000' })).body.code).toBe('code.wrong');
    const stranger = await newStaff(owner, 'viewer');
    expect((await ask(stranger, 'POST', '/me/totp/confirm', { code: '000000' })).body.code).toBe('totp.not-started');
  });
});

describe('a password hashed at an older cost', () => {
  it('is hashed anew when its owner signs in', async () => {
    const member = await newStaff(owner, 'viewer');
    const scope = actingFor(anonymousAt(new Date()), owner.mspId);
    await inIdentity(async () => {
      const { credentials } = await loginOf(scope, member.userId);
      const passwordHash = await hashPassword(PASSWORD, { m: 8_192, t: 1, p: 1 });
      const old = { ...credentials, passwordHash, v: credentials.v + 1 };
      await commit(scope, [change(CredentialsEntity, credentials, old)]);
      expect((await signIn(member.email)).status).toBe(200);
      const present = (await loginOf(scope, member.userId)).credentials.passwordHash;
      expect([needsRehash(passwordHash), needsRehash(present)]).toEqual([true, false]);
    });
    expect((await signIn(member.email)).status).toBe(200);
  });
});
