import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smallWorld } from '../../../../scripts/vendors/ninjaone/demo/small-world.ts';
import { type Connection, connect } from '../../../../scripts/vendors/ninjaone/testing/connect.ts';
import { type Connector, type ListingRequest, VendorBusy } from '../connector.ts';
import { type GuardedFetch, guardedFetch } from '../guarded-fetch.ts';
import { ninjaOneConnections } from './ninjaone.connector.ts';
import { placeOf } from './regions.ts';
import type { NinjaSettings } from './settings.ts';

let ninja: Connection;
let secret = '';

beforeAll(async () => {
  ninja = await connect(smallWorld);
  secret = ninja.world.app.secrets[0] ?? '';
});
afterAll(() => ninja.close());
beforeEach(() => {
  ninja.control.clearFaults();
  ninja.control.acceptSecret({ secret });
  ninja.control.scopes({ scopes: ['monitoring'] });
  ninja.control.tokenLifetime({ seconds: 3_600 });
  ninja.control.limit({});
  ninja.control.resetLog();
});

const ALPHA = '1';
const BETA = '2';
const fetchHere = guardedFetch(['127.0.0.1']);

function connections(own: Partial<NinjaSettings> = {}): (externalId: string) => Connector {
  const { clientId } = ninja.world.app;
  return ninjaOneConnections({ apiUrl: ninja.baseUrl, clientId, secret, fetch: fetchHere, ...own });
}

const DEVICES = { path: '/devices-detailed', query: { pageSize: '3' } };
const HEALTH = { path: '/queries/device-health', query: { pageSize: '3' } };
const calls = (path: string) => ninja.control.log().byPath[path]?.requests ?? 0;

async function everything(connector: Connector, request: ListingRequest): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let link: string | undefined;
  do {
    const page = await connector.page(request, link);
    pages.push([...page.rows]);
    link = page.next;
  } while (link);
  return pages;
}

async function failureOf(work: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return work.then(
    () => new Error('It went through.') as Error & Record<string, unknown>,
    (error) => error,
  );
}

describe('listings', () => {
  test('of devices go on behind the last id until a page is not full', async () => {
    const pages = await everything(connections()(ALPHA), DEVICES);
    expect(pages.map((rows) => rows.length)).toEqual([3, 3, 2]);
    expect(calls('/devices-detailed')).toBe(3);
    expect(calls('/token')).toBe(1);
  });

  test('that end with a full page take one more, empty one', async () => {
    const pages = await everything(connections()(ALPHA), { ...DEVICES, query: { pageSize: '4' } });
    expect(pages.map((rows) => rows.length)).toEqual([4, 4, 0]);
  });

  test('of reports go on by the cursor', async () => {
    const pages = await everything(connections()(ALPHA), HEALTH);
    expect(pages.map((rows) => rows.length)).toEqual([3, 3, 2]);
  });

  test('hold one organisation and nothing of another', async () => {
    const rows = (await everything(connections()(BETA), DEVICES)).flat();
    expect(rows).toMatchObject([{ organizationId: 2 }, { organizationId: 2 }, { organizationId: 2 }]);
    const filtered = { path: '/devices', query: { df: 'class = NMS_PRINTER' } };
    expect((await connections()(BETA).page(filtered)).rows).toMatchObject([{ displayName: 'BET-PRN-001' }]);
    const locations = await connections()(ALPHA).page({ path: '/organization/{organisation}/locations' });
    expect(locations.rows).toMatchObject([{ name: 'Main' }, { name: 'Annex' }]);
  });

  test('of the whole MSP are never taken for those of one organisation', async () => {
    await expect(connections()(ALPHA).page({ path: '/locations' })).rejects.toThrow('no listing of one organisation');
    await expect(connections()(ALPHA).page({ path: '/organization/2/devices' })).rejects.toThrow('no listing of one');
  });

  test('have a link of their own for every page, to the same address', async () => {
    const links = [];
    for (const request of [DEVICES, HEALTH]) {
      const first = await connections()(ALPHA).page(request);
      links.push(first.next, (await connections()(ALPHA).page(request, first.next)).next);
    }
    expect(new Set(links).size).toBe(4);
    expect(links.every((link) => link?.startsWith(`${ninja.baseUrl}/v2/`))).toBe(true);
  });

  test('never follow a link to another address, which would get the token', async () => {
    const error = await failureOf(connections()(ALPHA).page(DEVICES, 'https://evil.example/v2/devices?after=1'));
    expect(error).toMatchObject({ code: 'unexpected', said: 'a link to another address' });
  });

  test.each([
    [{ hello: 1 }, 'no listing'],
    [['a', 'b', 'c'], 'a full page whose last row has no id'],
    ['text', 'no listing'],
  ])('that are none, or cannot be gone on with, are refused: %j', async (body, said) => {
    const garbled: GuardedFetch = async (url, request) =>
      url.includes('/v2/') ? Response.json(body) : fetchHere(url, request);
    expect(await failureOf(connections({ fetch: garbled })(ALPHA).page(DEVICES))).toMatchObject({
      code: 'unexpected',
      said,
    });
  });
});

