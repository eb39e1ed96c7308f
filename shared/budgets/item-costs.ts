import { labour } from '../kernel/minor.ts';
import { isClosedItem } from '../planner/closed-statuses.ts';
import type { ItemEstimate, ItemStatus } from '../planner/planner-item.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import { categoryOf, type KnownCost, termOf } from './known-costs.ts';
import { LABOUR, pull } from './pulling.ts';

const YEAR = 12;

/** How likely planned work is to come, in percent, by where it stands. */
const ITEM_ODDS: Record<ItemStatus, number> = {
  idea: 20,
  proposed: 40,
  presented: 60,
  approved: 90,
  scheduled: 100,
  'in-progress': 100,
  'on-hold': 30,
  completed: 100,
  declined: 0,
  deferred: 30,
  cancelled: 0,
};

/** Work that a forecast counts: what is open, and what is done, archived since or not, because what recurs of it goes on. */
export const isCounted = (item: Pick<ItemEstimate, 'status' | 'isArchived'>): boolean =>
  item.status === 'completed' || !isClosedItem(item);

/** Where a forecast stands, in months. */
interface Standing {
  /** First month shown. */
  first: number;
  /** Month of today. */
  today: number;
}

/**
 * When a part of an item costs something. What is open is still to be paid, at the earliest now; what is done has been paid
 * when it was done, so it counts in the first year shown or not at all.
 */
function timesOf({ status }: ItemEstimate, isOnce: boolean, starts: number, { first, today }: Standing) {
  if (!isOnce) return { from: starts };
  return status === 'completed' ? { from: starts, until: first + YEAR - 1 } : { from: Math.max(starts, today) };
}

/** What planner items cost, each part by itself; items without dates give nothing, nor do those that came to nothing. */
export function costsOfItems(items: readonly ItemEstimate[], standing: Standing): KnownCost[] {
  return items.flatMap((item) => {
    const { startDate, status, lane, hoursLow, hoursHigh, ratePerHour, plannerItemId } = item;
    if (!startDate || !isCounted(item)) return [];
    const starts = monthIndex(startDate);
    return pull(item, { start: startDate, end: startDate }).map((part, at): KnownCost => {
      const { label, type, quantity, unitMinor, recurrence, termMonths, source } = part;
      const hours = type === LABOUR;
      return {
        key: `planner-item:${plannerItemId}:${at}`,
        categoryKey: categoryOf(type, lane),
        label,
        source: { type: 'planner-item', id: source.plannerItemId },
        quantity,
        unitMinor,
        recurrence,
        hours,
        startDate,
        status,
        probability: ITEM_ODDS[status],
        ...(hours && hoursLow !== undefined ? { lowMinor: labour(hoursLow, ratePerHour) } : {}),
        ...(hours && hoursHigh !== undefined ? { highMinor: labour(hoursHigh, ratePerHour) } : {}),
        ...timesOf(item, recurrence === 'one-time', starts, standing),
        ...termOf(recurrence, starts, termMonths),
        raisedFrom: starts + YEAR,
      };
    });
  });
}
