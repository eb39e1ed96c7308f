import { GraphError } from '../graph-error.ts';
import type { Effect, RetryAfter } from './faults.ts';

function retryAfterHeader(retryAfter: RetryAfter, now: Date): Record<string, string> {
  if (retryAfter.form === 'none') return {};
  const at = new Date(now.getTime() + retryAfter.seconds * 1000);
  return { 'retry-after': retryAfter.form === 'seconds' ? String(retryAfter.seconds) : at.toUTCString() };
}

/** The forced error among the effects, if there is one. A throttle without its own wait tells the time that is left. */
export function forcedRefusal(effects: readonly Effect[], now: Date): GraphError | undefined {
  for (const effect of effects) {
    if (effect.kind === 'status') {
      return new GraphError(effect.status, effect.code, effect.message, retryAfterHeader(effect.retryAfter, now));
    }
    if (effect.kind === 'throttle') {
      const left = Math.max(1, Math.ceil((effect.until - now.getTime()) / 1000));
      const headers = retryAfterHeader(effect.retryAfter ?? { form: 'seconds', seconds: left }, now);
      return new GraphError(429, 'TooManyRequests', 'Too many requests. Please retry again later.', headers);
    }
  }
  return undefined;
}
