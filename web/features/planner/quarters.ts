import { type Quarter, quarterAt, quartersFrom } from '../../../shared/planner/roadmap-quarters.ts';

const LEAST = 8;
const MOST = 12;

/** Two years of quarters from today on, or as many as the work needs, up to three years. */
export function shownQuarters(
  today: string,
  fiscalYearStart: number,
  starts: readonly (string | undefined)[],
): Quarter[] {
  const all = quartersFrom(today, MOST, fiscalYearStart);
  const last = Math.max(...starts.map((start) => (start ? quarterAt(start, all) : -1)), LEAST - 1);
  return all.slice(0, last + 1);
}
