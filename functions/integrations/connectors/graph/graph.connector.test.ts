import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { smallWorld } from '../../../../scripts/vendors/graph/demo/small-world.ts';
import { type Connection, connect } from '../../../../scripts/vendors/graph/testing/connect.ts';
import { type GuardedFetch, guardedFetch } from '../../../_kit/clients/guarded-fetch.ts';
import { type Connector, DeltaExpired, VendorBusy, VendorRefused } from '../connector.ts';
import { ownLink } from '../own-link.ts';
import { graphConnector } from './graph.connector.ts';
import type { GraphSettings } from './settings.ts';

let graph: Connection;

beforeAll(async () => {
  graph = await connect(smallWorld);
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.control.clearFaults();
  graph.control.acceptSecret();
  graph.control.tokenLifetime({ seconds: 3_600 });
  graph.control.resetLog();
});

function connector(tenant = 'alpha-clinic.example', own: Partial<GraphSettings> = {}): Connector {
  return graphConnector({
    apiUrl: graph.authorityUrl,
    loginUrl: graph.authorityUrl,
    clientId: graph.world.app.clientId,
    secret: graph.world.app.secrets[0] ?? '',
    tenant,
    fetch: guardedFetch(['127.0.0.1']),
    ...own,
  });
}

const USERS = { path: '/users', query: { $select: 'id,displayName', $top: '4' } };
const DELTA = { path: '/users/delta', query: { $select: 'id,displayName' } };
const calls = (path: string) => graph.control.log().byPath[path]?.requests ?? 0;

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => new Error('It went through.'),
    (error: unknown) => error,
  );
}

describe('listings', () => {
  test('follow the links to the end, headers with every page', async () => {
    const alpha = connector();
    const seen: unknown[] = [];
    let link: string | undefined;
    do {
      const page = await alpha.page({ ...USERS, headers: { ConsistencyLevel: 'eventual' } }, link);
      seen.push(...page.rows);
      link = page.next;
    } while (link);
    expect(seen).toHaveLength(10);
    expect(calls('/users')).toBe(3);
    expect(calls('/token')).toBe(1);
  });

  test('of changes end with a link that goes on where they stopped', async () => {
    const alpha = connector();
    const first = await alpha.page(DELTA);
    expect(first.rows).toHaveLength(10);
    expect(first.delta).toBeDefined();
    const second = await alpha.page(DELTA, first.delta);
    expect(second.rows).toEqual([]);
  });

  test.each([
    [410, 'syncStateNotFound'],
    [400, 'syncStateNotFound'],
  ])('whose change link is too old (%i) ask for a full one', async (status, code) => {
    const alpha = connector();
    const { delta } = await alpha.page(DELTA);
    graph.control.fail({ path: '/users/delta', status, code });
    expect(await failureOf(alpha.page(DELTA, delta))).toBeInstanceOf(DeltaExpired);
  });

  test('never follow a link to another address, which would get the token', async () => {
    for (const link of ['https://graph.microsoft.com.evil.example/v1.0/users', 'nonsense']) {
      expect(() => ownLink(link, 'https://graph.microsoft.com', 'Graph')).toThrow(VendorRefused);
    }
    const elsewhere: GuardedFetch = async (url, request) => {
      const response = await guardedFetch(['127.0.0.1'])(url, request);
      const text = await response.text();
      return new Response(text.replaceAll(graph.baseUrl, 'https://evil.example/v1.0'), response);
    };
    const error = await failureOf(connector('alpha-clinic.example', { fetch: elsewhere }).page(USERS));
    expect(error).toMatchObject({ code: 'unexpected', said: 'a link to another address' });
  });

  test('that are none are refused, not taken for an empty one', async () => {
    const garbled: GuardedFetch = async (url, request) =>
      url.includes('/users') ? Response.json({ hello: 1 }) : guardedFetch(['127.0.0.1'])(url, request);
    const error = await failureOf(connector('alpha-clinic.example', { fetch: garbled }).page(USERS));
    expect(error).toMatchObject({ code: 'unexpected', said: 'no listing' });
  });
});

