/** A pattern no event could be judged by. */
export class PatternError extends Error {
  override name = 'PatternError';
}

type Leaf = string | number | boolean | null;
/** Judges the values found at one path: empty when the event has nothing there. */
type Test = (values: Leaf[]) => boolean;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The plain values at a place of an event: a list counts by its elements, objects are not values. */
export function leavesOf(value: unknown): Leaf[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return value === undefined || isObject(value) ? [] : [value as Leaf];
}

const some =
  (fits: (value: Leaf) => boolean): Test =>
  (values) =>
    values.some(fits);
const onText = (fits: (value: string) => boolean) => (value: Leaf) => typeof value === 'string' && fits(value);

function text(operand: unknown, operator: string): string {
  if (typeof operand !== 'string') throw new PatternError(`"${operator}" needs a text.`);
  return operand;
}

/** The text, or `{ "equals-ignore-case": text }`, which prefix and suffix accept too. */
function textFilter(operand: unknown, operator: string, fits: (value: string, wanted: string) => boolean) {
  if (!isObject(operand)) {
    const wanted = text(operand, operator);
    return onText((value) => fits(value, wanted));
  }
  const wanted = text(operand['equals-ignore-case'], `${operator}: equals-ignore-case`).toLowerCase();
  return onText((value) => fits(value.toLowerCase(), wanted));
}

function wildcard(operand: unknown): (value: Leaf) => boolean {
  const parts = text(operand, 'wildcard').match(/\\[\\*]|\*|[^\\*]+|\\/g) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '.*';
    return (/^\\[\\*]$/.test(part) ? part.slice(1) : part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  const regex = new RegExp(`^${source.join('')}$`, 's');
  return onText((value) => regex.test(value));
}

const COMPARISONS = new Map<unknown, (value: number, limit: number) => boolean>([
  ['=', (value, limit) => value === limit],
  ['<', (value, limit) => value < limit],
  ['<=', (value, limit) => value <= limit],
  ['>', (value, limit) => value > limit],
  ['>=', (value, limit) => value >= limit],
]);

function numeric(operand: unknown): (value: Leaf) => boolean {
  if (!Array.isArray(operand) || operand.length === 0 || operand.length % 2 !== 0) {
    throw new PatternError('"numeric" needs pairs of comparison and number.');
  }
  const bounds = Array.from({ length: operand.length / 2 }, (_, i) => {
    const compare = COMPARISONS.get(operand[2 * i]);
    const limit: unknown = operand[2 * i + 1];
    if (!compare || typeof limit !== 'number') {
      throw new PatternError(`"numeric" does not know ${JSON.stringify(operand)}.`);
    }
    return (value: number) => compare(value, limit);
  });
  return (value) => typeof value === 'number' && bounds.every((holds) => holds(value));
}

const FILTERS = new Map<string, (operand: unknown) => (value: Leaf) => boolean>([
  ['prefix', (operand) => textFilter(operand, 'prefix', (value, wanted) => value.startsWith(wanted))],
  ['suffix', (operand) => textFilter(operand, 'suffix', (value, wanted) => value.endsWith(wanted))],
  [
    'equals-ignore-case',
    (operand) => {
      const wanted = text(operand, 'equals-ignore-case').toLowerCase();
      return onText((value) => value.toLowerCase() === wanted);
    },
  ],
  ['wildcard', wildcard],
  ['numeric', numeric],
]);

/** `anything-but` a value, values, or what one of the text filters (over one text or several) matches. */
function anythingBut(operand: unknown): Test {
  if (!isObject(operand)) {
    const unwanted = leavesOf(operand);
    if (unwanted.length === 0) throw new PatternError('"anything-but" needs a value.');
    return some((value) => !unwanted.includes(value));
  }
  const [[name, inner] = ['', undefined], ...others] = Object.entries(operand);
  const filter = name === 'numeric' ? undefined : FILTERS.get(name);
  if (!filter || others.length > 0) throw new PatternError(`"anything-but" does not know ${JSON.stringify(operand)}.`);
  const unwanted = [inner].flat().map((one) => filter(one));
  return some((value) => !unwanted.some((matches) => matches(value)));
}

/** The test behind one entry of a pattern's list: a value, or an object with exactly one filter. */
export function testOf(filter: unknown): Test {
  if (!isObject(filter)) return some((value) => value === filter);
  const [[name, operand] = ['', undefined], ...others] = Object.entries(filter);
  if (others.length > 0) throw new PatternError(`One filter at a time: ${JSON.stringify(filter)}.`);
  if (name === 'exists') {
    if (typeof operand !== 'boolean') throw new PatternError('"exists" needs true or false.');
    return (values) => values.length > 0 === operand;
  }
  if (name === 'anything-but') return anythingBut(operand);
  const make = FILTERS.get(name);
  if (!make) throw new PatternError(`"${name}" is not a filter the local cloud knows.`);
  return some(make(operand));
}