describe('a report whose place the vendor lost', () => {
  test('is not taken for complete when a page went missing on the way', async () => {
    const alpha = connections()(ALPHA);
    const first = await alpha.page(HEALTH);
    ninja.control.drop({ path: '/queries/device-health', afterBytes: 10 });
    expect(await failureOf(alpha.page(HEALTH, first.next))).toBeInstanceOf(VendorBusy);
    expect(await failureOf(alpha.page(HEALTH, first.next))).toMatchObject({
      code: 'unexpected',
      said: 'a report that skipped rows',
    });
  });

  test('is refused in the vendor’s words when its cursor has ended', async () => {
    const alpha = connections()(ALPHA);
    const { next } = await alpha.page(HEALTH);
    ninja.control.endCursors();
    const error = await failureOf(alpha.page(HEALTH, next));
    expect(error).toMatchObject({ code: 'unexpected', said: expect.stringMatching(/^400 Cursor .* expired$/) });
  });

  test('may count its place from either end of a page', async () => {
    const counted = (offset: number, rows: number) =>
      Response.json({ cursor: { name: 'c', offset }, results: new Array(rows).fill({ deviceId: 1 }) });
    const answers = [counted(3, 3), counted(6, 3), counted(8, 2)];
    const fetch: GuardedFetch = async (url, request) =>
      url.includes('/queries/') ? (answers.shift() ?? counted(0, 0)) : fetchHere(url, request);
    const pages = await everything(connections({ fetch })(ALPHA), HEALTH);
    expect(pages.map((rows) => rows.length)).toEqual([3, 3, 2]);
  });
});

