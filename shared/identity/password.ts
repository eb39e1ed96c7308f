import { z } from 'zod';
import { COMMON_PASSWORDS } from './common-passwords.ts';

const SHORTEST = 12;
const LONGEST = 256;
/** What must be left of a password once words that attackers try first are taken out. */
const LEAST_REST = 8;
const LEAST_DISTINCT = 5;
const SHORTEST_CONTEXT = 4;

/** Signs that stand for letters; `i`, `l` and what looks like them become one. */
const LOOK_ALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '!': 'l',
  '|': 'l',
  i: 'l',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
};

/** The bytes that are hashed: one form for letters that keyboards compose differently, nothing else changed. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/** A password as somebody gives it to be compared: any text. */
export const GivenPassword = z.string('Enter your password.').min(1, 'Enter your password.').max(1_000);

/** A password that somebody chooses. `passwordProblem` judges it with what is known about the person. */
export const NewPassword = z.string('Choose a password.').superRefine((password, context) => {
  const problem = passwordProblem(password);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

const folded = (text: string) => text.replaceAll(/[01!|i34@5$7]/g, (sign) => LOOK_ALIKES[sign] ?? sign);

/** What is left of a text without these words, spelled plainly or with look-alike signs. */
function without(text: string, words: readonly string[]): string {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '');
  rest = folded(rest);
  for (const word of words) rest = rest.replaceAll(folded(word), '');
  return rest;
}

/** Words that describe the person or the place: parts of email address, name and company name. */
export function contextWords(...facts: string[]): string[] {
  const words = facts.flatMap((fact) => fact.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words)].filter((word) => word.length >= SHORTEST_CONTEXT).sort((a, b) => b.length - a.length);
}

/**
 * What is wrong with a chosen password, as a sentence, or undefined. Length and guessability decide; no rule asks for
 * digits or signs.
 *
 * @param context words of `contextWords`, which an attacker would try first
 */
export function passwordProblem(password: string, context: readonly string[] = []): string | undefined {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < SHORTEST) return `Use at least ${SHORTEST} characters. A few unrelated words make a good password.`;
  if (length > LONGEST) return `Use at most ${LONGEST} characters.`;
  const lower = normal.toLowerCase();
  if (new Set(lower).size < LEAST_DISTINCT || /^(.{1,5})\1+.{0,4}$/u.test(lower)) {
    return 'This password repeats itself. Use a few unrelated words.';
  }
  const rest = without(lower, COMMON_PASSWORDS);
  if (rest.length < lower.length && rest.length < LEAST_REST) {
    return 'Attackers try this password among the first. Use a few unrelated words.';
  }
  const own = without(lower, context);
  if (own.length < lower.length && own.length < LEAST_REST) {
    return 'This password is made of your name, email address or company. Use a few unrelated words.';
  }
  return undefined;
}
