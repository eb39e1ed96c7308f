import { labour } from '../kernel/minor.ts';
import { isClosedItem } from '../planner/closed-statuses.ts';
import type { ItemEstimate, ItemStatus } from '../planner/planner-item.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import { categoryOf, type KnownCost, termOf } from './known-costs.ts';
import { LABOUR, type Pulled, pull } from './pulling.ts';

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
  /** The client's Microsoft 365 licences are counted: what was planned of them and is done is among those. */
  hasLicences?: boolean;
}

/** Renewals of one thing are planned under one name, but for the year in it. */
const renewalOf = ({ title, lane }: ItemEstimate, { recurrence, source }: Pulled) =>
  [lane, title.replaceAll(/\d+/g, '').toLowerCase(), recurrence, source.part].join('\n');

/** First months of recurring parts, by what they renew. */
function renewals(items: readonly ItemEstimate[]): Map<string, number[]> {
  const months = new Map<string, number[]>();
  for (const item of items.filter(isCounted)) {
    for (const part of partsOf(item)) {
      const key = renewalOf(item, part);
      if (part.recurrence !== 'one-time') months.set(key, [...(months.get(key) ?? []), monthIndex(part.startDate)]);
    }
  }
  return months;
}

const partsOf = (item: ItemEstimate): Pulled[] =>
  item.startDate ? pull(item, { start: item.startDate, end: item.startDate }) : [];

/**
 * When a part of an item costs something. What is open is still to be paid, at the earliest now; what is done has been paid
 * when it was done, so it counts in the first year shown or not at all, and what recurs of it until an item renews it.
 */
function timesOf(
  { status }: ItemEstimate,
  isOnce: boolean,
  starts: number,
  { first, today, renewed }: Standing & { renewed: readonly number[] },
) {
  const next = status === 'completed' ? renewed.filter((month) => month > starts) : [];
  if (!isOnce) return { from: starts, ...(next.length > 0 ? { until: Math.min(...next) - 1 } : {}) };
  return status === 'completed' ? { from: starts, until: first + YEAR - 1 } : { from: Math.max(starts, today) };
}

/** What planner items cost, each part by itself; items without dates give nothing, nor do those that came to nothing. */
export function costsOfItems(items: readonly ItemEstimate[], standing: Standing): KnownCost[] {
  const renewed = renewals(items);
  return items.flatMap((item) => {
    const { startDate, status, lane, hoursLow, hoursHigh, ratePerHour, plannerItemId } = item;
    if (!startDate || !isCounted(item)) return [];
    const starts = monthIndex(startDate);
    const isLicensed = standing.hasLicences && status === 'completed';
    return partsOf(item).flatMap((part, at): KnownCost[] => {
      const { label, type, quantity, unitMinor, recurrence, termMonths, source } = part;
      const hours = type === LABOUR;
      if (isLicensed && recurrence !== 'one-time' && categoryOf(type, lane) === 'microsoft-365') return [];
      const times = { ...standing, renewed: renewed.get(renewalOf(item, part)) ?? [] };
      const cost: KnownCost = {
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
        ...timesOf(item, recurrence === 'one-time', starts, times),
        ...termOf(recurrence, starts, termMonths),
        raisedFrom: starts + YEAR,
      };
      return [cost];
    });
  });
}
