import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorld } from './demo/small-world.ts';
import { type Connection, connect } from './testing/connect.ts';

let ninja: Connection;
beforeEach(async () => {
  ninja = await connect(smallWorld);
});
afterEach(() => ninja.close());

describe('the token endpoint', () => {
  it('gives a token for an hour with the scope that was asked for', async () => {
    expect(await ninja.askToken()).toEqual({
      status: 200,
      body: { access_token: expect.any(String), expires_in: 3600, scope: 'monitoring', token_type: 'Bearer' },
    });
  });

  it.each([
    [{ grant_type: 'password' }, 400, { error: 'unsupported_grant_type' }],
    [{ grant_type: undefined }, 400, { error: 'unsupported_grant_type' }],
    [{ client_id: 'somebody' }, 404, { resultCode: 'Client app not exist' }],
    [{ client_secret: 'wrong' }, 401, { error: 'invalid_client' }],
    [{ client_secret: undefined }, 401, { error: 'invalid_client' }],
    [{ scope: 'monitoring management' }, 400, { error: 'invalid_scope' }],
    [{ scope: undefined }, 400, { error: 'invalid_scope' }],
  ])('refuses %j', async (form, status, body) => {
    expect(await ninja.askToken(form)).toMatchObject({ status, body });
  });

  it('refuses a secret that was taken back, and takes a new one', async () => {
    ninja.control.revokeSecret();
    expect((await ninja.askToken()).status).toBe(401);
    ninja.control.acceptSecret({ secret: 'a new secret' });
    expect((await ninja.askToken({ client_secret: 'a new secret' })).status).toBe(200);
  });

  it('is found at its other path too', async () => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: ninja.world.app.clientId,
      client_secret: ninja.world.app.secrets[0] ?? '',
      scope: 'monitoring',
    });
    expect((await ninja.call('/oauth/token', { method: 'POST', body })).status).toBe(200);
  });
});

describe('a token', () => {
  const ask = (token: string) => ninja.call('/v2/organizations', { headers: { authorization: `Bearer ${token}` } });
  const refused = { status: 401, body: { error: 'not_authenticated', error_code: 10 } };

  it('is needed, known and not ended', async () => {
    const token = await ninja.token();
    expect((await ask(token)).status).toBe(200);
    expect(await ninja.call('/v2/organizations')).toMatchObject(refused);
    expect(await ask('made-up')).toMatchObject(refused);
    ninja.moveClock(3_600);
    expect(await ask(token)).toMatchObject(refused);
    ninja.control.tokenLifetime({ seconds: 60 });
    const short = await ninja.token();
    ninja.control.expireTokens();
    expect(await ask(short)).toMatchObject(refused);
  });

  it('reads nothing without the scope for monitoring', async () => {
    ninja.control.scopes({ scopes: ['management'] });
    const { body } = await ninja.askToken({ scope: 'management' });
    expect(await ask(String(body.access_token))).toMatchObject({
      status: 401,
      body: { error: 'insufficient_privileges' },
    });
  });
});

describe('limits', () => {
  it('refuse what is more than the window allows, and say when to come back', async () => {
    ninja.control.limit({ requests: 2, windowSeconds: 60 });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await ninja.get('/organizations')).status);
    expect(statuses).toEqual([200, 200, 429]);
    ninja.moveClock(20);
    expect((await ninja.get('/organizations')).headers.get('retry-after')).toBe('40');
    ninja.moveClock(40);
    expect((await ninja.get('/organizations')).status).toBe(200);
    ninja.control.limit({});
    for (let call = 0; call < 3; call += 1) expect((await ninja.get('/organizations')).status).toBe(200);
  });

  it('can show a page for people instead of an error', async () => {
    ninja.control.throttlePage({ times: 1 });
    const { status, headers, text } = await ninja.get('/organizations');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
    expect(text).toContain('Too many requests');
    expect((await ninja.get('/organizations')).rows).toHaveLength(2);
    ninja.control.throttlePage();
    ninja.control.clearFaults();
    expect((await ninja.get('/organizations')).rows).toHaveLength(2);
  });
});
