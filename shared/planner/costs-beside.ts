import { labour } from '../kernel/minor.ts';
import type { CostLine } from './planner-item.ts';

/** The cost line that, with the labour of `hours`, makes the whole estimate; none where labour alone reaches it. */
export function costsBeside(minor: number, hours: number, ratePerHour: number): CostLine[] {
  const rest = minor - labour(hours, ratePerHour);
  if (rest <= 0) return [];
  return [{ label: 'Estimated purchases', kind: 'other', quantity: 1, unitMinor: rest, recurrence: 'one-time' }];
}
