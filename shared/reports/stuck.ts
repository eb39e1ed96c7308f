import type { Report } from './report.ts';

/** Minutes after which a report that moved no further counts as stuck. */
const STUCK_AFTER_MINUTES = 15;

/** True when the report may be started anew: it failed, or nothing has moved it for a while. */
export function mayStartAgain({ status, updatedAt }: Pick<Report, 'status' | 'updatedAt'>, now: Date): boolean {
  if (status === 'failed') return true;
  return status !== 'finished' && now.getTime() - Date.parse(updatedAt) > STUCK_AFTER_MINUTES * 60_000;
}
