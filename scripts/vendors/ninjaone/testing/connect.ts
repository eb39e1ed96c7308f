import { type RunningNinja, startNinjaOne } from '../server.ts';
import type { NinjaWorld } from '../world.ts';

export const NOON = new Date('2026-11-22T12:00:00Z');

export type Row = Record<string, unknown>;

/** An answer: `rows` holds a list or the results of a report, `body` what came. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Row;
  rows: Row[];
}

/** A running simulator with a clock in hand and the ways to call it. */
export interface Connection extends RunningNinja {
  world: NinjaWorld;
  clock: { now: Date };
  /** Asks the token endpoint; `form` overrides or removes (undefined) the right fields. */
  askToken(form?: Record<string, string | undefined>): Promise<{ status: number; body: Row }>;
  /** A token; throws unless it is granted. */
  token(): Promise<string>;
  /** A GET of a path behind `/v2` with a fresh token. */
  get(path: string): Promise<Answer>;
  /** A request of any path with the headers given and nothing else. */
  call(path: string, init?: RequestInit): Promise<Answer>;
  moveClock(seconds: number): void;
}

export async function connect(makeWorld: (now: Date) => NinjaWorld): Promise<Connection> {
  const clock = { now: NOON };
  const world = makeWorld(NOON);
  const ninja = await startNinjaOne({ world, now: () => clock.now });
  const call: Connection['call'] = async (path, init = {}) => {
    const response = await fetch(`${ninja.baseUrl}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const body = /^[[{]/.test(text) ? JSON.parse(text) : {};
    const rows = Array.isArray(body) ? body : (body.results ?? []);
    return { status: response.status, headers: response.headers, text, body, rows };
  };
  const askToken: Connection['askToken'] = async (form = {}) => {
    const fields = {
      grant_type: 'client_credentials',
      client_id: world.app.clientId,
      client_secret: world.app.secrets[0],
      scope: 'monitoring',
      ...form,
    };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, value);
    const answer = await call('/ws/oauth/token', { method: 'POST', body });
    return { status: answer.status, body: answer.body };
  };
  const token: Connection['token'] = async () => {
    const { status, body } = await askToken();
    if (status !== 200) throw new Error(`No token: ${JSON.stringify(body)}`);
    return String(body.access_token);
  };
  return {
    ...ninja,
    world,
    clock,
    call,
    askToken,
    token,
    get: async (path) => call(`/v2${path}`, { headers: { authorization: `Bearer ${await token()}` } }),
    moveClock(seconds) {
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
    },
  };
}
