import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { smallWorld } from './demo/small-world.ts';
import { connect } from './testing/connect.ts';

const SERVER = fileURLToPath(new URL('server.ts', import.meta.url));

describe('the simulator as a program', { timeout: 30_000 }, () => {
  it('prints one line with all that is needed to connect, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [SERVER, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const announced = JSON.parse(line);
    expect(announced).toMatchObject({
      vendor: 'ninjaone',
      organisations: [{ code: 'CRD' }, { code: 'BCT' }, { code: 'NIT' }],
    });
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: announced.clientId,
      client_secret: announced.clientSecret,
      scope: 'monitoring',
    });
    expect((await fetch(`${announced.baseUrl}/ws/oauth/token`, { method: 'POST', body })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('the simulator in process', () => {
  it('gives the same bytes for the same world and clock', async () => {
    const read = async () => {
      const ninja = await connect(smallWorld);
      const texts = [];
      for (const path of ['/devices-detailed', '/organizations', '/queries/custom-fields?df=org%20%3D%202']) {
        texts.push(JSON.stringify((await ninja.get(path)).rows));
      }
      await ninja.close();
      return texts;
    };
    expect(await read()).toEqual(await read());
  });

  it('takes the switches of another process', async () => {
    const ninja = await connect(smallWorld);
    const { status } = await ninja.call('/_control/fail', { method: 'POST', body: JSON.stringify({ status: 500 }) });
    expect(status).toBe(200);
    expect((await ninja.get('/devices')).status).toBe(500);
    expect((await ninja.call('/_control/explode', { method: 'POST' })).status).toBe(404);
    await ninja.close();
  });
});