describe('a busy vendor', () => {
  test.each([
    [{ form: 'seconds', seconds: 30 } as const, '30'],
    [{ form: 'http-date', seconds: 30 } as const, new Date(Date.parse('2026-11-22T12:00:30Z')).toUTCString()],
    [{ form: 'none', seconds: 0 } as const, null],
  ])('is reported with what it asks (%j)', async (retryAfter, expected) => {
    ninja.control.fail({ path: '/devices-detailed', status: 429, retryAfter });
    const error = await failureOf(connections()(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ name: 'VendorBusy', throttled: true, retryAfter: expected });
    expect(calls('/devices-detailed')).toBe(1);
  });

  test('is heard when it shows a page for people instead', async () => {
    ninja.control.throttlePage();
    expect(await failureOf(connections()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy', throttled: true });
  });

  test('has its limit over all organisations', async () => {
    ninja.control.limit({ requests: 1, windowSeconds: 60 });
    const open = connections();
    await open(ALPHA).page(DEVICES);
    expect(await failureOf(open(BETA).page(DEVICES))).toMatchObject({ throttled: true, retryAfter: '60' });
  });

  test.each([500, 502, 503, 504])('with status %i may be asked again', async (status) => {
    ninja.control.fail({ path: '/devices-detailed', status });
    expect(await failureOf(connections()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy', throttled: false });
  });

  test.each([[null], [20]])('that hangs (after %j bytes) is given up', async (afterBytes) => {
    ninja.control.hang({ path: '/devices-detailed', afterBytes });
    const error = await failureOf(connections({ timeoutMs: 150 })(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ name: 'VendorBusy', throttled: false });
  });

  test.each([[null], [20]])('that hangs up (after %j bytes) may be asked again', async (afterBytes) => {
    ninja.control.drop({ path: '/devices-detailed', afterBytes });
    expect(await failureOf(connections()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy' });
  });

  test('is reported for the token endpoint too', async () => {
    ninja.control.fail({ path: '/token', status: 503, retryAfter: { form: 'seconds', seconds: 7 } });
    expect(await failureOf(connections()(ALPHA).page(DEVICES))).toMatchObject({ name: 'VendorBusy', retryAfter: '7' });
  });
});

describe('tokens', () => {
  test('are renewed once, however many organisations find them ended', async () => {
    const open = connections();
    await open(ALPHA).page(DEVICES);
    ninja.control.expireTokens();
    await Promise.all([open(ALPHA).page(DEVICES), open(BETA).page(DEVICES), open(BETA).customers()]);
    expect(calls('/token')).toBe(2);
  });

  test('that stay refused after a renewal are no endless loop', async () => {
    ninja.control.fail({ path: '/devices-detailed', status: 401, times: null });
    const error = await failureOf(connections()(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ name: 'VendorRefused', code: 'unexpected', vendorCode: 'not_authenticated' });
    expect(calls('/devices-detailed')).toBe(2);
  });

  test('are not given for a secret that is wrong or was taken back', async () => {
    const wrong = await failureOf(connections({ secret: 'not the secret' })(ALPHA).organisation());
    expect(wrong).toMatchObject({ code: 'secret-refused', vendorCode: 'invalid_client' });
    ninja.control.revokeSecret();
    expect(await failureOf(connections()(ALPHA).customers())).toMatchObject({ code: 'secret-refused' });
  });

  test('are not given to an app of another region, nor to one without the scope', async () => {
    const elsewhere = await failureOf(connections({ clientId: 'somebody-else' })(ALPHA).customers());
    expect(elsewhere).toMatchObject({ code: 'app-unknown', said: `unknown in ${new URL(ninja.baseUrl).host}` });
    ninja.control.scopes({ scopes: ['management', 'control'] });
    expect(await failureOf(connections()(ALPHA).customers())).toMatchObject({
      code: 'permission-missing',
      said: 'monitoring',
    });
  });

  test('are refused for reasons nobody foresaw, in the vendor’s words', async () => {
    const odd: GuardedFetch = async () => Response.json({ error: 'unauthorized_client' }, { status: 400 });
    expect(await failureOf(connections({ fetch: odd })(ALPHA).customers())).toMatchObject({
      code: 'unexpected',
      said: '400 unauthorized_client',
    });
  });
});

describe('rights', () => {
  const answering =
    (status: number, body: unknown): GuardedFetch =>
    async (url, request) =>
      url.includes('/v2/') ? new Response(JSON.stringify(body), { status }) : fetchHere(url, request);

  test.each([
    [403, { resultCode: 'user_context_required' }],
    [403, 'no JSON of theirs'],
    [401, { error: 'insufficient_privileges' }],
    [500, { resultCode: 'permission_denied' }],
  ])('that are missing are told apart: %i %j', async (status, body) => {
    const error = await failureOf(connections({ fetch: answering(status, body) })(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ name: 'VendorRefused', code: 'permission-missing' });
  });

  test('never make an error tell a secret, even when the vendor echoes it', async () => {
    const echo = { resultCode: 'BAD', errorMessage: `secret ${secret} of ${ninja.world.app.clientId}` };
    const error = await failureOf(connections({ fetch: answering(400, echo) })(ALPHA).page(DEVICES));
    expect(error).toMatchObject({ code: 'unexpected', said: '400 secret … of …' });
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain(secret);
  });

  test('are not needed to see that an error page is one', async () => {
    const page: GuardedFetch = async (url, request) =>
      url.includes('/v2/') ? new Response('<html>', { status: 418 }) : fetchHere(url, request);
    expect(await failureOf(connections({ fetch: page })(ALPHA).page(DEVICES))).toMatchObject({ said: '418' });
  });
});

describe('organisations', () => {
  test('are found by their id, which is a number', async () => {
    expect(await connections()(BETA).organisation()).toEqual({ externalId: '2', name: 'Beta Bakery', domains: [] });
    expect(await failureOf(connections()('99').organisation())).toMatchObject({ code: 'tenant-unknown' });
    expect(await failureOf(connections()('../users').organisation())).toMatchObject({ code: 'tenant-unknown' });
    expect(await failureOf(connections()('1 OR 1').page(DEVICES))).toMatchObject({ code: 'tenant-unknown' });
  });

  test('are listed for the MSP as a whole; a row that cannot be read leaves the others', async () => {
    ninja.control.mutate({ path: '/organizations', row: '1', change: { kind: 'set', field: 'id', value: 'x' } });
    expect(await connections()('').customers()).toEqual([{ externalId: '2', name: 'Beta Bakery', domains: [] }]);
  });

  test('are all found, however many there are', async () => {
    const many: GuardedFetch = async (url, request) => {
      if (!url.includes('/v2/')) return fetchHere(url, request);
      const after = Number(new URL(url).searchParams.get('after'));
      const left = Math.min(1_000, 2_345 - after);
      return Response.json(Array.from({ length: left }, (_, index) => ({ id: after + index + 1, name: '' })));
    };
    const found = (await connections({ fetch: many })('').customers()) ?? [];
    expect(found).toHaveLength(2_345);
    expect(found.at(-1)).toEqual({ externalId: '2345', name: '2345', domains: [] });
  });

  test('that tell nothing of themselves are refused', async () => {
    const silent: GuardedFetch = async (url, request) =>
      url.includes('/v2/') ? Response.json({}) : fetchHere(url, request);
    expect(await failureOf(connections({ fetch: silent })(ALPHA).organisation())).toMatchObject({ code: 'unexpected' });
  });
});

describe('regions', () => {
  test('are told by name, other addresses by host', () => {
    expect(placeOf('https://eu.ninjarmm.com')).toBe('the region Europe');
    expect(placeOf('https://ninja.msp.example')).toBe('ninja.msp.example');
  });
});
