const SECOND = 1_000;
/** First and longest wait when the vendor does not say how long. */
const FIRST_MS = SECOND;
const LONGEST_MS = 60 * SECOND;
/** A vendor that asks for more is taken at its word only up to here; the next scheduled run goes on. */
const LONGEST_ASKED_MS = 60 * 60 * SECOND;
/** At most this share on top of what the vendor asks, so that callers do not all come back at once. */
const JITTER = 0.1;

/** Milliseconds of a `Retry-After` value: seconds or an HTTP date (RFC 9110, 10.2.3). Undefined when it is neither. */
export function retryAfterMs(header: string | null | undefined, now: Date): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * SECOND;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

/**
 * When a refused call may be tried again. What the vendor asks is a floor, never undercut, with jitter on top; without it
 * the wait doubles from one second to a minute, with full jitter over its upper half.
 *
 * @param tries refusals in a row before this one
 * @param random a number in [0, 1)
 */
export function retryAt(now: Date, header: string | null | undefined, tries: number, random: number): Date {
  const asked = retryAfterMs(header, now);
  if (asked !== undefined) {
    const floor = Math.min(asked, LONGEST_ASKED_MS);
    return new Date(now.getTime() + Math.ceil(floor + floor * JITTER * random));
  }
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 10));
  return new Date(now.getTime() + Math.ceil(ceiling / 2 + (ceiling / 2) * random));
}
