import { isObject, leavesOf, PatternError, testOf } from './content-filters.ts';

type Node = (event: unknown) => boolean;

/** A pattern inside a list of objects matches when it matches one of them as a whole. */
const onNode =
  (node: Node): Node =>
  (event) =>
    Array.isArray(event) ? event.some(node) : node(event);

function compile(pattern: unknown, path: string): Node {
  if (!isObject(pattern)) throw new PatternError(`${path || 'The pattern'} must be a list of values or an object.`);
  const nodes = Object.entries(pattern).map(([key, inner]): Node => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key === '$or') {
      if (!Array.isArray(inner) || inner.length < 2) throw new PatternError(`${at} needs two patterns or more.`);
      const choices = inner.map((choice) => compile(choice, path));
      return (event) => choices.some((choice) => choice(event));
    }
    if (Array.isArray(inner)) {
      if (inner.length === 0) throw new PatternError(`${at} has no value to match.`);
      const tests = inner.map(testOf);
      return (event) => {
        const values = isObject(event) ? leavesOf(event[key]) : [];
        return tests.some((test) => test(values));
      };
    }
    const below = onNode(compile(inner, at));
    return (event) => below(isObject(event) ? event[key] : undefined);
  });
  return (event) => nodes.every((node) => node(event));
}

const compiled = new WeakMap<object, Node>();

/**
 * Whether an event matches an EventBridge pattern (Amazon EventBridge User Guide, "Content-based filtering"): exact
 * values, prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric, exists and $or. `exists` speaks of values:
 * an object counts as nothing. Throws `PatternError` on anything else, whatever the event holds.
 */
export function matches(pattern: object, event: object): boolean {
  const known = compiled.get(pattern);
  if (known) return known(event);
  const node = compile(pattern, '');
  compiled.set(pattern, node);
  return node(event);
}

const parsed = new WeakMap<object, object[]>();

function patternsOf(criteria: { Filters?: { Pattern?: string }[] }): object[] {
  const known = parsed.get(criteria);
  if (known) return known;
  const patterns = (criteria.Filters ?? []).map(({ Pattern }): object => {
    try {
      return JSON.parse(Pattern ?? '');
    } catch (error) {
      throw new PatternError(`FilterCriteria: ${Pattern} is not valid JSON.`, { cause: error });
    }
  });
  parsed.set(criteria, patterns);
  return patterns;
}

/**
 * Whether a record passes the `FilterCriteria` of an event source mapping: one of its patterns matches, or it has none
 * (AWS Lambda Developer Guide, "Control which events Lambda sends to your function").
 */
export function passesFilter(criteria: { Filters?: { Pattern?: string }[] } | undefined, record: object): boolean {
  const patterns = criteria ? patternsOf(criteria) : [];
  return patterns.length === 0 || patterns.some((pattern) => matches(pattern, record));
}
