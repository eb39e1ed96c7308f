/**
 * Instants and calendar days as rows hold them: as numbers, which take a third of the room of their text. What does not
 * come back letter by letter stays a text.
 */

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Digits of a day: every number above them is an instant. */
const DAY_DIGITS = 8;
const AFTER_DAYS = 10 ** DAY_DIGITS;

/** An instant as milliseconds since 1970, `2026-11-23` as 20261123, and any other value as it is. */
export function brief(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (DAY.test(value)) return Number(value.replaceAll('-', ''));
  if (!INSTANT.test(value)) return value;
  const at = Date.parse(value);
  // The 30th of February is read as the 2nd of March, and the morning of 1970 has as few digits as a day.
  return at >= AFTER_DAYS && new Date(at).toISOString() === value ? at : value;
}

/** The text that `brief` made a number of. */
export function spelledOut(time: number): string {
  if (time >= AFTER_DAYS) return new Date(time).toISOString();
  return String(time)
    .padStart(DAY_DIGITS, '0')
    .replace(/(....)(..)(..)/, '$1-$2-$3');
}
