import type { Effect, RetryAfter } from './faults.ts';

/** An error that a switch asks for, in the vendor's words. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  headers: Record<string, string>;
}

function retryAfterHeader(retryAfter: RetryAfter, now: Date): Record<string, string> {
  if (retryAfter.form === 'none') return {};
  const at = new Date(now.getTime() + retryAfter.seconds * 1000);
  return { 'retry-after': retryAfter.form === 'seconds' ? String(retryAfter.seconds) : at.toUTCString() };
}

/** The forced error among the effects, if there is one. A throttle without its own wait tells the time that is left. */
export function forcedRefusal(effects: readonly Effect[], now: Date): Refusal | undefined {
  for (const effect of effects) {
    if (effect.kind !== 'status' && effect.kind !== 'throttle') continue;
    const { code, message } = effect;
    if (effect.kind === 'status') {
      return { status: effect.status, code, message, headers: retryAfterHeader(effect.retryAfter, now) };
    }
    const left = Math.max(1, Math.ceil((effect.until - now.getTime()) / 1000));
    const headers = retryAfterHeader(effect.retryAfter ?? { form: 'seconds', seconds: left }, now);
    return { status: 429, code, message, headers };
  }
  return undefined;
}
