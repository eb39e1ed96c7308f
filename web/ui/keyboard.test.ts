import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchStroke, stepIndex, strokeName } from './keyboard.ts';

describe('moving in a list', () => {
  it('goes down with J and the arrow, and stops at the ends', () => {
    expect(stepIndex('j', 0, 3, 'vertical')).toBe(1);
    expect(stepIndex('ArrowDown', 2, 3, 'vertical')).toBe(2);
    expect(stepIndex('k', 0, 3, 'vertical')).toBe(0);
    expect(stepIndex('End', 0, 3, 'vertical')).toBe(2);
  });
  it('takes the first when nothing is active', () => {
    expect(stepIndex('j', -1, 3, 'vertical')).toBe(0);
  });
  it('leaves other keys and empty lists alone', () => {
    expect(stepIndex('a', 0, 3, 'vertical')).toBeUndefined();
    expect(stepIndex('j', 0, 3, 'horizontal')).toBeUndefined();
    expect(stepIndex('j', -1, 0, 'vertical')).toBeUndefined();
  });
  it('never leaves the list', () => {
    const key = fc.constantFrom('j', 'k', 'ArrowDown', 'ArrowUp', 'Home', 'End');
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 50 }), fc.nat(49), (pressed, count, start) => {
        const next = stepIndex(pressed, Math.min(start, count - 1), count, 'vertical');
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(count);
      }),
    );
  });
});

describe('shortcuts', () => {
  const shortcuts = ['g d', 'g v', '?', 'mod+k'];
  const plain = { ctrlKey: false, metaKey: false, altKey: false };

  it('names strokes', () => {
    expect(strokeName({ ...plain, key: 'k', metaKey: true })).toBe('mod+k');
    expect(strokeName({ ...plain, key: 'G' })).toBe('g');
    expect(strokeName({ ...plain, key: '?' })).toBe('?');
    expect(strokeName({ ...plain, key: 'Shift' })).toBeUndefined();
    expect(strokeName({ ...plain, key: 'd', altKey: true })).toBeUndefined();
  });
  it('waits for the second key', () => {
    expect(matchStroke([], 'g', shortcuts)).toEqual({ pending: ['g'] });
    expect(matchStroke(['g'], 'd', shortcuts)).toEqual({ matched: 'g d', pending: [] });
  });
  it('starts anew when the second key fits nothing', () => {
    expect(matchStroke(['g'], 'mod+k', shortcuts)).toEqual({ matched: 'mod+k', pending: [] });
    expect(matchStroke(['g'], 'g', shortcuts)).toEqual({ pending: ['g'] });
    expect(matchStroke(['g'], 'x', shortcuts)).toEqual({ pending: [] });
  });
});
