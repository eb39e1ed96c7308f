import { z } from 'zod';

/** A required single line: trimmed, not empty, at most `max` characters. `label` begins the sentence of the error. */
export function line(label: string, max = 120) {
  return z
    .string(`Enter ${label}.`)
    .trim()
    .min(1, `Enter ${label}.`)
    .max(max, `Use at most ${max} characters for ${label}.`);
}

/** Optional free text of several lines, at most `max` characters; an empty one is kept as ''. */
export function prose(label: string, max = 4_000) {
  return z.string(`Enter ${label} as text.`).trim().max(max, `Use at most ${max} characters for ${label}.`);
}

/** An email address, trimmed and lower-cased, so that one person is one person. */
export const Email = z
  .string('Enter an email address.')
  .trim()
  .toLowerCase()
  .max(254, 'This email address is too long.')
  .pipe(z.email('Enter an email address such as name@company.com.'));

/**
 * The form of a name under which lists sort and names are compared: case, accents and punctuation do not count.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
}
