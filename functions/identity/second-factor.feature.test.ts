import { describe, expect, it } from 'vitest';
import type { SessionInfo } from '../../shared/identity/session.ts';
import { cookieOf } from '../_kit/testing/world.ts';
import { ask, codeOf, easyMsp, enrolled, newMsp, PASSWORD, signIn } from './testing/members.ts';

describe('a second factor', () => {
  it('is asked for before anything opens; its code works once', async () => {
    const guarded = await newMsp();
    const half = await signIn(guarded.email);
    expect(half.body).toMatchObject({ state: 'half', needs: 'second-factor' });
    const cookie = cookieOf(half);
    for (const path of ['/companies', '/staff', '/msp', '/me', '/audit?from=2026-01-01&to=2026-01-02']) {
      expect((await ask({ cookie }, 'GET', path)).body.code).toBe('session.half');
    }
    expect((await ask({ cookie }, 'POST', '/me/totp', {})).body.code).toBe('second-factor.due');
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
    const easy = await enrolled(await easyMsp(), PASSWORD);
    expect((await ask(easy, 'POST', '/me/totp/disable', { password: PASSWORD })).body.code).toBe('code.needed');
    const off = await ask<SessionInfo>(easy, 'POST', '/me/totp/disable', {
      password: PASSWORD,
      code: codeOf(easy.seed, 1),
    });
    expect(off.body).toMatchObject({ state: 'full', person: { secondFactor: false } });
    expect((await ask(easy, 'GET', '/session')).status).toBe(401);
  });
});
