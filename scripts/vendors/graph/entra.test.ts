import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallWorld } from './demo/small-world.ts';
import { type Connection, connect } from './testing/connect.ts';

let entra: Connection;
beforeAll(async () => {
  entra = await connect(smallWorld);
});
afterAll(() => entra.close());

describe('the token endpoint', () => {
  it('gives an opaque token that Graph accepts for that tenant', async () => {
    const { status, body, headers } = await entra.askToken('ALPHA');
    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.stringMatching(/^[\w-]{80}$/),
    });
    expect(headers.get('cache-control')).toBe('no-store');
    const organization = await entra.call('/organization', { authorization: `Bearer ${body.access_token}` });
    expect(organization.body.value[0]).toMatchObject({ displayName: 'Alpha Clinic' });
  });

  it('finds a tenant by domain too, and binds the token to it', async () => {
    const { body } = await entra.askToken('beta-bakery.example');
    const organization = await entra.call('/organization', { authorization: `Bearer ${body.access_token}` });
    expect(organization.body.value[0]).toMatchObject({ displayName: 'Beta Bakery' });
  });

  it.each([
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: undefined }, 401, 'invalid_client', 7000218],
    ['an unknown app', { client_id: 'ffffffff-0000-4000-8000-000000000000' }, 400, 'unauthorized_client', 700016],
    ['a missing grant type', { grant_type: undefined }, 400, 'invalid_request', 900144],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['a scope that is not /.default', { scope: 'User.Read.All' }, 400, 'invalid_scope', 1002012],
  ])('refuses %s in the words of Entra', async (_what, form, status, error, code) => {
    const answer = await entra.askToken('ALPHA', form);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_codes: [code] });
    expect(answer.body.error_description).toMatch(new RegExp(`^AADSTS${code}: .+ Trace ID: .+ Timestamp: .+Z$`));
    expect(Object.keys(answer.body).sort()).toEqual(
      ['correlation_id', 'error', 'error_codes', 'error_description', 'error_uri', 'timestamp', 'trace_id'].sort(),
    );
  });

  it('does not know a tenant that is not there', async () => {
    const answer = await entra.askToken('no-such-tenant.example');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
  });

  it('accepts POST only', async () => {
    const { status } = await entra.call(`${entra.authorityUrl}/beta-bakery.example/oauth2/v2.0/token`);
    expect(status).toBe(405);
  });

  it('refuses a tenant without admin consent until it is granted', async () => {
    entra.control.consent({ tenant: 'BETA', granted: false });
    const answer = await entra.askToken('BETA');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error_codes: [7000229] });
    entra.control.consent({ tenant: 'BETA', granted: true });
    expect((await entra.askToken('BETA')).status).toBe(200);
  });

  it('refuses a revoked and an expired secret, and takes a new one', async () => {
    const old = entra.world.app.secrets[0];
    entra.control.revokeSecret();
    expect((await entra.askToken('ALPHA')).body.error_codes).toEqual([7000215]);
    entra.control.revokeSecret({ reason: 'expired' });
    expect((await entra.askToken('ALPHA')).body.error_codes).toEqual([7000222]);
    entra.control.acceptSecret({ secret: 'renewed' });
    expect((await entra.askToken('ALPHA')).status).toBe(200);
    expect((await entra.askToken('ALPHA', { client_secret: old })).body.error_codes).toEqual([7000215]);
  });
});

describe('tokens', () => {
  const call = (authorization?: string) => entra.call('/organization', authorization ? { authorization } : {});

  it('are asked for, checked, and end with their lifetime', async () => {
    const token = await entra.token('ALPHA');
    expect((await call(`Bearer ${token}`)).status).toBe(200);
    const missing = await call();
    expect(missing.status).toBe(401);
    expect(missing.headers.get('www-authenticate')).toContain('Bearer');
    expect(missing.body.error.code).toBe('InvalidAuthenticationToken');
    expect((await call('Bearer made-up')).status).toBe(401);
    entra.moveClock(3600);
    const late = await call(`Bearer ${token}`);
    expect(late.body.error.message).toBe('Lifetime validation failed, the token is expired.');
  });

  it('can be made short-lived or ended at once, for one tenant alone', async () => {
    entra.control.tokenLifetime({ seconds: 30 });
    expect((await entra.askToken('ALPHA')).body.expires_in).toBe(30);
    const [alpha, beta] = [await entra.token('ALPHA'), await entra.token('BETA')];
    entra.control.expireTokens({ organisation: 'ALPHA' });
    expect((await call(`Bearer ${alpha}`)).status).toBe(401);
    expect((await call(`Bearer ${beta}`)).status).toBe(200);
    entra.control.expireTokens();
    expect((await call(`Bearer ${beta}`)).status).toBe(401);
  });
});
