import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { smallWorld } from './demo/small-world.ts';
import { startGraph } from './server.ts';
import { connect, NOON } from './testing/connect.ts';

const SERVER = fileURLToPath(new URL('server.ts', import.meta.url));

describe('the simulator as a program', { timeout: 30_000 }, () => {
  it('prints one line with all that is needed to connect, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [SERVER, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const announced = JSON.parse(line);
    expect(announced).toMatchObject({ vendor: 'graph', baseUrl: `${announced.authorityUrl}/v1.0` });
    expect(announced.tenants.map((tenant: { code: string }) => tenant.code)).toEqual([
      'HFL',
      'CRD',
      'TGM',
      'BCT',
      'SPB',
      'LLS',
      'OAK',
    ]);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: announced.clientId,
      client_secret: announced.clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    });
    const url = `${announced.authorityUrl}/${announced.tenants[0].id}/oauth2/v2.0/token`;
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('refuses a port that is none', async () => {
    const child = spawn(process.execPath, [SERVER, '--port', 'many'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const [line] = await once(createInterface({ input: child.stderr }), 'line');
    expect(line).toBe('--port must be a whole number from 0 to 65535, not "many".');
    expect(await once(child, 'exit')).toEqual([1, null]);
  });
});

describe('the simulator in process', () => {
  it('says when its port is taken', async () => {
    const first = await startGraph({ world: smallWorld(NOON), now: () => NOON });
    const port = Number(new URL(first.authorityUrl).port);
    await expect(startGraph({ port, world: smallWorld(NOON), now: () => NOON })).rejects.toThrow('EADDRINUSE');
    await first.close();
  });

  it('gives the same bytes for the same world and clock', async () => {
    const read = async () => {
      const graph = await connect(smallWorld);
      const paths = [
        '/users?$select=id,displayName,signInActivity',
        '/security/secureScores?$top=3',
        '/subscribedSkus',
      ];
      const texts = [];
      for (const path of paths) texts.push((await graph.get('ALPHA', path)).text.replaceAll(graph.authorityUrl, ''));
      await graph.close();
      return texts;
    };
    expect(await read()).toEqual(await read());
  });

  it('closes while requests hang', async () => {
    const graph = await connect(smallWorld);
    graph.control.hang({ path: '/token' });
    const hanging = graph.askToken('ALPHA');
    const refused = expect(hanging).rejects.toThrow();
    await expect.poll(() => graph.control.log().total).toBe(1);
    await graph.close();
    await refused;
  });
});
