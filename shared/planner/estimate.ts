import { labour } from '../kernel/minor.ts';
import type { CostLine, Recurrence } from './planner-item.ts';

/** Likely estimate of an item: one-time costs plus labour, and what recurs. */
export function estimate(costs: readonly CostLine[], hours: number, ratePerHour: number) {
  const sum = (recurrence: Recurrence) =>
    costs.filter((cost) => cost.recurrence === recurrence).reduce((minor, cost) => minor + costOf(cost), 0);
  return {
    oneTimeMinor: sum('one-time') + labour(hours, ratePerHour),
    monthlyMinor: sum('monthly'),
    annualMinor: sum('annual'),
  };
}

/** Quantity times unit price, rounded to whole minor units. */
export function costOf({ quantity, unitMinor }: Pick<CostLine, 'quantity' | 'unitMinor'>): number {
  return labour(quantity, unitMinor);
}
