import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignedRequest } from '../canonical-request.ts';

/** A server that keeps what clients really send, byte for byte, and answers everything with an empty 200. */
export interface Wire {
  endpoint: string;
  /** The requests since the last call, oldest first. */
  taken(): SignedRequest[];
  close(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  let requests: SignedRequest[] = [];
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
      requests.push({ method: req.method ?? '', url: req.url ?? '', headers, body: Buffer.concat(chunks) });
      res.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const since = requests;
      requests = [];
      return since;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
