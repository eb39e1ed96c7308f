import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, isSame } from './same.ts';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
};

describe('two values', () => {
  it('are the same in any order of keys, at any depth', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isSame(value, shuffled(value))));
    expect(isSame({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  });

  it('differ in order of lists and in anything that would be stored', () => {
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(canonical(undefined)).toBe('undefined');
  });
});
