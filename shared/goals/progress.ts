import type { Measure } from './measure.ts';

/** What the planner says of the work for a goal; work that was declined, cancelled or archived does not count. */
export interface Work {
  items: number;
  done: number;
  hours: number;
  hoursDone: number;
  /** Items without an estimate in hours. */
  unsized: number;
}

export const NO_WORK: Work = { items: 0, done: 0, hours: 0, hoursDone: 0, unsized: 0 };

/** Adds up pieces of work. */
export function workOf(pieces: readonly { hours: number; isDone: boolean }[]): Work {
  const done = pieces.filter(({ isDone }) => isDone);
  const hoursIn = (some: readonly { hours: number }[]) => some.reduce((sum, { hours }) => sum + hours, 0);
  return {
    items: pieces.length,
    done: done.length,
    hours: hoursIn(pieces),
    hoursDone: hoursIn(done),
    unsized: pieces.filter(({ hours }) => hours === 0).length,
  };
}

/** Whole percent, rounded down, so that 100 is said only when nothing is left. */
function wholePercent(share: number): number {
  // A share such as 0.29 times 100 falls a hair short of its whole percent.
  return Math.max(0, Math.min(100, Math.floor(share * 100 + 1e-9)));
}

/** Progress by work: hours done of all hours, or items done of all items as long as one has no hours. */
export function workProgress({ items, done, hours, hoursDone, unsized }: Work): number {
  if (items === 0) return 0;
  return wholePercent(unsized > 0 ? done / items : hoursDone / hours);
}

/** Progress of a figure from its start to its target, in whichever direction that lies; 0 while it is not known. */
export function measureProgress({ baseline, target, current }: Measure): number {
  if (current === undefined) return 0;
  if (target === baseline) return current === target ? 100 : 0;
  return wholePercent((current - baseline) / (target - baseline));
}
