import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { startFixture } from './fixture.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const folder = mkdtempSync(join(tmpdir(), 'fairlead-dev-'));
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startFixture({
    web: {
      serve: async ({ path }) => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: `page ${path}` }),
      finish: (reply) => ({ ...reply, headers: { ...reply.headers, 'x-finished': 'yes' } }),
    },
  });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

describe('pages that are served by something else than built files', () => {
  it('come through it, which has the last word on their headers', async () => {
    const reply = await fetch(`${cloud.origin}/sign-in`);
    expect(await reply.text()).toBe('page /sign-in');
    expect(reply.headers.get('x-finished')).toBe('yes');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('leave the API alone', async () => {
    const reply = await fetch(`${cloud.origin}/api/echo/x`);
    expect(reply.headers.get('x-finished')).toBeNull();
  });
});

describe('a function whose code was replaced', () => {
  it('answers with the new code from the next event on', async () => {
    const before = await fetch(`${cloud.origin}/api/echo/x`);
    expect(await before.json()).toMatchObject({ functionName: 'fairlead-fixture-notes-api' });
    const bundle = join(folder, 'index.mjs');
    writeFileSync(bundle, "export const handler = async () => ({ statusCode: 200, body: 'new code' });");
    cloud.replaceFunction('notes-api', bundle);
    expect(await (await fetch(`${cloud.origin}/api/echo/x`)).text()).toBe('new code');
  });

  it('must exist', () => {
    expect(() => cloud.replaceFunction('nothing-api', 'x')).toThrow('The templates have no function nothing-api.');
  });
});
