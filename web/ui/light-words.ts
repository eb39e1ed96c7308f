import type { ZodSafeParseResult } from 'zod';

/** What a light form holds: texts by the name of their field. */
export type Texts = Record<string, string>;

/** What is wrong, by field; `root` stands on top of the form. `server` stays until its field changes. */
export type Words = Record<string, { type: 'schema' | 'server'; message: string }>;

/** One sentence for each field that a schema refuses: the first, because the later ones follow from it. */
export function firstWords(result: ZodSafeParseResult<unknown>): Words {
  const issues = (result.error?.issues ?? []).map(({ path, message }) => [path.join('.') || 'root', message] as const);
  return Object.fromEntries(issues.reverse().map(([name, message]) => [name, { type: 'schema', message }]));
}

/**
 * What is shown after a check: what the schema says about fields that were left, and what the server said about fields
 * that were not `changed` since.
 */
export function wordsLeft(before: Words, found: Words, left: ReadonlySet<string>, changed: string): Words {
  const of = (words: Words, keep: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(words).filter(([name]) => keep(name)));
  const told = of(before, (name) => name === 'root' || (before[name]?.type === 'server' && name !== changed));
  return { ...told, ...of(found, (name) => left.has(name)) };
}
