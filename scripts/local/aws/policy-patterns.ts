/** A policy the evaluator cannot read or that AWS would not accept. Always a mistake in the policy, never in a request. */
export class PolicyError extends Error {
  override name = 'PolicyError';
}

/** The value of a context key, or undefined when the request does not carry it. Key names are case-blind. */
export type ContextOf = (key: string) => string[] | undefined;

const VARIABLE = /\$\{([^}]*)\}/g;
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const globbed = (text: string): string => escaped(text).replaceAll('\\*', '.*').replaceAll('\\?', '.');

/** The one value behind a policy variable: `${aws:PrincipalTag/x}`, `${key, 'default'}`, or an escape such as `${*}`. */
function variable(expression: string, contextOf: ContextOf): string | undefined {
  if (expression === '*' || expression === '?' || expression === '$') return expression;
  const [, key = '', fallback] = /^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(expression) ?? [];
  if (key === '') throw new PolicyError(`Policy variable \${${expression}} is not readable.`);
  const values = contextOf(key);
  return values?.length === 1 ? values[0] : fallback;
}

/**
 * The text with policy variables replaced, each part through `part`; undefined when a variable has no single value, in
 * which case the statement must not match (AWS IAM User Guide, "Variables and tags").
 */
function substituted(
  text: string,
  contextOf: ContextOf,
  part: (literal: string) => string,
  value: (v: string) => string,
) {
  let result = '';
  let end = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const replacement = variable(found[1] ?? '', contextOf);
    if (replacement === undefined) return undefined;
    result += part(text.slice(end, found.index)) + value(replacement);
    end = found.index + found[0].length;
  }
  return result + part(text.slice(end));
}

const same = (text: string): string => text;

/** The policy's own text, variables replaced, without wildcards. */
export const literalOf = (text: string, contextOf: ContextOf): string | undefined =>
  text.includes('${') ? substituted(text, contextOf, same, same) : text;

const compiled = new Map<string, RegExp>();

/** The pattern's own text as a regular expression; the few patterns of a deployment are asked thousands of times. */
function regexOf(pattern: string, blind: boolean): RegExp {
  const key = `${blind}/${pattern}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size > 5000) compiled.clear();
  const made = new RegExp(`^${globbed(pattern)}$`, blind ? 'is' : 's');
  compiled.set(key, made);
  return made;
}

/** Whether the value fits a pattern with `*` and `?`. Wildcards inside the values of variables are plain characters. */
export function globMatches(pattern: string, value: string, contextOf: ContextOf, blind = false): boolean {
  if (pattern === '*') return true;
  if (!pattern.includes('${')) return pattern === value || regexOf(pattern, blind).test(value);
  const source = substituted(pattern, contextOf, globbed, escaped);
  return source !== undefined && new RegExp(`^${source}$`, blind ? 'is' : 's').test(value);
}

const segments = (arn: string): string[] => {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
};

/**
 * Whether an ARN fits a pattern: each of the six parts by itself, so that `*` never runs over a colon into the next
 * part; parts missing at the end count as `*` (AWS IAM User Guide, "Resource" and "ARN condition operators").
 */
export function arnMatches(pattern: string, arn: string, contextOf: ContextOf): boolean {
  if (pattern === '*') return true;
  const resolved = substituted(pattern, contextOf, same, (value) => value.replace(/[*?$]/g, (c) => `\${${c}}`));
  if (resolved === undefined || !resolved.startsWith('arn:') || !arn.startsWith('arn:')) return false;
  const actual = segments(arn);
  const wanted = segments(resolved);
  return actual.every((part, i) => globMatches(wanted[i] ?? '*', part, contextOf));
}
