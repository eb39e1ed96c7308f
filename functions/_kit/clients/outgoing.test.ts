import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { runAs } from '../env.ts';
import { postOutside } from './outgoing.ts';

let server: Server;
let origin: string;
const seen: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    request.on('data', (chunk) => seen.push(`${request.headers['content-type']} ${chunk}`));
    request.on('end', () => {
      const [, word = ''] = (request.url ?? '').split('/');
      if (word === 'moved') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      else if (word === 'long') response.end('x'.repeat(100_000));
      else if (word === 'cut') response.destroy();
      else response.writeHead(Number(word)).end('said');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));
afterEach(() => vi.restoreAllMocks());

const post = (url: string, listed = '127.0.0.1') =>
  runAs({ LISTED_HOSTS: listed }, () => postOutside(url, { 'x-own': '1' }, '{"ok":"é"}'));

test('JSON that is taken has a status and the beginning of the answer, and no failure', async () => {
  expect(await post(`${origin}/200`)).toEqual({ status: 200, text: 'said' });
  expect(seen.at(-1)).toBe('application/json {"ok":"é"}');
  const { text } = await post(`${origin}/long`);
  expect(text).toHaveLength(2_048);
});

test.each([
  ['/500', { status: 500, failure: 'It answered 500.', text: 'said' }],
  ['/410', { status: 410, failure: 'It answered 410.', text: 'said' }],
  ['/moved', { status: 302, failure: 'It answered 302; redirects are not followed.', text: '' }],
  ['/cut', { failure: 'The connection was cut off.' }],
])('%s is a failure in a sentence', async (path, expected) => {
  expect(await post(origin + path)).toEqual(expected);
});

test.each([
  ['http://127.0.0.1:1/', '127.0.0.1', 'Nothing listens at this address.'],
  ['http://example.com/', '', 'This is not a public https address.'],
  ['https://10.0.0.7/', '', 'This is not a public https address.'],
  ['https://localhost/', '', 'This is not a public https address.'],
  ['https://no-such-host.invalid/', '', /^The host name (was not found|could not be looked up)\.$/],
])('%s is not called, or not found, and it is said why', async (url, listed, failure) => {
  expect(await post(url, listed)).toEqual({ failure: expect.stringMatching(failure) });
});

test('whoever does not answer in time is given up', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')));
  expect(await post(`${origin}/200`)).toEqual({ failure: 'No answer came within 10 seconds.' });
});
