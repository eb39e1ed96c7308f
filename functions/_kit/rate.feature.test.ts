import { beforeAll, describe, expect, it } from 'vitest';
import type { KeyActor } from '../../shared/kernel/actor.ts';
import { RATE } from '../../shared/kernel/rate.ts';
import { askBy, easyMsp, makeKey, type Owner, ok } from '../identity/testing/members.ts';
import { takeRequest } from './rate.ts';
import { as, http, logs } from './testing/world.ts';
import { Units } from './units.ts';

let owner: Owner;

beforeAll(async () => {
  owner = await easyMsp();
});

const newKey = async () => ok(await makeKey(owner, {}));

/** Takes requests at one instant, as an environment of a function does. */
function taking(keyId: string, at: Date) {
  const { mspId, userId } = owner;
  const key = { keyId, scopes: [] };
  const actor: KeyActor = { kind: 'staff', mspId, userId, role: 'owner', companies: 'all', key };
  const units = new Units();
  return { units, take: () => as('companies-api', () => takeRequest(actor, at, units)) };
}

describe('the requests of an API key', () => {
  it('are told with each answer to it, also when it is refused, and with no answer to a session', async () => {
    const key = await newKey();
    const answers = [
      await askBy(key, 'GET', '/companies'),
      await askBy(key, 'GET', '/staff'),
      await askBy(key, 'GET', '/companies/01j9zq4xk3r8m2n5t7v9w1y3za'),
      await askBy(key, 'GET', '/companies?limit=0'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 404, 400]);
    for (const { headers } of answers) {
      expect(headers.get('ratelimit-limit')).toBe('600');
      expect(headers.get('ratelimit-policy')).toBe('600;w=60');
      expect(Number(headers.get('ratelimit-remaining'))).toBeGreaterThan(RATE.requests - 10);
      expect(Number(headers.get('ratelimit-reset'))).toBeLessThanOrEqual(1);
    }
    const own = await http('GET', '/api/companies', { cookie: owner.cookie });
    expect([...own.headers.keys()].filter((name) => name.startsWith('ratelimit'))).toEqual([]);
  });

  it('are so many and no more, whichever environments they go to; then it is told how long to wait', async () => {
    const key = await newKey();
    // Half a minute ahead of the gateway's clock, so that nothing has grown back when the gateway is asked.
    const { take, units } = taking(key.keyId, new Date(Date.now() + 30_000));
    for (let left = RATE.requests - 1; left >= 0; left -= 1) {
      const { remaining, refused } = await take();
      expect({ remaining, refused }).toEqual({ remaining: left, refused: undefined });
    }
    expect(units.write).toBeLessThan(RATE.requests / 15);
    const written = units.calls;
    expect((await take()).refused).toMatchObject({ status: 429, extras: { retryAfter: 1 } });
    expect((await take()).refused).toBeDefined();
    expect(units.calls).toBe(written);
    const { status, body, headers } = await askBy(key, 'GET', '/companies');
    expect([status, body.code]).toEqual([429, 'key.rate']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(20);
    expect(headers.get('ratelimit-remaining')).toBe('0');
    expect((await askBy(await newKey(), 'GET', '/companies')).status).toBe(200);
  });

  it('are never more when environments draw at the same moment', async () => {
    const { keyId } = await newKey();
    const { take } = taking(keyId, new Date());
    const taken = await Promise.all(
      Array.from({ length: 60 }, () =>
        take().then(
          ({ refused }) => !refused,
          () => false,
        ),
      ),
    );
    const allowed = taken.filter(Boolean).length;
    expect(allowed).toBeGreaterThan(0);
    expect((await take()).remaining).toBeLessThan(RATE.requests - allowed);
  });

  it('cost a fifth of a write unit each at most when they come one after the other', async () => {
    const key = await newKey();
    const ids: (string | null)[] = [];
    for (let sent = 0; sent < 100; sent += 1) {
      ids.push((await askBy(key, 'GET', '/companies?limit=1')).headers.get('x-request-id'));
    }
    const lines = (await logs()).filter((line) => line.message === 'request' && ids.includes(String(line.requestId)));
    expect(lines).toHaveLength(ids.length);
    const written = lines.reduce((sum, { units }) => sum + (units?.write ?? 0), 0);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThanOrEqual(20);
  });
});
