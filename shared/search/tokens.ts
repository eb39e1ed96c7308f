/**
 * How records are found by words. A record is written under at most eight tokens; a token is found by any beginning of it
 * that has two characters or more. Rows of an MSP whose token begins with the same two characters share a partition:
 * so every query, the shortest too, is answered by one partition, and reads no more of it than begins as it does.
 *
 * Case and accents do not count. A text is cut at whatever is neither letter nor digit; beside its pieces, what was written
 * without a space stands as a whole (`LT-042` as `lt`, `042` and `lt042`). An address is a whole with its signs, and of its
 * pieces only those before the `@` count. No token can hold `#`, which parts the keys.
 */

/** What a record is found by: its name, what tells it from others of that name, and words beside. */
export interface Texts {
  label: string;
  /** Serial number, mail address, day. */
  hint?: string | undefined;
  /** Found by, but not shown. */
  also?: string | undefined;
}

export const MOST_TOKENS = 8;
/** Characters of a token; longer ones are found by these. */
const LONGEST = 48;
const SHORTEST = 2;
/** Characters that name the partition of a token. */
const START = 2;

const characters = (text: string) => [...text];
const cut = (word: string) => characters(word).slice(0, LONGEST).join('');
const isToken = (word: string) => characters(word).length >= SHORTEST;
/** Words as they can be tokens, each once. */
export const distinct = (words: readonly string[]) => [...new Set(words.map(cut).filter(isToken))];

function folded(text: string): string {
  return text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** What stands between spaces. */
export const chunks = (text = '') => folded(text).split(/\s+/u);
export const isAddress = (chunk: string) => chunk.indexOf('@') > 0;
export const piecesOf = (chunk: string): string[] => chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
/** With no other signs than an address has. */
export const asAddress = (chunk: string) => chunk.replaceAll(/[^\p{L}\p{N}@._+-]/gu, '');
export const whole = (chunk: string) => (isAddress(chunk) ? asAddress(chunk) : piecesOf(chunk).join(''));

const wholes = (text?: string) => chunks(text).map(whole);
const parts = (text?: string) => chunks(text).flatMap((chunk) => piecesOf(chunk.replace(/(.)@.*/u, '$1')));

/**
 * Every word of a record, the ones that tell most first. Makers of virtual machines give serial numbers of many pieces, with
 * spaces between them or hyphens: those stand as one ahead, and piece by piece only behind the name, which must have room.
 */
export function wordsOf({ label, hint, also }: Texts): string[] {
  return distinct([
    wholes(hint).join(''),
    ...parts(label),
    ...parts(also),
    ...wholes(label),
    ...wholes(hint),
    ...parts(hint),
    ...wholes(also),
  ]);
}

/** The tokens under which a record is found, most important first. */
export function tokensOf(texts: Texts): string[] {
  return wordsOf(texts).slice(0, MOST_TOKENS);
}

/** The partition of a token, and of a word that is looked up. */
export function startOf(word: string): string {
  return characters(word).slice(0, START).join('');
}
