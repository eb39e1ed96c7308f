/** Somebody who can be named. */
export interface Namable {
  userId: string;
  name: string;
}

/** A name that is being written: where its `@` stands, and what follows up to the caret. */
export interface Writing {
  from: number;
  query: string;
}

const LONGEST = 40;
const folded = (text: string) => text.toLocaleLowerCase();

/** The name at the caret, when an `@` begins a word shortly before it. */
export function writingAt(text: string, caret: number): Writing | undefined {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || caret - from > LONGEST) return undefined;
  if (from > 0 && !/\s|\(/.test(text[from - 1] ?? '')) return undefined;
  const query = text.slice(from + 1, caret);
  return /\n/.test(query) ? undefined : { from, query };
}

/** People one of whose names begins like this, in the order given. */
export function matching<P extends Namable>(people: readonly P[], query: string): P[] {
  const wanted = folded(query);
  return people.filter(({ name }) => {
    const whole = folded(name);
    return whole.startsWith(wanted) || whole.split(' ').some((word) => word.startsWith(wanted));
  });
}

/** The text with a whole name in place of what was written of it, and where the caret goes. */
export function withName(text: string, { from, query }: Writing, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(from + 1 + query.length).replace(/^ /, ''), caret: before.length };
}

/** A piece of a comment: plain, or the name of somebody in it. */
export interface Piece {
  text: string;
  userId?: string;
}

/** A comment in pieces. Of two names that begin alike the longer one is meant. */
export function piecesOf(text: string, people: readonly Namable[]): Piece[] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const person =
      text[at] === '@' && (at === 0 || /[\s(]/.test(text[at - 1] ?? ''))
        ? longestFirst.find(
            ({ name }) => text.startsWith(name, at + 1) && !/\p{L}/u.test(text[at + 1 + name.length] ?? ''),
          )
        : undefined;
    if (!person) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) pieces.push({ text: plain });
    plain = '';
    pieces.push({ text: `@${person.name}`, userId: person.userId });
    at += 1 + person.name.length;
  }
  return plain ? [...pieces, { text: plain }] : pieces;
}

/** Who is named in a text, each once. */
export function namedIn(text: string, people: readonly Namable[]): string[] {
  return [...new Set(piecesOf(text, people).flatMap(({ userId }) => userId ?? []))];
}
