import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, callOf, send } from './send.ts';

describe('the request of an operation', () => {
  it('puts into the path what the path names, and the rest of a GET into the query', () => {
    expect(callOf('GET /companies/{companyId}/findings', { companyId: 'a/b', limit: 25, open: true })).toEqual({
      method: 'GET',
      url: '/api/companies/a%2Fb/findings?limit=25&open=true',
    });
  });

  it('leaves out what is not given', () => {
    expect(callOf('GET /staff', { limit: 50, status: undefined, cursor: null })).toEqual({
      method: 'GET',
      url: '/api/staff?limit=50',
    });
    expect(callOf('GET /session', undefined)).toEqual({ method: 'GET', url: '/api/session' });
  });

  it('sends the rest as JSON otherwise, and no body when the path took all', () => {
    expect(callOf('PATCH /budgets/{budgetId}', { budgetId: 'b1', v: 3, notes: '' })).toEqual({
      method: 'PATCH',
      url: '/api/budgets/b1',
      body: '{"v":3,"notes":""}',
    });
    expect(callOf('DELETE /sessions/{sessionId}', { sessionId: 's1' })).toEqual({
      method: 'DELETE',
      url: '/api/sessions/s1',
    });
    expect(callOf('POST /me/totp', {})).toEqual({ method: 'POST', url: '/api/me/totp', body: '{}' });
  });
});

describe('a call', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const answering = (...answers: (() => Response)[]) => {
    const fetched = vi.fn<typeof fetch>(
      async () => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? Response.error(),
    );
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };
  const json = (body: object, status = 200, type = 'application/json') =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  const offline = () => {
    throw new TypeError('Failed to fetch');
  };
  const keyOf = (init: RequestInit | undefined) => new Headers(init?.headers).get('idempotency-key');

  it('gives what was answered, and nothing when nothing was', async () => {
    answering(
      () => json({ items: [] }),
      () => new Response(null, { status: 204 }),
    );
    expect(await send({ method: 'GET', url: '/api/staff' })).toEqual({ items: [] });
    expect(await send({ method: 'DELETE', url: '/api/sessions/s1' })).toBeUndefined();
  });

  it('fails with the problem that the API described', async () => {
    const problem = { title: 'Conflict', status: 409, detail: 'Priya changed it meanwhile.', currentVersion: 4 };
    answering(() => json(problem, 409, 'application/problem+json'));
    const failure = await send({ method: 'PATCH', url: '/api/x', body: '{}' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ message: 'Priya changed it meanwhile.', data: problem });
  });

  it('says the status when a gateway answered in place of the API', async () => {
    answering(() => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
    await expect(send({ method: 'GET', url: '/api/x' })).rejects.toThrow('status 502');
  });

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'])(
    'asks again after no answer to a %s, under the same key',
    async (method) => {
      vi.useFakeTimers();
      const fetched = answering(offline, offline, () => json({ ok: true }));
      const answer = send({ method, url: '/api/x', body: '{}' });
      await vi.runAllTimersAsync();
      expect(await answer).toEqual({ ok: true });
      const keys = fetched.mock.calls.map(([, init]) => keyOf(init));
      expect(keys).toHaveLength(3);
      expect(new Set(keys).size).toBe(1);
    },
  );

  it('gives up after two more tries', async () => {
    vi.useFakeTimers();
    const fetched = answering(offline);
    const get = send({ method: 'GET', url: '/api/x' }).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await get).toBeInstanceOf(TypeError);
    expect(fetched).toHaveBeenCalledTimes(3);
  });
});
