import type { AddressInfo } from 'node:net';
import { createServer as createProbe } from 'node:net';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import type { HttpReply, HttpRequest } from '../local/gateway/http.ts';
import { plainHeaders } from '../local/gateway/http.ts';
import type { Pages } from '../local/web/web-apps.ts';
import { devPolicy } from './policy.ts';

interface Served {
  server: ViteDevServer;
  port: number;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createProbe().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Pages come through the gateway, so that app and API share one origin; only the socket for changes goes to Vite itself. */
async function serveApp(root: string, app: 'console' | 'portal'): Promise<Served> {
  const port = await freePort();
  const server = await createServer({
    configFile: join(root, 'web', app, 'vite.config.ts'),
    clearScreen: false,
    logLevel: 'warn',
    // Two servers of one root would otherwise rewrite each other's prepared packages.
    cacheDir: join(root, '.cache', `vite-${app}`),
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      cors: false,
      hmr: { host: '127.0.0.1', clientPort: port, protocol: 'ws' },
    },
  });
  await server.listen();
  return { server, port };
}

/** Headers that speak of a connection or an encoding that ends here. */
const DROPPED = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'date',
]);
/** Headers that Vite decides by. */
const ASKED = ['accept', 'if-none-match', 'sec-fetch-dest'];

async function through(port: number, { method, url, headers }: HttpRequest): Promise<HttpReply> {
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, headers: { allow: 'GET, HEAD', 'content-type': 'text/plain' }, body: 'Method not allowed.' };
  const asked = Object.entries(plainHeaders(headers)).filter(([name]) => ASKED.includes(name));
  const reply = await fetch(`http://127.0.0.1:${port}${url}`, { method, headers: asked, redirect: 'manual' });
  const kept = [...reply.headers].filter(([name]) => !DROPPED.has(name));
  return { status: reply.status, headers: Object.fromEntries(kept), body: Buffer.from(await reply.arrayBuffer()) };
}

export interface VitePages extends Pages {
  close(): Promise<void>;
}

/** Both web apps from their sources, with changes shown as they are saved. */
export async function startVite(root: string): Promise<VitePages> {
  const [console, portal] = await Promise.all([serveApp(root, 'console'), serveApp(root, 'portal')]);
  const sockets = [console, portal].map(({ port }) => `ws://127.0.0.1:${port}`);
  return {
    serve: (request) => {
      const isPortal = request.path === '/portal' || request.path.startsWith('/portal/');
      return through((isPortal ? portal : console).port, request);
    },
    finish: (reply) => {
      const policy = reply.headers['content-security-policy'];
      if (typeof policy !== 'string') return reply;
      return { ...reply, headers: { ...reply.headers, 'content-security-policy': devPolicy(policy, sockets) } };
    },
    close: async () => {
      await Promise.all([console.server.close(), portal.server.close()]);
    },
  };
}
