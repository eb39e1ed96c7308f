import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, passesFilter } from './event-pattern.ts';

const at = (filters: unknown, value?: unknown): boolean =>
  matches({ detail: { it: [filters].flat() } }, { detail: value === undefined ? {} : { it: value } });

describe('one value', () => {
  it.each([
    ['open', 'open', true],
    ['open', 'Open', false],
    [['open', 'done'], 'done', true],
    ['', '', true],
    [5, 5, true],
    [5, '5', false],
    [true, true, true],
    [null, null, true],
    [null, 'null', false],
    [{ prefix: 't#m1#' }, 't#m1#ob#0', true],
    [{ prefix: 't#m1#' }, 't#m10#ob#0', false],
    [{ prefix: { 'equals-ignore-case': 'AB' } }, 'abc', true],
    [{ suffix: '.png' }, 'logo.png', true],
    [{ suffix: '.png' }, 'logo.PNG', false],
    [{ suffix: { 'equals-ignore-case': '.png' } }, 'logo.PNG', true],
    [{ 'equals-ignore-case': 'Open' }, 'oPEN', true],
    [{ 'equals-ignore-case': 'Open' }, 'opened', false],
    [{ wildcard: 'a*c' }, 'abbc', true],
    [{ wildcard: 'a*c' }, 'abcd', false],
    [{ wildcard: 'a.c*' }, 'abc', false],
    [{ wildcard: 'a\\*c' }, 'a*c', true],
    [{ wildcard: 'a\\*c' }, 'abc', false],
    [{ wildcard: 'a\\\\*' }, 'a\\b', true],
    [{ 'anything-but': 'open' }, 'done', true],
    [{ 'anything-but': 'open' }, 'open', false],
    [{ 'anything-but': ['open', 'done'] }, 'done', false],
    [{ 'anything-but': [1, 2] }, 3, true],
    [{ 'anything-but': { prefix: 'op' } }, 'open', false],
    [{ 'anything-but': { prefix: ['op', 'do'] } }, 'done', false],
    [{ 'anything-but': { suffix: 'ne' } }, 'open', true],
    [{ 'anything-but': { 'equals-ignore-case': ['OPEN'] } }, 'open', false],
    [{ 'anything-but': { wildcard: '*/lib/*' } }, 'a/lib/b', false],
    [{ numeric: ['=', 5] }, 5.0, true],
    [{ numeric: ['>', 0, '<=', 5] }, 5, true],
    [{ numeric: ['>', 0, '<=', 5] }, 0, false],
    [{ numeric: ['<', 5] }, '4', false],
    [{ numeric: ['>=', 5] }, 4.99, false],
    [{ exists: true }, 'x', true],
    [{ exists: true }, null, true],
    [{ exists: false }, 'x', false],
    [{ exists: true }, { inner: 1 }, false],
    [{ exists: true }, [], false],
    [[{ prefix: 'a' }, { suffix: 'z' }, 'm'], 'oz', true],
    [[{ prefix: 'a' }, { suffix: 'z' }, 'm'], 'm', true],
    [[{ prefix: 'a' }, { suffix: 'z' }, 'm'], 'o', false],
  ])('%j against %j is %j', (filters, value, expected) => {
    expect(at(filters, value)).toBe(expected);
  });

  it.each([
    ['open', false],
    [null, false],
    [{ 'anything-but': 'open' }, false],
    [{ exists: true }, false],
    [{ exists: false }, true],
    [['open', { exists: false }], true],
  ])('%j against nothing is %j', (filters, expected) => {
    expect(at(filters)).toBe(expected);
    expect(matches({ detail: { it: [filters].flat() } }, {})).toBe(expected);
  });

  it('one element of a list is enough', () => {
    expect(at('b', ['a', 'b'])).toBe(true);
    expect(at({ 'anything-but': 'a' }, ['a', 'b'])).toBe(true);
    expect(at({ 'anything-but': 'a' }, ['a'])).toBe(false);
    expect(at({ exists: true }, ['a'])).toBe(true);
  });
});

