export const DAY_MS = 86_400_000;

/** Graph's wire format for instants: UTC, whole seconds. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The instant `days` before `now` (fractions allowed, negative for the future). */
export function daysBefore(now: Date, days: number): string {
  return instant(new Date(now.getTime() - days * DAY_MS));
}

/** Number of the UTC day since 1970-01-01. */
export function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / DAY_MS);
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
