import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GuardedFetch } from '../../../_kit/clients/guarded-fetch.ts';
import { placeOf } from './regions.ts';
import { ALPHA, answering, BETA, failureOf, type SmallNinja, smallNinja } from './testing/small-ninja.ts';

let ninja: SmallNinja;

beforeAll(async () => {
  ninja = await smallNinja();
});
afterAll(() => ninja.close());
beforeEach(() => ninja.reset());

const DEVICES = { path: '/devices-detailed', query: { pageSize: '3' } };

describe('a busy vendor', () => {
  test.each([
    [{ form: 'seconds', seconds: 30 } as const, '30'],
    [{ form: 'http-date', seconds: 30 } as const, new Date(Date.parse('2026-11-22T12:00:30Z')).toUTCString()],
    [{ form: 'none', seconds: 0 } as const, null],
  ])('is reported with what it asks (%j)', async (retryAfter, expected) => {
    ninja.control.fail({ path: '/devices-detailed', status: 429, retryAfter });
    const error = await failureOf(ninja.open()(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ name: 'VendorBusy', throttled: true, retryAfter: expected });
    expect(ninja.calls('/devices-detailed')).toBe(1);
  });

  test('is heard when it shows a page for people instead', async () => {
    ninja.control.throttlePage();
    expect(await failureOf(ninja.open()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy', throttled: true });
  });

  test('has its limit over all organisations', async () => {
    ninja.control.limit({ requests: 1, windowSeconds: 60 });
    const open = ninja.open();
    await open(ALPHA).page(DEVICES);
    expect(await failureOf(open(BETA).page(DEVICES))).toMatchObject({ throttled: true, retryAfter: '60' });
  });

  test.each([500, 502, 503, 504])('with status %i may be asked again', async (status) => {
    ninja.control.fail({ path: '/devices-detailed', status });
    expect(await failureOf(ninja.open()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy', throttled: false });
  });

  test.each([[null], [20]])('that hangs (after %j bytes) is given up', async (afterBytes) => {
    ninja.control.hang({ path: '/devices-detailed', afterBytes });
    const error = await failureOf(ninja.open({ timeoutMs: 150 })(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ name: 'VendorBusy', throttled: false });
  });

  test.each([[null], [20]])('that hangs up (after %j bytes) may be asked again', async (afterBytes) => {
    ninja.control.drop({ path: '/devices-detailed', afterBytes });
    expect(await failureOf(ninja.open()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy' });
  });

  test('is reported for the token endpoint too', async () => {
    ninja.control.fail({ path: '/token', status: 503, retryAfter: { form: 'seconds', seconds: 7 } });
    expect(await failureOf(ninja.open()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy', retryAfter: '7' });
  });
});

describe('tokens', () => {
  test('are renewed once, however many organisations find them ended', async () => {
    const open = ninja.open();
    await open(ALPHA).page(DEVICES);
    ninja.control.expireTokens();
    await Promise.all([open(ALPHA).page(DEVICES), open(BETA).page(DEVICES), open(BETA).customers()]);
    expect(ninja.calls('/token')).toBe(2);
  });

  test('that stay refused after a renewal are no endless loop', async () => {
    ninja.control.fail({ path: '/devices-detailed', status: 401, times: null });
    const error = await failureOf(ninja.open()(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ name: 'VendorRefused', code: 'unexpected', vendorCode: 'not_authenticated' });
    expect(ninja.calls('/devices-detailed')).toBe(2);
  });

  test('are not given for a secret that is wrong or was taken back', async () => {
    const wrong = await failureOf(ninja.open({ secret: 'not the secret' })(ALPHA).organisation());
    expect(wrong).toMatchObject({ code: 'secret-refused', vendorCode: 'invalid_client' });
    ninja.control.revokeSecret();
    expect(await failureOf(ninja.open()(ALPHA).customers())).toMatchObject({ code: 'secret-refused' });
  });

  test('are not given to an app of another region, nor to one without the scope', async () => {
    const elsewhere = await failureOf(ninja.open({ clientId: 'somebody-else' })(ALPHA).customers());
    expect(elsewhere).toMatchObject({ code: 'app-unknown', said: `unknown in ${new URL(ninja.baseUrl).host}` });
    ninja.control.scopes({ scopes: ['management', 'control'] });
    expect(await failureOf(ninja.open()(ALPHA).customers())).toMatchObject({
      code: 'permission-missing',
      said: 'monitoring',
    });
  });

  test('are refused for reasons nobody foresaw, in the vendor’s words', async () => {
    const odd: GuardedFetch = async () => Response.json({ error: 'unauthorized_client' }, { status: 400 });
    expect(await failureOf(ninja.open({ fetch: odd })(ALPHA).customers())).toMatchObject({
      code: 'unexpected',
      said: '400 unauthorized_client',
    });
  });
});

describe('rights', () => {
  test.each([
    [403, { resultCode: 'user_context_required' }],
    [403, 'no JSON of theirs'],
    [401, { error: 'insufficient_privileges' }],
    [500, { resultCode: 'permission_denied' }],
  ])('that are missing are told apart: %i %j', async (status, body) => {
    const error = await failureOf(
      ninja
        .open({ fetch: answering(() => Response.json(body, { status })) })(ALPHA)
        .page(DEVICES),
    );
    expect(error).toMatchObject({ name: 'VendorRefused', code: 'permission-missing' });
  });

  test('never make an error tell a secret, even when the vendor echoes it', async () => {
    const [secret = ''] = ninja.world.app.secrets;
    const echo = { resultCode: 'BAD', errorMessage: `secret ${secret} of ${ninja.world.app.clientId}` };
    const error = await failureOf(
      ninja
        .open({ fetch: answering(() => Response.json(echo, { status: 400 })) })(ALPHA)
        .page(DEVICES),
    );
    expect(error).toMatchObject({ code: 'unexpected', said: '400 secret … of …' });
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain(secret);
  });

  test('are not needed to see that an error page is one', async () => {
    const page = answering(() => new Response('<html>', { status: 418 }));
    expect(await failureOf(ninja.open({ fetch: page })(ALPHA).page(DEVICES))).toMatchObject({ said: '418' });
  });
});

describe('regions', () => {
  test('are told by name, other addresses by host', () => {
    expect(placeOf('https://eu.ninjarmm.com')).toBe('the region Europe');
    expect(placeOf('https://ninja.msp.example')).toBe('ninja.msp.example');
  });
});
