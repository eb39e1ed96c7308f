/** Minutes after which work in the background that moved no further counts as stuck. */
const STUCK_AFTER_MINUTES = 15;
/** What was lost this often is given up. */
const MOST_ATTEMPTS = 3;

/** A record that is made in the background: a report, an export. */
interface Making {
  status: string;
  updatedAt: string;
}

/** True while it is being made, or should be. */
export function isUnderWay({ status }: Pick<Making, 'status'>): boolean {
  return status !== 'draft' && status !== 'failed' && status !== 'finished';
}

/** True when it should be in the making and nothing has moved it for a while: its worker is lost. */
export function isStuck(record: Making, now: Date): boolean {
  return isUnderWay(record) && now.getTime() - Date.parse(record.updatedAt) > STUCK_AFTER_MINUTES * 60_000;
}

/** True when a person may start it anew. */
export function mayStartAgain(record: Making, now: Date): boolean {
  return record.status === 'failed' || isStuck(record, now);
}

/** True when what is stuck is not started once more by the clock. */
export function isGivenUp({ attempt }: { attempt: number }): boolean {
  return attempt >= MOST_ATTEMPTS;
}
