import { expect, it } from 'vitest';
import { costsBeside } from './costs-beside.ts';
import { estimate } from './estimate.ts';

it('adds up to the estimate of the finding, labour included', () => {
  const costs = costsBeside(2_150_000, 40, 16_500);
  expect(costs).toHaveLength(1);
  expect(estimate(costs, 40, 16_500).oneTimeMinor).toBe(2_150_000);
});

it('needs no purchase where the hours alone cost as much', () => {
  expect(costsBeside(33_000, 2, 16_500)).toEqual([]);
  expect(costsBeside(0, 2, 16_500)).toEqual([]);
});
