import type { CalendarDate } from '../kernel/calendar.ts';
import type { ItemEstimate } from '../planner/planner-item.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import type { Priced } from './amounts.ts';
import type { BudgetLine, LineSource, LineType } from './budget.ts';
import { LONGEST_LABEL, LONGEST_TERM } from './kinds.ts';

/** The part of a planner item that is its hours. */
export const LABOUR = 'labour';

const YEAR = 12;

/** What a planner item gives to a budget: one draft line for each cost, one for its hours. */
export interface Pulled extends Priced {
  label: string;
  type: LineType;
  source: LineSource;
}

/** First and last day of the fiscal year for which an item is pulled. */
interface Year {
  start: CalendarDate;
  end: CalendarDate;
}

/**
 * The name of each cost's part: its label, numbered where another cost or the hours have that name already. The first of its
 * name keeps the bare label, by which lines of before find their cost.
 */
function partsOf(costs: ItemEstimate['costs']): string[] {
  const bare = new Set([LABOUR]);
  const taken = new Set([LABOUR, ...costs.map(({ label }) => label)]);
  return costs.map(({ label }) => {
    let part = label;
    for (let number = 2; bare.has(label) && taken.has(part); number += 1) part = `${label} #${number}`;
    bare.add(label);
    taken.add(part);
    return part;
  });
}

/** What a part of an item is called in a budget; of a title too long for both, the beginning, so that parts stay apart. */
function labelled(title: string, part: string): string {
  const end = `: ${part}`;
  const room = LONGEST_LABEL - end.length;
  return `${
    title.length > room
      ? `${title
          .slice(0, room - 1)
          .replace(/\p{Cs}$/u, '')
          .trimEnd()}…`
      : title
  }${end}`;
}

/** How long a recurring cost runs: whole years from its start, through the budget's fiscal year at least. */
function termThrough(startDate: CalendarDate, end: CalendarDate): number {
  const months = monthIndex(end) - monthIndex(startDate) + 1;
  return Math.min(LONGEST_TERM, Math.max(1, Math.ceil(months / YEAR)) * YEAR);
}

/**
 * The lines that an item gives: labour = hours x its rate, the rest from its cost lines. An item without dates is due when the
 * year begins. A cost that recurs since before the year is due in it again: its term reaches through it.
 */
export function pull(item: ItemEstimate, { start, end }: Year): Pulled[] {
  const { plannerItemId, title, hours, startDate = start } = item;
  const parts = partsOf(item.costs);
  const costs = item.costs.map(
    (cost, at): Pulled => ({
      label: item.costs.length === 1 && hours === 0 ? title : labelled(title, cost.label),
      type: cost.kind,
      // Items of before may hold more decimals than a line takes; amounts count two of them either way.
      quantity: Math.round(cost.quantity * 100) / 100,
      unitMinor: cost.unitMinor,
      recurrence: cost.recurrence,
      startDate,
      termMonths: cost.recurrence === 'one-time' ? YEAR : termThrough(startDate, end),
      source: { plannerItemId, part: parts[at] ?? cost.label },
    }),
  );
  if (hours === 0) return costs;
  const work: Pulled = {
    label: costs.length === 0 ? title : labelled(title, 'work'),
    type: 'labour',
    quantity: hours,
    unitMinor: item.ratePerHour,
    recurrence: 'one-time',
    startDate,
    termMonths: YEAR,
    source: { plannerItemId, part: LABOUR },
  };
  return [...costs, work];
}

/**
 * What a line becomes when it is pulled from its item as that stands now; undefined when the item no longer has its part. A
 * recurring line that begins as before keeps its term, which may have been agreed by hand.
 *
 * @param end last day of the budget's fiscal year
 */
export function pulledAnew(
  line: Pick<BudgetLine, 'source' | 'recurrence' | 'startDate' | 'termMonths'>,
  item: ItemEstimate | undefined,
  end: CalendarDate,
): Priced | undefined {
  if (!item || item.isArchived) return undefined;
  const now = pull(item, { start: line.startDate, end }).find(({ source }) => source.part === line.source?.part);
  if (!now) return undefined;
  const { quantity, unitMinor, recurrence, startDate } = now;
  const beginsAlike = line.recurrence !== 'one-time' && startDate === line.startDate;
  return { quantity, unitMinor, recurrence, startDate, termMonths: beginsAlike ? line.termMonths : now.termMonths };
}
