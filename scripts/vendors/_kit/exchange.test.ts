import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { whenOver } from './exchange.ts';

const server = createServer();
afterEach(() => new Promise((closed) => server.close(closed)));

/** A request that is being served, and how its client hangs up. */
async function served(): Promise<{ response: ServerResponse; hangUp: () => void }> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const arrived = once(server, 'request') as Promise<[unknown, ServerResponse]>;
  const client = new AbortController();
  const { port } = server.address() as AddressInfo;
  fetch(`http://127.0.0.1:${port}/`, { signal: client.signal }).catch((error: Error) =>
    expect(error.name).toBe('AbortError'),
  );
  const [, response] = await arrived;
  return { response, hangUp: () => client.abort() };
}

describe('an exchange is over', () => {
  it('when the client hung up before anybody answered', async () => {
    const { response, hangUp } = await served();
    const closed = once(response, 'close');
    hangUp();
    await closed;
    let left = 0;
    whenOver(response, () => (left += 1));
    expect(left).toBe(1);
  });

  it('when its answer was sent, and not before', async () => {
    const { response } = await served();
    const left = new Promise<boolean>((over) => whenOver(response, () => over(response.writableFinished)));
    response.end('done');
    expect(await left).toBe(true);
  });
});
