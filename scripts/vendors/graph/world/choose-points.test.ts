import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePoints } from './choose-points.ts';

const sumOf = (points: number[], chosen: Set<number>) =>
  [...chosen].reduce((sum, index) => sum + (points[index] ?? NaN), 0);

function nearest(points: number[], target: number): number {
  let best = Math.abs(target);
  for (let mask = 0; mask < 1 << points.length; mask += 1) {
    const sum = points.reduce((total, value, index) => (mask & (1 << index) ? total + value : total), 0);
    best = Math.min(best, Math.abs(sum - target));
  }
  return best;
}

describe('choosing controls for a score', () => {
  it('comes as near to the wanted points as any subset can', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 10 }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        (points, target) => {
          const distance = Math.abs(sumOf(points, choosePoints(points, target)) - target);
          expect(distance).toBeCloseTo(nearest(points, target), 9);
        },
      ),
    );
  });

  it('takes nothing when no points are wanted', () => {
    expect(choosePoints([3, 5], 0)).toEqual(new Set());
    expect(choosePoints([3, 5], -4)).toEqual(new Set());
  });
});
