import { NinjaError } from './ninja-error.ts';

export interface Limit {
  requests: number;
  windowSeconds: number;
}

/** A limit of requests in a sliding window. NinjaOne publishes none, so there is none until a switch sets one. */
export interface RateLimit {
  /** Counts a request, or throws the 429 that says when to come back. */
  take(now: Date): void;
  set(limit: Limit | null): void;
}

export function createRateLimit(): RateLimit {
  let limit: Limit | null = null;
  let taken: number[] = [];
  return {
    take(now) {
      if (!limit) return;
      const windowMs = limit.windowSeconds * 1000;
      taken = taken.filter((at) => at > now.getTime() - windowMs);
      const [oldest] = taken;
      if (oldest !== undefined && taken.length >= limit.requests) {
        const seconds = Math.max(1, Math.ceil((oldest + windowMs - now.getTime()) / 1000));
        throw new NinjaError(429, 'FAILURE', 'HTTP 429 Too Many Requests', { 'retry-after': String(seconds) });
      }
      taken.push(now.getTime());
    },
    set(next) {
      limit = next;
      taken = [];
    },
  };
}
