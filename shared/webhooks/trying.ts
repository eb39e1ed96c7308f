import type { Attempt, DeliveryState } from './delivery.ts';
import type { Reason, Webhook } from './webhook.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits after a call that failed: five calls within 24 hours. */
export const WAITS = [5 * MINUTE, 55 * MINUTE, 5 * HOUR, 18 * HOUR] as const;
/** A call that was planned and never told of is planned again after so long. */
export const LOST_AFTER = 30 * MINUTE;
/** A webhook through which nothing gets for so long is switched off when a delivery fails for good. */
export const DISABLED_AFTER = 72 * HOUR;

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString();

/** How far the trying of a delivery has come. */
export interface Trying {
  state: DeliveryState;
  /** Calls planned so far. */
  attempt: number;
  /** Waits that are left. */
  left: number;
  attempts: Attempt[];
  dueAt: string;
}

/** A delivery whose first call is planned. */
export function firstTry(now: Date): Trying {
  return { state: 'planned', attempt: 1, left: WAITS.length, attempts: [], dueAt: later(now, LOST_AFTER) };
}

/** True when no call is under way or has its time. */
export const isFinal = ({ state }: Pick<Trying, 'state'>): boolean => state === 'delivered' || state === 'failed';

/** Its next call is planned. One that had come to its end, and that a person sends again, is called just once more. */
export function nextTry(before: Trying, now: Date): Trying {
  const left = isFinal(before) ? 0 : before.left;
  return { ...before, state: 'planned', attempt: before.attempt + 1, left, dueAt: later(now, LOST_AFTER) };
}

/** What a call has come to; after one that failed the next has its time, as long as any is left. */
export function afterTry(before: Trying, attempt: Attempt, now: Date): Trying {
  const attempts = [...before.attempts, attempt];
  const at = now.toISOString();
  if (attempt.failure === undefined) return { ...before, state: 'delivered', attempts, dueAt: at };
  const wait = WAITS[WAITS.length - before.left];
  if (wait === undefined || attempt.status === GONE) return { ...before, state: 'failed', attempts, dueAt: at };
  return { ...before, state: 'waiting', attempts, left: before.left - 1, dueAt: later(now, wait) };
}

/** The other side wants to hear nothing any more (RFC 9110, 410 Gone; Standard Webhooks). */
export const GONE = 410;

type Standing = Pick<Webhook, 'state' | 'failingSince' | 'reason' | 'disabledAt'>;

/** What a call's outcome changes of its webhook; undefined when nothing. */
export function standingAfter(webhook: Standing, after: Trying, now: Date): Standing | undefined {
  const last = after.attempts.at(-1);
  if (webhook.state !== 'on' || !last) return undefined;
  const { failingSince } = webhook;
  if (last.failure === undefined) return failingSince === undefined ? undefined : { state: 'on' };
  const at = now.toISOString();
  const off = (reason: Reason) => ({
    state: 'disabled' as const,
    reason,
    disabledAt: at,
    failingSince: failingSince ?? at,
  });
  if (last.status === GONE) return off('gone');
  if (failingSince === undefined) return { state: 'on', failingSince: at };
  const long = now.getTime() - Date.parse(failingSince) >= DISABLED_AFTER;
  return long && after.state === 'failed' ? off('failing') : undefined;
}

/** True when something of this kind, about this company or about none, is to be told to a webhook. */
export function hears(
  { state, facts, companies }: Pick<Webhook, 'state' | 'facts' | 'companies'>,
  name: string,
  companyId: string | undefined,
): boolean {
  if (state !== 'on' || !facts.includes(name)) return false;
  return companies === 'all' || (companyId !== undefined && companies.includes(companyId));
}
