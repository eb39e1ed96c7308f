import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as the receiver saw it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  /** The body as it came, byte for byte: what is signed. */
  raw: string;
  body: { type: string; timestamp: string; version: number; data: Record<string, unknown> };
}

type Answer = (response: ServerResponse, call: Received) => void;

/** A system of the MSP's own that is told what happens. Each webhook under test has a path of its own. */
export class Receiver {
  readonly calls: Received[] = [];
  readonly #server: Server;
  readonly #answers = new Map<string, Answer>();
  readonly #waiting: (() => void)[] = [];

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const raw = Buffer.concat(chunks).toString();
      const path = request.url ?? '';
      const call = { path, headers: request.headers, raw, body: JSON.parse(raw) as Received['body'] };
      this.calls.push(call);
      for (const wake of this.#waiting.splice(0)) wake();
      const answer = this.#answers.get(path) ?? ((told) => told.writeHead(204).end());
      answer(response, call);
    });
  }

  async open(): Promise<this> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return this;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  /** What is answered at a path from now on. */
  answers(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  at(path: string): Received[] {
    return this.calls.filter((call) => call.path === path);
  }

  /** Resolves once a path was called so often. */
  async called(path: string, times = 1): Promise<Received[]> {
    while (this.at(path).length < times) await new Promise<void>((wake) => this.#waiting.push(wake));
    return this.at(path);
  }
}

/** The signatures that a secret gives a call, as its receiver reckons them. */
export function signatureBy(secret: string, { headers, raw }: Received): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}
