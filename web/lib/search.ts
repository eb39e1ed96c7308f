/** Search parameters of a list page as the URL holds them; parsers are by hand so that no schema library is loaded first. */
type Raw = Record<string, unknown>;

/** A text parameter, or undefined when it is absent or empty. */
export function textParam(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A parameter that is one of a few words, or undefined. */
export function wordParam<Word extends string>(raw: Raw, name: string, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === raw[name]);
}

/** A parameter that is true when present. */
export function flagParam(raw: Raw, name: string): true | undefined {
  return raw[name] === true || raw[name] === 'true' ? true : undefined;
}

/** Several words of a known set, as the address writes them: `lane=security,devices`. */
export function wordsParam<Word extends string>(raw: Raw, name: string, words: readonly Word[]): Word[] | undefined {
  const given = textParam(raw, name)?.split(',') ?? [];
  const known = words.filter((word) => given.includes(word));
  return known.length > 0 ? known : undefined;
}
