import { asAddress, chunks, distinct, isAddress, piecesOf, type Texts, whole, wordsOf } from './tokens.ts';

/** What somebody typed up to the next space. */
export interface Asked {
  /** `lt` and `042` of `LT-042`; none when all are single characters. An address is one piece. */
  pieces: string[];
  /** All of it as one word, when it has several pieces: `lt042`; of `j.smith` also itself, as addresses begin. */
  forms: string[];
}

/** Words to look up: of each list first what fewest records are likely to have. */
export interface LookUps {
  /** They have few rows, of the very name that was typed first; `HQ-LT-042` is not among those of `lt042`. */
  forms: string[];
  /** Each has a row of every record that has all pieces, unless that has more words than rows: one read to its end is enough. */
  pieces: string[];
}

/** Words of a query that count. */
const MOST_WORDS = 8;

const lengthOf = (word: string) => [...word].length;
const longestFirst = (words: readonly string[]) => words.toSorted((a, b) => lengthOf(b) - lengthOf(a));

/** In a name of several pieces few share `4f7k2q1` or `012`; `desktop` may be in all. Among words a number is just a year. */
const isNumbered = (piece: string) => /\p{N}/u.test(piece);

function askedBy(chunk: string): Asked {
  if (isAddress(chunk)) return { pieces: distinct([whole(chunk)]), forms: [] };
  const all = piecesOf(chunk);
  const mayBeAddress = /[._+]/u.test(chunk);
  const forms = all.length < 2 ? [] : [whole(chunk), ...(mayBeAddress ? [asAddress(chunk)] : [])];
  return { pieces: distinct(all), forms: distinct(forms) };
}

/** What a query asks for; empty when nothing in it could be found. */
export function asked(query: string): Asked[] {
  return chunks(query)
    .map(askedBy)
    .filter(({ pieces, forms }) => pieces.length + forms.length > 0)
    .slice(0, MOST_WORDS);
}

/** True when each of what is asked begins a word of the record: all its pieces do, or it does as a whole. */
export function hasAll(texts: Texts, query: readonly Asked[]): boolean {
  const own = wordsOf(texts);
  const begins = (word: string) => own.some((one) => one.startsWith(word));
  return query.every(({ pieces, forms }) => (pieces.length > 0 && pieces.every(begins)) || forms.some(begins));
}

/** The words of a query by which its records are looked up. Of forms those of the longest name are enough. */
export function lookUps(query: readonly Asked[]): LookUps {
  const named = query.toSorted((a, b) => lengthOf(b.forms[0] ?? '') - lengthOf(a.forms[0] ?? ''))[0];
  const numbered = query.flatMap(({ pieces, forms }) => (forms.length > 0 ? pieces.filter(isNumbered) : []));
  const all = query.flatMap(({ pieces }) => pieces);
  const pieces = [...new Set([...longestFirst(numbered), ...longestFirst(all)])];
  return { forms: named?.forms ?? [], pieces: pieces.slice(0, MOST_WORDS) };
}
