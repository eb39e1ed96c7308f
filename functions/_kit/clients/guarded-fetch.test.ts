import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AddressRefused, checkAddress, guardedFetch, isPublic } from './guarded-fetch.ts';

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/there') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(`${request.method} ${request.headers.accept}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const signal = () => AbortSignal.timeout(5_000);

test.each([
  'http://graph.microsoft.com/',
  'https://127.0.0.1/',
  'https://10.1.2.3/',
  'https://169.254.169.254/latest/meta-data',
  'https://192.168.0.1/',
  'https://172.20.0.1/',
  'https://100.64.1.1/',
  'https://[::1]/',
  'https://[fd00::1]/',
  'https://[fe80::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://user:password@example.com/',
])('%s is refused', (url) => {
  expect(() => checkAddress(new URL(url), [])).toThrow(AddressRefused);
});

test.each(['https://graph.microsoft.com/', 'https://20.190.128.1/', 'https://[2603:1030::1]/'])('%s is fine', (url) => {
  expect(() => checkAddress(new URL(url), [])).not.toThrow();
});

test('no private IPv4 address counts as public, whatever its host part', () => {
  const host = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.constantFrom('10', '127', '0', '224', '255'), host, host, host, (a, b, c, d) => {
      expect(isPublic(`${a}.${b}.${c}.${d}`)).toBe(false);
    }),
  );
  expect(isPublic('not an address')).toBe(false);
});

test('a listed host may be called over http, and its redirects are not followed', async () => {
  const call = guardedFetch(['127.0.0.1']);
  const response = await call(`${address}/`, { headers: { accept: 'text/plain' }, signal: signal() });
  expect(await response.text()).toBe('GET text/plain');
  expect((await call(`${address}/there`, { signal: signal() })).status).toBe(302);
});

test('a name that resolves to a private address is refused when the socket connects', async () => {
  const error = await guardedFetch([])('https://localhost/', { signal: signal() }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(AddressRefused);
});
