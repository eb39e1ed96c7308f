import { Secret, TOTP } from 'otpauth';
import { type Cost, costOf, type Place } from './place.ts';

/** An answer of the API with what it cost. */
export interface Measured<T = Record<string, unknown>> {
  body: T;
  /** The body as it came, in bytes before compression. */
  text: string;
  cost: Cost;
}

/** Somebody who is signed in at a place, and whose requests are measured. */
export interface Visitor {
  mspId: string;
  userId: string;
  cookie: string;
  place: Place;
  /** @throws with the problem's own words when the answer is no success */
  ask<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Measured<T>>;
}

interface Actor {
  actor: { mspId: string; userId: string };
}

interface Answer<T> {
  body: T;
  text: string;
  cookie: string;
  requestId: string;
}

async function send<T>(
  origin: string,
  cookie: string,
  [method, path, body]: [string, string, unknown?],
): Promise<Answer<T>> {
  const response = await fetch(`${origin}/api${path}`, {
    method,
    headers: {
      origin,
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 400)}`);
  const [set] = response.headers.getSetCookie();
  return {
    body: JSON.parse(text) as T,
    text,
    cookie: set?.split(';')[0] ?? cookie,
    requestId: response.headers.get('x-request-id') ?? '',
  };
}

let opened = 0;

/** A new MSP with its owner, whose session is complete. */
export async function openMsp(place: Place): Promise<Visitor> {
  opened += 1;
  const slug = `bench-${Date.now().toString(36)}${opened}`;
  const signUp = {
    mspName: `Bench ${slug}`,
    slug,
    name: 'Olga Owner',
    email: `${slug}@example.com`,
    password: `plum-kettle-${slug}`,
  };
  const half = await send<Actor>(place.origin, '', ['POST', '/msps', signUp]);
  const seed = await send<{ secret: string }>(place.origin, half.cookie, ['POST', '/me/totp', {}]);
  const totp = new TOTP({ secret: Secret.fromBase32(seed.body.secret), algorithm: 'SHA1', digits: 6, period: 30 });
  const code = totp.generate();
  const { cookie } = await send(place.origin, half.cookie, ['POST', '/me/totp/confirm', { code }]);
  return {
    ...half.body.actor,
    cookie,
    place,
    ask: async <T>(method: string, path: string, body?: unknown) => {
      const answer = await send<T>(place.origin, cookie, [method, path, body]);
      return { body: answer.body, text: answer.text, cost: await costOf(place, answer.requestId) };
    },
  };
}
