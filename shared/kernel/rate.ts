/**
 * Requests of one API key: so many at once, growing back evenly over the seconds. One number says how far it is drawn on,
 * the instant at which it is full again (GCRA), so that a bucket costs one write and no clock has to fill it.
 */
export const RATE = { requests: 600, seconds: 60 } as const;

const WINDOW_MS = RATE.seconds * 1_000;
const EACH_MS = WINDOW_MS / RATE.requests;

/** What is told with each answer to a key. Seconds are whole, rounded up. */
export interface RateState {
  limit: number;
  /** Requests that may follow at once. */
  remaining: number;
  /** Seconds until the whole limit is there again. */
  reset: number;
}

/** Milliseconds by which `requests` move the instant at which the bucket is full again. */
export const costOf = (requests: number): number => requests * EACH_MS;

/** How many requests may be drawn now from a bucket that is full again at `fullAt`. */
export function affordable(fullAt: number, now: number): number {
  return Math.max(0, Math.floor((WINDOW_MS - Math.max(0, fullAt - now)) / EACH_MS));
}

/** The latest `fullAt` from which so many requests may still be drawn now. */
export const latestFor = (requests: number, now: number): number => now + WINDOW_MS - costOf(requests);

/** Seconds until one request may be drawn again. */
export function waitFor(fullAt: number, now: number): number {
  return Math.max(1, Math.ceil((fullAt - latestFor(1, now)) / 1_000));
}

/** The bucket in words of the headers; `held` requests are drawn already and not used yet. */
export function rateState(fullAt: number, held: number, now: number): RateState {
  const reset = Math.max(0, Math.ceil((fullAt - costOf(held) - now) / 1_000));
  return { limit: RATE.requests, remaining: affordable(fullAt, now) + held, reset };
}