describe('whole patterns', () => {
  const event = {
    source: 'fairlead.planner',
    'detail-type': 'planner.item.changed',
    detail: {
      mspId: 'm1',
      fields: ['status', 'order'],
      links: [
        { kind: 'goal', weight: 1 },
        { kind: 'meeting', weight: 5 },
      ],
    },
  };
  it.each([
    [{}, true],
    [{ source: ['fairlead.planner'], 'detail-type': ['planner.item.changed'] }, true],
    [{ source: ['fairlead.planner'], 'detail-type': ['planner.item.created'] }, false],
    [{ 'detail-type': [{ prefix: 'planner.' }], detail: { fields: ['order'] } }, true],
    [{ detail: { fields: ['owner'] } }, false],
    [{ detail: { links: { kind: ['meeting'], weight: [5] } } }, true],
    [{ detail: { links: { kind: ['goal'], weight: [5] } } }, false],
    [{ detail: { none: { deeper: [{ exists: false }] } } }, true],
    [{ source: { deeper: ['x'] } }, false],
    [{ $or: [{ source: ['x'] }, { detail: { mspId: ['m1'] } }] }, true],
    [{ $or: [{ source: ['x'] }, { detail: { mspId: ['m2'] } }] }, false],
    [{ detail: { mspId: ['m1'], $or: [{ fields: ['owner'] }, { links: { kind: ['goal'] } }] } }, true],
    [{ source: ['x'], $or: [{ detail: { mspId: ['m1'] } }, { source: ['x'] }] }, false],
  ])('%j is %j', (pattern, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it.each([
    [{ it: [{ cidr: '10.0.0.0/8' }] }, '"cidr" is not a filter'],
    [{ it: [{ toString: 1 }] }, '"toString" is not a filter'],
    [{ it: [{}] }, '"" is not a filter'],
    [{ it: [{ prefix: 'a', suffix: 'b' }] }, 'One filter at a time'],
    [{ it: [{ prefix: 5 }] }, '"prefix" needs a text'],
    [{ it: [{ suffix: { prefix: 'a' } }] }, 'needs a text'],
    [{ it: [{ exists: 'yes' }] }, '"exists" needs true or false'],
    [{ it: [{ 'anything-but': { numeric: ['>', 1] } }] }, '"anything-but" does not know'],
    [{ it: [{ 'anything-but': { prefix: 'a', suffix: 'b' } }] }, '"anything-but" does not know'],
    [{ it: [{ 'anything-but': [] }] }, '"anything-but" needs a value'],
    [{ it: [{ numeric: ['>'] }] }, 'pairs of comparison and number'],
    [{ it: [{ numeric: ['!=', 5] }] }, '"numeric" does not know'],
    [{ it: [{ numeric: ['>', '5'] }] }, '"numeric" does not know'],
    [{ it: [] }, 'it has no value to match'],
    [{ it: { deeper: 'text' } }, 'it.deeper must be a list of values or an object'],
    [{ $or: [{ a: ['b'] }] }, '$or needs two patterns or more'],
    [{ $or: ['a', 'b'] }, 'must be a list of values or an object'],
  ])('%j is refused whatever the event holds', (pattern, message) => {
    expect(() => matches(pattern, {})).toThrow(message);
  });
});

describe('rules that hold for all values', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  it('a value matches itself, and anything but itself is everything else', () => {
    fc.assert(
      fc.property(leaf, leaf, (wanted, value) => {
        expect(at([wanted], value)).toBe(wanted === value);
        expect(at({ 'anything-but': wanted }, value)).toBe(wanted !== value);
      }),
    );
  });

  it('prefix, suffix and wildcard agree with one another', () => {
    const word = fc.stringMatching(/^[ab.*\\]{0,6}$/);
    fc.assert(
      fc.property(word, word, (part, value) => {
        const literal = part.replace(/[\\*]/g, '\\$&');
        expect(at({ prefix: part }, value)).toBe(value.startsWith(part));
        expect(at({ suffix: part }, value)).toBe(value.endsWith(part));
        expect(at({ wildcard: `${literal}*` }, value)).toBe(value.startsWith(part));
        expect(at({ wildcard: `*${literal}` }, value)).toBe(value.endsWith(part));
        expect(at({ 'anything-but': { prefix: part } }, value)).toBe(!value.startsWith(part));
      }),
    );
  });

  it('$or is the same as either pattern', () => {
    fc.assert(
      fc.property(leaf, leaf, leaf, (one, other, value) => {
        const pattern = { $or: [{ it: [one] }, { it: [other] }] };
        expect(matches(pattern, { it: value })).toBe(
          matches({ it: [one] }, { it: value }) || matches({ it: [other] }, { it: value }),
        );
      }),
    );
  });
});

describe('filter criteria of an event source mapping', () => {
  const outbox = {
    Filters: [
      {
        Pattern: JSON.stringify({
          eventName: ['INSERT'],
          dynamodb: { Keys: { pk: { S: [{ wildcard: 't#*#ob#*' }] } } },
        }),
      },
      { Pattern: JSON.stringify({ eventName: ['REPLAY'] }) },
    ],
  };
  const record = (eventName: string, pk: string) => ({ eventName, dynamodb: { Keys: { pk: { S: pk } } } });
  it('select outbox inserts and nothing else', () => {
    expect(passesFilter(outbox, record('INSERT', 't#m1#ob#0'))).toBe(true);
    expect(passesFilter(outbox, record('MODIFY', 't#m1#ob#0'))).toBe(false);
    expect(passesFilter(outbox, record('INSERT', 't#m1#cos'))).toBe(false);
    expect(passesFilter(outbox, record('REPLAY', 't#m1#cos'))).toBe(true);
  });

  it('let everything pass when there are none', () => {
    expect(passesFilter(undefined, {})).toBe(true);
    expect(passesFilter({}, {})).toBe(true);
    expect(passesFilter({ Filters: [] }, {})).toBe(true);
  });

  it('must be JSON', () => {
    expect(() => passesFilter({ Filters: [{ Pattern: '{' }] }, {})).toThrow('FilterCriteria: { is not valid JSON');
    expect(() => passesFilter({ Filters: [{}] }, {})).toThrow('is not valid JSON');
  });
});
