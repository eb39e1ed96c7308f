import { type AuthenticationProvider, Client, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { type RunningGraph, startGraph } from '../server.ts';
import { tenantNamed } from '../world/world-changes.ts';
import type { GraphWorld } from '../world.ts';

export const NOON = new Date('2026-11-22T12:00:00Z');

export type Row = Record<string, unknown>;

/** A page as Graph sends it. */
export interface Page {
  '@odata.context'?: string;
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
  '@odata.count'?: number;
  value: Row[];
}

/** An answer: `body` holds a page or an `error`, `text` is what came over the wire. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Page & { error: { code: string; message: string; innerError: Row } };
}

export interface TokenAnswer {
  status: number;
  body: Row;
  headers: Headers;
}

/** A running simulator with a clock in hand and the ways to call it. */
export interface Connection extends RunningGraph {
  world: GraphWorld;
  clock: { now: Date };
  /** Asks the token endpoint; `form` overrides or removes (undefined) the right fields. */
  askToken(tenant: string, form?: Record<string, string | undefined>): Promise<TokenAnswer>;
  /** A token for a tenant by demo code; throws unless it is granted. */
  token(tenant: string): Promise<string>;
  /** A GET with a fresh token; `path` begins behind the version or is a whole link. */
  get(tenant: string, path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A GET with the headers given and nothing else. */
  call(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Microsoft's own client, with a token of the tenant. */
  client(tenant: string): Client;
  /** All pages of a listing through Microsoft's client. */
  pages(tenant: string, path: string, headers?: Record<string, string>): Promise<Page[]>;
  moveClock(seconds: number): void;
}

/** Sends what the client built. Its own chain gives tokens to https hosts only, and the simulator speaks http. */
class Sender implements Middleware {
  private readonly provider: AuthenticationProvider;

  constructor(provider: AuthenticationProvider) {
    this.provider = provider;
  }

  async execute(context: Context): Promise<void> {
    const headers = new Headers(context.options?.headers as Record<string, string> | undefined);
    headers.set('authorization', `Bearer ${await this.provider.getAccessToken()}`);
    context.response = await fetch(context.request, { ...context.options, headers });
  }
}

export async function connect(makeWorld: (now: Date) => GraphWorld): Promise<Connection> {
  const clock = { now: NOON };
  const world = makeWorld(NOON);
  const graph = await startGraph({ world, now: () => clock.now });
  const idOf = (tenant: string) => (/^[A-Z]+$/.test(tenant) ? tenantNamed(world, tenant).id : tenant);

  const askToken: Connection['askToken'] = async (tenant, form = {}) => {
    const fields = {
      grant_type: 'client_credentials',
      client_id: world.app.clientId,
      client_secret: world.app.secrets[0],
      scope: 'https://graph.microsoft.com/.default',
      ...form,
    };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, value);
    const url = `${graph.authorityUrl}/${idOf(tenant)}/oauth2/v2.0/token`;
    const response = await fetch(url, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Row, headers: response.headers };
  };
  const token: Connection['token'] = async (tenant) => {
    const { status, body } = await askToken(tenant);
    if (status !== 200) throw new Error(`No token for ${tenant}: ${body.error_description}`);
    return String(body.access_token);
  };
  const client: Connection['client'] = (tenant) =>
    Client.initWithMiddleware({
      baseUrl: `${graph.authorityUrl}/`,
      defaultVersion: 'v1.0',
      middleware: new Sender({ getAccessToken: () => token(tenant) }),
    });
  const call: Connection['call'] = async (path, headers = {}) => {
    const url = path.startsWith('http') ? path : `${graph.baseUrl}${path}`;
    const response = await fetch(url, { headers, redirect: 'manual' });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text.startsWith('{') ? JSON.parse(text) : {},
    };
  };
  return {
    ...graph,
    world,
    clock,
    askToken,
    token,
    client,
    call,
    async get(tenant, path, headers = {}) {
      return call(path, { ...headers, authorization: `Bearer ${await token(tenant)}` });
    },
    async pages(tenant, path, headers = {}) {
      const pages: Page[] = [];
      let next: string | undefined = path;
      while (next !== undefined) {
        // The client reads https links only, so the simulator's own address is taken off.
        const page: Page = await client(tenant).api(next.replace(graph.baseUrl, '')).headers(headers).get();
        pages.push(page);
        next = page['@odata.nextLink'];
      }
      return pages;
    },
    moveClock(seconds) {
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
    },
  };
}

export function rowsOf(pages: Page[]): Row[] {
  return pages.flatMap((page) => page.value);
}
