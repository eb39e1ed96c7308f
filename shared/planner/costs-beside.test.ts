import { expect, it } from 'vitest';
import type { FindingRow } from '../findings/finding.ts';
import { costsBeside } from './costs-beside.ts';
import { estimate } from './estimate.ts';
import { itemOfFinding } from './from-finding.ts';
import { NewPlannerItem } from './planner-item.ts';

it('adds up to the estimate of the finding, labour included', () => {
  const costs = costsBeside(2_150_000, 40, 16_500);
  expect(costs).toHaveLength(1);
  expect(estimate(costs, 40, 16_500).oneTimeMinor).toBe(2_150_000);
});

it('needs no purchase where the hours alone cost as much', () => {
  expect(costsBeside(33_000, 2, 16_500)).toEqual([]);
  expect(costsBeside(0, 2, 16_500)).toEqual([]);
});

it('keeps the whole estimate of work that takes more hours than an item holds', () => {
  const { hours, costs } = itemOfFinding(
    { companyId: 'c', findingId: 'f', title: 'Servers', why: '', risk: 'high', raisedBy: 'devices' } as FindingRow,
    { minor: 300_000_000, hours: 12_000, ratePerHour: 16_500 },
  );
  expect(NewPlannerItem.shape.hours.safeParse(hours).success).toBe(true);
  expect(estimate(costs, hours, 16_500).oneTimeMinor).toBe(300_000_000);
});
