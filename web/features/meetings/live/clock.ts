/**
 * The clock of a meeting that is being held: which item is shown since when, and how long it was paused. All times are
 * milliseconds of the presenter's own clock.
 */
export interface Clock {
  /** The item on the screen. */
  shown?: string;
  /** Since when time counts for it; absent while the meeting is paused or over. */
  since?: number;
  pausedAt?: number;
  pausedMs: number;
  /** Time of each item up to `since`. */
  spentMs: Readonly<Record<string, number>>;
}

export const STOPPED: Clock = { pausedMs: 0, spentMs: {} };

/** A page that was away for longer than this (a reload, a lost battery) was not the one that the meeting went on with. */
const LONGEST_GAP = 5 * 60_000;
/** What the API takes for one item: a day. */
const MOST_SECONDS = 86_400;

/** Time that an item took, that of this moment included. */
export function spentMs({ shown, since, spentMs: spent }: Clock, id: string, now: number): number {
  const running = shown === id && since !== undefined ? Math.max(0, now - since) : 0;
  return (spent[id] ?? 0) + running;
}

export function spentSeconds(clock: Clock, id: string, now: number): number {
  return Math.min(MOST_SECONDS, Math.floor(spentMs(clock, id, now) / 1_000));
}

function settled(clock: Clock, now: number): Clock {
  const { shown, since, ...rest } = clock;
  if (shown === undefined || since === undefined) return clock;
  return { ...rest, shown, spentMs: { ...clock.spentMs, [shown]: spentMs(clock, shown, now) } };
}

/**
 * Another item comes on the screen: from now on time counts for it.
 *
 * @param knownSeconds what the server knows of it, perhaps told by another device
 */
export function show(clock: Clock, id: string, knownSeconds: number, now: number): Clock {
  const before = settled(clock, now);
  const spent = { ...before.spentMs, [id]: Math.max(before.spentMs[id] ?? 0, knownSeconds * 1_000) };
  return { ...before, shown: id, spentMs: spent, ...(clock.pausedAt === undefined ? { since: now } : {}) };
}

/** Nothing counts until `resume`. */
export function pause(clock: Clock, now: number): Clock {
  return clock.pausedAt === undefined ? { ...settled(clock, now), pausedAt: now } : clock;
}

export function resume(clock: Clock, now: number): Clock {
  const { pausedAt, ...rest } = clock;
  if (pausedAt === undefined) return clock;
  const pausedMs = clock.pausedMs + Math.max(0, now - pausedAt);
  return { ...rest, pausedMs, ...(clock.shown === undefined ? {} : { since: now }) };
}

/** The clock as a page finds it that opens anew: a short gap belonged to the item on the screen, a long one to nothing. */
export function restored(clock: Clock, now: number): Clock {
  const { since } = clock;
  if (since === undefined || (since <= now && now - since <= LONGEST_GAP)) return clock;
  return { ...clock, since: now };
}

/** How long the meeting lasts without its pauses. */
export function elapsedMs(clock: Clock, startedAt: string, now: number): number {
  const paused = clock.pausedMs + (clock.pausedAt === undefined ? 0 : Math.max(0, now - clock.pausedAt));
  return Math.max(0, now - Date.parse(startedAt) - paused);
}

/** "22:14", "64:09": minutes and seconds, as they are held against the minutes that were planned. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** Whole minutes that something took. */
export const minutesOf = (ms: number) => Math.round(ms / 60_000);
