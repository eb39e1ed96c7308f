import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorld } from '../demo/small-world.ts';
import { type Connection, connect } from '../testing/connect.ts';

let graph: Connection;
beforeEach(async () => {
  graph = await connect(smallWorld);
});
afterEach(() => graph.close());

const status = async (path: string, tenant = 'ALPHA') => (await graph.get(tenant, path)).status;

describe('faults', () => {
  it('fail the next requests of a path and tenant, after some that pass', async () => {
    graph.control.fail({ path: '/users', organisation: 'ALPHA', status: 503, skip: 1, times: 2 });
    expect(await status('/users', 'BETA')).toBe(200);
    expect(await status('/domains')).toBe(200);
    const seen = [await status('/users'), await status('/users'), await status('/users'), await status('/users')];
    expect(seen).toEqual([200, 503, 503, 200]);
  });

  it.each([500, 502, 503, 504])('answer %i with an error body of Graph', async (code) => {
    graph.control.fail({ path: '/users*', status: code });
    const { status: got, body } = await graph.get('ALPHA', '/users/delta');
    expect(got).toBe(code);
    expect(body.error.innerError).toMatchObject({ 'request-id': expect.any(String) });
    graph.control.fail({ path: '/users', status: code, code: 'Custom', message: 'Told so.' });
    expect((await graph.get('ALPHA', '/users')).body.error).toMatchObject({ code: 'Custom', message: 'Told so.' });
  });

  it('throttle with Retry-After in seconds, as a date, or without', async () => {
    const headerOf = async () => (await graph.get('ALPHA', '/users')).headers.get('retry-after');
    graph.control.fail({ path: '/users', status: 429, retryAfter: { form: 'seconds', seconds: 30 } });
    expect(await headerOf()).toBe('30');
    graph.control.fail({ path: '/users', status: 429, retryAfter: { form: 'http-date', seconds: 30 } });
    expect(await headerOf()).toBe('Sun, 22 Nov 2026 12:00:30 GMT');
    graph.control.fail({ path: '/users', status: 429 });
    expect(await headerOf()).toBeNull();
  });

  it('throttle everything for a while of the clock', async () => {
    graph.control.throttle({ path: '/*', seconds: 3600 });
    const early = await graph.get('ALPHA', '/domains');
    expect([early.status, early.headers.get('retry-after')]).toEqual([429, '3600']);
    graph.moveClock(3000);
    expect((await graph.get('BETA', '/users')).headers.get('retry-after')).toBe('600');
    graph.moveClock(600);
    expect(await status('/domains')).toBe(200);
    graph.control.throttle({ path: '/domains', seconds: 60, retryAfter: { form: 'none', seconds: 0 } });
    expect((await graph.get('ALPHA', '/domains')).headers.has('retry-after')).toBe(false);
  });

  it('reach the token endpoint as well', async () => {
    graph.control.fail({ path: '/token', status: 503, retryAfter: { form: 'seconds', seconds: 5 } });
    const { status: got, body, headers } = await graph.askToken('ALPHA');
    expect([got, body.error, headers.get('retry-after')]).toEqual([503, 'temporarily_unavailable', '5']);
  });

  it('cut a listing short: no next link, fewer rows, or suddenly empty', async () => {
    graph.control.cutListing({ path: '/users', keep: 2 });
    const cut = await graph.get('ALPHA', '/users?$top=5');
    expect(cut.body.value).toHaveLength(2);
    expect(cut.body).not.toHaveProperty('@odata.nextLink');
    graph.control.cutListing({ path: '/users', skip: 1 });
    const pages = await graph.pages('ALPHA', '/users?$top=4');
    expect(pages.map((page) => page.value.length)).toEqual([4, 4]);
    graph.control.cutListing({ path: '/users', keep: 0 });
    expect((await graph.get('ALPHA', '/users')).body.value).toEqual([]);
    expect((await graph.get('ALPHA', '/users')).body.value).toHaveLength(10);
  });

  it('make rows drift from the schema', async () => {
    const row = async () => (await graph.get('ALPHA', '/subscribedSkus')).body.value[0];
    graph.control.mutate({ path: '/subscribedSkus', change: { kind: 'set', field: 'skuPartNumber', value: null } });
    graph.control.mutate({ path: '/subscribedSkus', change: { kind: 'rename', field: 'skuId', to: 'skuIdentifier' } });
    graph.control.mutate({ path: '/subscribedSkus', change: { kind: 'remove', field: 'appliesTo' } });
    graph.control.mutate({
      path: '/subscribedSkus',
      change: { kind: 'set', field: 'prepaidUnits.enabled', value: 'x' },
    });
    graph.control.mutate({
      path: '/subscribedSkus',
      change: { kind: 'set', field: 'capabilityStatus', value: 'Hibernating' },
    });
    expect(await row()).toMatchObject({
      skuPartNumber: null,
      skuIdentifier: expect.any(String),
      prepaidUnits: { enabled: 'x', warning: 0 },
      capabilityStatus: 'Hibernating',
    });
    expect(await row()).not.toHaveProperty('skuId');
    expect(await row()).not.toHaveProperty('appliesTo');
    graph.control.clearFaults();
    expect(await row()).toMatchObject({ skuPartNumber: 'SPB', appliesTo: 'User' });
  });

  it('damage one row by place or id, or replace it by something else', async () => {
    const id = graph.world.tenants[0]?.users[1]?.id ?? '';
    graph.control.mutate({ path: '/users', row: 0, change: { kind: 'malformed', value: 'oops' } });
    graph.control.mutate({ path: '/users', row: id, times: 1, change: { kind: 'set', field: 'id', value: null } });
    const { value } = (await graph.get('ALPHA', '/users')).body;
    expect([value[0], value[1]?.id, typeof value[2]?.id]).toEqual(['oops', null, 'string']);
  });

  it('hang before or within an answer until the caller gives up', async () => {
    const authorization = `Bearer ${await graph.token('ALPHA')}`;
    const ask = (cancel: AbortController) =>
      fetch(`${graph.baseUrl}/users`, { headers: { authorization }, signal: cancel.signal });
    const unanswered = () => graph.control.log().byPath['/users']?.byStatus.none;

    graph.control.hang({ path: '/users' });
    const first = new AbortController();
    const silent = expect(ask(first)).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(unanswered).toBe(1);
    first.abort();
    await silent;

    graph.control.hang({ path: '/users', afterBytes: 20 });
    const second = new AbortController();
    const response = await ask(second);
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(20);
    const rest = expect(reader?.read()).rejects.toMatchObject({ name: 'AbortError' });
    second.abort();
    await rest;
    expect(unanswered()).toBe(2);
  });

  it('drop the connection before or within an answer', async () => {
    graph.control.drop({ path: '/users' });
    await expect(graph.get('ALPHA', '/users')).rejects.toThrow('fetch failed');
    graph.control.drop({ path: '/users', afterBytes: 20 });
    await expect(graph.get('ALPHA', '/users')).rejects.toThrow('terminated');
    expect(await status('/users')).toBe(200);
  });

  it('delay answers while others go on', async () => {
    const authorization = `Bearer ${await graph.token('ALPHA')}`;
    graph.control.delay({ path: '/users', milliseconds: 3_600_000 });
    const cancel = new AbortController();
    const slow = fetch(`${graph.baseUrl}/users`, { headers: { authorization }, signal: cancel.signal });
    const given = expect(slow).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => graph.control.log().byPath['/users']?.requests).toBe(1);
    expect((await graph.call('/domains', { authorization })).status).toBe(200);
    expect(graph.control.log().byPath['/users']?.byStatus).toEqual({ none: 1 });
    cancel.abort();
    await given;
    graph.control.clearFaults();
    graph.control.delay({ path: '/users', milliseconds: 1, times: 1 });
    expect(await status('/users')).toBe(200);
  });
});
