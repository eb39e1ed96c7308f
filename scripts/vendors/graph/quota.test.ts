import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorld } from './demo/small-world.ts';
import { publishedLimit } from './quota.ts';
import { type Connection, connect } from './testing/connect.ts';

let graph: Connection;
beforeEach(async () => {
  graph = await connect(smallWorld);
});
afterEach(() => graph.close());

const times = async (count: number, work: () => Promise<{ status: number }>) => {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await work()).status);
  return statuses;
};

describe('limits', () => {
  it('refuse a tenant that used up its units, tell when to come back, and fill again with the clock', async () => {
    graph.control.limit({ service: 'directory', units: 6 });
    expect(await times(3, () => graph.get('ALPHA', '/users'))).toEqual([200, 200, 200]);
    const refused = await graph.get('ALPHA', '/users');
    expect(refused.status).toBe(429);
    expect(refused.body.error.code).toBe('TooManyRequests');
    expect(refused.headers.get('retry-after')).toBe('4');
    expect(refused.headers.get('x-ms-throttle-scope')).toMatch(
      /^Tenant_Application\/ReadWrite\/[0-9a-f-]+\/[0-9a-f-]+$/,
    );
    expect(refused.headers.get('x-ms-throttle-information')).toBe('ResourceUnitLimitExceeded');
    expect((await graph.get('BETA', '/users')).status).toBe(200);
    graph.moveClock(4);
    expect((await graph.get('ALPHA', '/users')).status).toBe(200);
  });

  it('warn above 80 % of the limit', async () => {
    graph.control.limit({ service: 'directory', units: 10 });
    expect((await graph.get('ALPHA', '/subscribedSkus')).headers.get('x-ms-throttle-limit-percentage')).toBeNull();
    await graph.get('ALPHA', '/subscribedSkus');
    const last = await graph.get('ALPHA', '/subscribedSkus');
    expect(last.headers.get('x-ms-throttle-limit-percentage')).toBe('0.90');
  });

  it.each([
    ['/users', '2'],
    ['/users?$select=id', '1'],
    ['/users?$top=10', '1'],
    ['/subscribedSkus', '3'],
    ['/subscribedSkus?$select=skuId', '2'],
    ['/roleManagement/directory/roleAssignments?$expand=principal', '2'],
  ])('count %s as %s resource units', async (path, units) => {
    expect((await graph.get('ALPHA', path)).headers.get('x-ms-resource-unit')).toBe(units);
  });

  it('hold sign-in reports to five in ten seconds, apart from other requests', async () => {
    const path = '/reports/authenticationMethods/userRegistrationDetails';
    expect(await times(6, () => graph.get('ALPHA', path))).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await graph.get('ALPHA', '/users')).status).toBe(200);
  });

  it('serve four Secure Score requests at once and no more', async () => {
    const authorization = `Bearer ${await graph.token('ALPHA')}`;
    graph.control.hang({ path: '/security/secureScores', times: 4 });
    const cancel = new AbortController();
    const url = `${graph.baseUrl}/security/secureScores?$top=1`;
    const hanging = Array.from({ length: 4 }, () => fetch(url, { headers: { authorization }, signal: cancel.signal }));
    const settled = Promise.allSettled(hanging);
    await expect.poll(() => graph.control.log().byPath['/security/secureScores']?.requests).toBe(4);
    const fifth = await graph.call('/security/secureScores', { authorization });
    expect(fifth.headers.get('x-ms-throttle-information')).toBe('ConcurrencyLimitExceeded');
    cancel.abort();
    await settled;
    await expect.poll(async () => (await graph.call('/security/secureScores', { authorization })).status).toBe(200);
  });

  it('go back to the published ones', async () => {
    graph.control.limit({ service: 'directory', units: 1 });
    expect((await graph.get('ALPHA', '/users')).status).toBe(429);
    graph.control.limit({ service: 'directory' });
    expect((await graph.get('ALPHA', '/users')).status).toBe(200);
  });

  it('depend on the size of the tenant', () => {
    const [tenant] = graph.world.tenants;
    const user = tenant?.users[0];
    if (!tenant || !user) throw new Error('the small world is empty');
    const sized = (count: number) => ({ ...tenant, users: Array.from({ length: count }, () => user) });
    expect([49, 50, 500, 501].map((count) => publishedLimit('directory', sized(count)).units)).toEqual([
      3500, 5000, 5000, 8000,
    ]);
  });
});
