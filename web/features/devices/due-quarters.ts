import { quarterLabel } from '../../../shared/devices/fiscal-quarters.ts';
import type { Due, FleetFigures } from '../../../shared/devices/fleet.ts';
import type { DeviceSearch } from './device-search.ts';

/** Quarters that stand apart; what comes after is one sum. */
const SHOWN = 12;

/** What falls due in one bar: a quarter, what is overdue before it, or all that comes later. */
export interface DueBar extends Omit<Due, 'quarter'> {
  id: string;
  label: string;
  isOverdue: boolean;
  /** What the list shows of it; several quarters at once it cannot. */
  search?: DeviceSearch;
}

/** What falls due, overdue first, then quarter by quarter. */
export function dueBars({ overdue, quarters }: FleetFigures, fiscalYearStart: number): DueBar[] {
  const bars = quarters.slice(0, SHOWN).map(
    (due): DueBar => ({
      ...due,
      id: due.quarter,
      label: quarterLabel(due.quarter, fiscalYearStart),
      isOverdue: false,
      search: { quarter: due.quarter },
    }),
  );
  const rest = quarters.slice(SHOWN);
  const later = dueTotal(rest);
  return [
    ...(overdue.count > 0
      ? [{ ...overdue, id: 'overdue', label: 'Overdue', isOverdue: true, search: { lens: 'overdue' as const } }]
      : []),
    ...bars,
    ...(later.count > 0 ? [{ ...later, id: 'later', label: 'Later', isOverdue: false }] : []),
  ];
}

/** What falls due, added up. */
export function dueTotal(bars: readonly Omit<Due, 'quarter'>[]): { count: number; minor: number; hours: number } {
  return bars.reduce(
    (sum, { count, minor, hours }) => ({
      count: sum.count + count,
      minor: sum.minor + minor,
      hours: sum.hours + hours,
    }),
    { count: 0, minor: 0, hours: 0 },
  );
}
