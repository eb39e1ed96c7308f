import type { Report } from './report.ts';

/** Minutes after which a report that moved no further counts as stuck. */
const STUCK_AFTER_MINUTES = 15;
/** A report whose making was lost this often is given up. */
const MOST_ATTEMPTS = 3;

type Making = Pick<Report, 'status' | 'updatedAt'>;

/** True while a report is being made, or should be. */
export function isUnderWay({ status }: Pick<Report, 'status'>): boolean {
  return status !== 'failed' && status !== 'finished';
}

/** True when a report should be in the making and nothing has moved it for a while: its worker is lost. */
export function isStuck(report: Making, now: Date): boolean {
  return isUnderWay(report) && now.getTime() - Date.parse(report.updatedAt) > STUCK_AFTER_MINUTES * 60_000;
}

/** True when a person may start the report anew. */
export function mayStartAgain(report: Making, now: Date): boolean {
  return report.status === 'failed' || isStuck(report, now);
}

/** True when a stuck report is not started once more by the clock. */
export function isGivenUp({ attempt }: Pick<Report, 'attempt'>): boolean {
  return attempt >= MOST_ATTEMPTS;
}
