export const DAY_MS = 86_400_000;
export const YEAR_DAYS = 365.25;

/** The instant `days` before `now` (fractions allowed, negative for the future), to the second. */
export function daysBefore(now: Date, days: number): string {
  return `${new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 19)}.000Z`;
}

/** NinjaOne's wire format: seconds since 1970 as a float. Source: NinjaOne Public API 2.0, `number:double` fields. */
export function epochSeconds(instant: string): number {
  return Date.parse(instant) / 1000;
}
