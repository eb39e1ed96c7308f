import { addDays, addMonths, type CalendarDate } from '../kernel/calendar.ts';
import type { LifecyclePolicy } from './lifecycle-policy.ts';

export const LIFECYCLE_STATES = ['overdue', 'due', 'due-soon', 'healthy', 'unknown', 'untracked'] as const;
/** `due` ends within three months, `due-soon` within twelve; `untracked` has no end of its own. */
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

export const WARRANTY_STATES = [
  'expired',
  'expiring-30',
  'expiring-60',
  'expiring-90',
  'active',
  'lifetime',
  'unknown',
] as const;
/** `expiring-30` ends within thirty days, and so on. */
export type WarrantyState = (typeof WARRANTY_STATES)[number];

/** Days without a word from a device after which it counts as silent. */
export const SILENT_DAYS = 20;

/** The day that stands for a warranty without end. */
export const LIFETIME: CalendarDate = '9999-12-31';

/** What a device's span is reckoned from. */
export interface Aged {
  purchased?: CalendarDate | undefined;
  warrantyStart?: CalendarDate | undefined;
  warrantyEnd?: CalendarDate | undefined;
  /** First day on which anything knew of it. */
  firstSeen?: CalendarDate | undefined;
}

/** When a device was put to use; `estimated` when neither purchase nor warranty tell. */
export function inUseSince({
  purchased,
  warrantyStart,
  firstSeen,
}: Aged): { date: CalendarDate; estimated: boolean } | undefined {
  const known = purchased ?? warrantyStart;
  if (known) return { date: known, estimated: false };
  return firstSeen ? { date: firstSeen, estimated: true } : undefined;
}

/**
 * The day on which a device should be replaced: its span from when it was put to use, or the end of its warranty where the
 * policy says that it goes with that, whichever is earlier.
 */
export function replacementDue(
  device: Aged,
  policy: LifecyclePolicy,
): { date: CalendarDate; estimated: boolean } | undefined {
  if (policy.lifespanYears === 0) return undefined;
  const since = inUseSince(device);
  const { warrantyEnd } = device;
  const byWarranty = policy.warranty === 'replace-at-expiry' && warrantyEnd && warrantyEnd !== LIFETIME;
  const bySpan = since && { date: addMonths(since.date, policy.lifespanYears * 12), estimated: since.estimated };
  if (!byWarranty) return bySpan;
  // A guessed age says less than a known warranty.
  if (!bySpan || bySpan.estimated || warrantyEnd < bySpan.date) return { date: warrantyEnd, estimated: false };
  return bySpan;
}

/** Where a device stands in its life. */
export function lifecycleState(device: Aged, policy: LifecyclePolicy, today: CalendarDate): LifecycleState {
  if (policy.lifespanYears === 0) return 'untracked';
  const due = replacementDue(device, policy);
  if (!due) return 'unknown';
  if (due.date < today) return 'overdue';
  if (due.date <= addMonths(today, 3)) return 'due';
  return due.date <= addMonths(today, 12) ? 'due-soon' : 'healthy';
}

export function warrantyState({ warrantyEnd }: Aged, today: CalendarDate): WarrantyState {
  if (!warrantyEnd) return 'unknown';
  if (warrantyEnd === LIFETIME) return 'lifetime';
  if (warrantyEnd < today) return 'expired';
  for (const days of [30, 60, 90] as const) if (warrantyEnd <= addDays(today, days)) return `expiring-${days}`;
  return 'active';
}

/** Whole years in use, rounded down; undefined when nothing tells. */
export function ageInYears(device: Aged, today: CalendarDate): number | undefined {
  const since = inUseSince(device);
  if (!since) return undefined;
  const years = Number(today.slice(0, 4)) - Number(since.date.slice(0, 4));
  return Math.max(0, addMonths(since.date, years * 12) > today ? years - 1 : years);
}