describe('a busy vendor', () => {
  test.each([
    [{ form: 'seconds', seconds: 30 } as const, '30'],
    [{ form: 'http-date', seconds: 30 } as const, new Date(Date.parse('2026-11-22T12:00:30Z')).toUTCString()],
    [{ form: 'none', seconds: 0 } as const, null],
  ])('is reported with what it asks (%j)', async (retryAfter, expected) => {
    graph.control.fail({ path: '/users', status: 429, retryAfter });
    const error = await failureOf(connector().page(USERS));
    expect(error).toBeInstanceOf(VendorBusy);
    expect(error).toMatchObject({ throttled: true, retryAfter: expected });
    expect(calls('/users')).toBe(1);
  });

  test.each([500, 502, 503, 504])('with status %i may be asked again', async (status) => {
    graph.control.fail({ path: '/users', status });
    expect(await failureOf(connector().page(USERS))).toMatchObject({ name: 'VendorBusy', throttled: false });
  });

  test.each([[null], [20]])('that hangs (after %j bytes) is given up', async (afterBytes) => {
    graph.control.hang({ path: '/users', afterBytes });
    const error = await failureOf(connector('alpha-clinic.example', { timeoutMs: 150 }).page(USERS));
    expect(error).toMatchObject({ name: 'VendorBusy', throttled: false });
  });

  test.each([[null], [20]])('that hangs up (after %j bytes) may be asked again', async (afterBytes) => {
    graph.control.drop({ path: '/users', afterBytes });
    expect(await failureOf(connector().page(USERS))).toMatchObject({ name: 'VendorBusy' });
  });

  test('is reported for the token endpoint too', async () => {
    graph.control.fail({ path: '/token', status: 503, retryAfter: { form: 'seconds', seconds: 7 } });
    expect(await failureOf(connector().page(USERS))).toMatchObject({ name: 'VendorBusy', retryAfter: '7' });
  });
});

describe('tokens', () => {
  test('are renewed once, however many calls find them ended', async () => {
    const alpha = connector();
    await alpha.page(USERS);
    graph.control.expireTokens();
    await Promise.all([alpha.page(USERS), alpha.page(DELTA), alpha.organisation()]);
    expect(calls('/token')).toBe(2);
  });

  test('that stay refused after a renewal are no endless loop', async () => {
    graph.control.fail({ path: '/users', status: 401, times: null });
    const error = await failureOf(connector().page(USERS));
    expect(error).toMatchObject({ name: 'VendorRefused', code: 'unexpected' });
    expect(calls('/users')).toBe(2);
  });

  test.each([['deleted' as const], ['expired' as const]])('are not given for a secret that is %s', async (reason) => {
    graph.control.revokeSecret({ reason });
    expect(await failureOf(connector().organisation())).toMatchObject({ code: 'secret-refused' });
  });

  test('are not given for a wrong secret, an unknown app, an unknown tenant, or without consent', async () => {
    const refusal = async (own: Partial<GraphSettings>) => failureOf(connector(undefined, own).organisation());
    expect(await refusal({ secret: 'not the secret' })).toMatchObject({ code: 'secret-refused' });
    expect(await refusal({ clientId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({ code: 'app-unknown' });
    expect(await refusal({ tenant: 'nobody.example' })).toMatchObject({ code: 'tenant-unknown' });
    graph.control.consent({ tenant: 'BETA', granted: false });
    expect(await refusal({ tenant: 'beta-bakery.example' })).toMatchObject({ code: 'consent-missing' });
    graph.control.consent({ tenant: 'BETA', granted: true });
  });
});

describe('rights', () => {
  test('that are missing are told apart by what Graph says', async () => {
    const beta = connector('beta-bakery.example');
    const error = await failureOf(beta.page({ path: '/users', query: { $select: 'id,signInActivity' } }));
    expect(error).toMatchObject({
      code: 'permission-missing',
      vendorCode: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    });
    graph.control.fail({ path: '/users', status: 403 });
    expect(await failureOf(beta.page(USERS))).toMatchObject({ vendorCode: 'Authorization_RequestDenied' });
  });

  test('tell who the tenant is, and that there is no partner listing', async () => {
    const alpha = connector();
    expect(await alpha.organisation()).toMatchObject({
      name: 'Alpha Clinic',
      domains: ['alpha-clinic.example', 'alphaclinic.onmicrosoft.example'],
    });
    expect(await alpha.customers()).toBeUndefined();
  });

  test('of a partner list the customers', async () => {
    const partner: GuardedFetch = async (url, request) =>
      url.includes('/contracts')
        ? Response.json({
            value: [
              {
                customerId: 'AAAAAAAA-0000-4000-8000-000000000001',
                displayName: 'Harbor',
                defaultDomainName: 'Harbor.example',
              },
              { customerId: null },
            ],
          })
        : guardedFetch(['127.0.0.1'])(url, request);
    const found = await connector('alpha-clinic.example', { fetch: partner }).customers();
    expect(found).toEqual([
      { externalId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Harbor', domains: ['harbor.example'] },
    ]);
  });
});
