import { quarterDates } from '../devices/fiscal-quarters.ts';
import type { LifecyclePolicies } from '../devices/lifecycle-policy.ts';
import { type DueKind, OVERDUE } from '../devices/replacements.ts';
import { countedDevices } from '../devices/words.ts';
import { addMonths, type CalendarDate, fiscalQuarter, fiscalYear } from '../kernel/calendar.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import type { ForecastRules } from './forecast-rules.ts';
import type { KnownCost } from './known-costs.ts';

/** What replacing devices costs, and how the client counts it. */
export interface ReplacementTerms {
  policies: LifecyclePolicies;
  rules: Pick<ForecastRules, 'hardwareIncreasePercent' | 'overdueQuarters'>;
  today: CalendarDate;
  /** First month of the fiscal year, 1-12. */
  fiscalYearStart: number;
}

interface Dealt {
  kind: DueKind;
  count: number;
  /** Quarters after the running one. */
  later: number;
}

/**
 * Deals devices out one by one: whole devices, and no quarter has two more than another. Each kind goes on where the one
 * before it ended, so that a server and a firewall do not both fall into the first quarter.
 */
function dealt(kinds: readonly DueKind[], quarters: number): Dealt[] {
  let next = 0;
  return kinds.flatMap((kind) => {
    const base = Math.floor(kind.count / quarters);
    const over = kind.count % quarters;
    const begins = next;
    next = (begins + over) % quarters;
    return Array.from({ length: quarters }, (_, later) => {
      const isOver = (later - begins + quarters) % quarters < over;
      return { kind, later, count: base + (isOver ? 1 : 0) };
    }).filter(({ count }) => count > 0);
  });
}

/**
 * What replacing devices costs as they fall due, a cost for each kind and quarter; overdue ones from the running quarter on,
 * dearest first. The policies' prices are those of the running fiscal year: each later one costs the increase more.
 *
 * @param kinds what falls due and is not planned
 */
export function costsOfDevices(
  kinds: readonly DueKind[],
  { policies, rules, today, fiscalYearStart }: ReplacementTerms,
): KnownCost[] {
  const { year, start } = fiscalQuarter(today, fiscalYearStart);
  const raisedFrom = monthIndex(fiscalYear(year + 1, fiscalYearStart).start);
  const cost = ({ type, due, planned }: DueKind, quantity: number, startDate: CalendarDate): KnownCost => {
    const isOverdue = due === OVERDUE;
    const whose = quantity === 1 ? 'its' : 'their';
    return {
      key: `device:${type}:${due}:${startDate}`,
      categoryKey: 'hardware',
      label: `${countedDevices(type, quantity)} ${isOverdue ? `past ${whose} lifespan` : 'due for replacement'}`,
      source: { type: 'device', id: type },
      devices: { type, planned, ...(isOverdue ? {} : { quarter: due }) },
      quantity,
      unitMinor: policies[type].replacementMinor,
      recurrence: 'one-time',
      hours: false,
      startDate,
      probability: 100,
      from: monthIndex(startDate),
      raisedFrom,
      percent: rules.hardwareIncreasePercent,
    };
  };
  const some = kinds.filter(({ count }) => count > 0);
  const overdue = some
    .filter(({ due }) => due === OVERDUE)
    .toSorted(
      (a, b) => policies[b.type].replacementMinor - policies[a.type].replacementMinor || a.type.localeCompare(b.type),
    );
  return [
    ...dealt(overdue, rules.overdueQuarters).map(({ kind, count, later }) =>
      cost(kind, count, addMonths(start, later * 3)),
    ),
    ...some
      .filter(({ due }) => due !== OVERDUE)
      .map((kind) => cost(kind, kind.count, quarterDates(kind.due, fiscalYearStart).start)),
  ];
}

/**
 * How many devices fall due within the years shown.
 *
 * @param first first month shown
 * @param years how many fiscal years are shown
 */
export function devicesWithin(costs: readonly KnownCost[], first: number, years: number): number {
  return costs
    .filter(({ from }) => from >= first && from < first + years * 12)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}
