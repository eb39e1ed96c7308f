import { z } from 'zod';
import { type CalendarDate, daysBetween } from '../kernel/calendar.ts';
import { DEVICE_TYPES, type DeviceType } from './device-type.ts';
import { quarterKey } from './fiscal-quarters.ts';
import {
  type Aged,
  ageInYears,
  LIFECYCLE_STATES,
  lifecycleState,
  replacementDue,
  SILENT_DAYS,
  WARRANTY_STATES,
  warrantyState,
} from './lifecycle.ts';
import type { LifecyclePolicies } from './lifecycle-policy.ts';
import { osSupport } from './os-support.ts';

/** Years of the histogram: the last bar holds everything older. */
export const OLDEST_BAR = 9;

const counts = <K extends string>(keys: readonly [K, ...K[]]) => z.record(z.enum(keys), z.int());

/** What falls due in one fiscal quarter, or is overdue. */
const Due = z.object({ quarter: z.string(), count: z.int(), minor: z.int(), hours: z.number() });
export type Due = z.infer<typeof Due>;

/** The figures of a company's devices: its `sum#devices` row. Retired devices count nowhere. */
export const FleetFigures = z.object({
  devices: z.int(),
  byType: z.array(z.object({ type: z.enum(DEVICE_TYPES), count: z.int() })),
  byLifecycle: counts(LIFECYCLE_STATES),
  byWarranty: counts(WARRANTY_STATES),
  /** Devices by whole years in use, 0 to 8, and 9 or more. */
  ages: z.array(z.int()).length(OLDEST_BAR + 1),
  ageUnknown: z.int(),
  overdue: Due,
  /** Fiscal quarters in which something falls due, in order, `2027-Q2`. */
  quarters: z.array(Due),
  /**
   * The same devices by kind: how many are overdue, then how many fall due in each of `quarters`, in their order. None in
   * figures of before kinds were told: the next day's count has them.
   */
  dueKinds: z.partialRecord(z.enum(DEVICE_TYPES), z.array(z.int())).default({}),
  osUnsupported: z.int(),
  silent: z.int(),
  currency: z.string(),
});
export type FleetFigures = z.infer<typeof FleetFigures>;

/** What the figures are counted from. */
export interface Counted extends Aged {
  type: DeviceType;
  os?: string | undefined;
  lastSeen?: CalendarDate | undefined;
}

export interface Fleet {
  policies: LifecyclePolicies;
  currency: string;
  today: CalendarDate;
  /** First month of the fiscal year, 1-12. */
  fiscalYearStart: number;
}

export function isSilent({ lastSeen }: Pick<Counted, 'lastSeen'>, today: CalendarDate, days = SILENT_DAYS): boolean {
  return lastSeen !== undefined && daysBetween(lastSeen, today) > days;
}

const none = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

/** Counts by kind and quarter as rows of numbers: a row a kind, a number a quarter. */
function rowsOf(counts: ReadonlyMap<DeviceType, ReadonlyMap<string, number>>, quarters: readonly string[]) {
  const rows = [...counts].map(([type, own]) => [type, quarters.map((quarter) => own.get(quarter) ?? 0)] as const);
  return Object.fromEntries(rows) as FleetFigures['dueKinds'];
}

const noDue = (quarter: string): Due => ({ quarter, count: 0, minor: 0, hours: 0 });

/** Counts a company's devices: where they stand in their lives, and what falls due when. */
export function figuresOf(
  devices: readonly Counted[],
  { policies, currency, today, fiscalYearStart }: Fleet,
): FleetFigures {
  const byType = new Map<DeviceType, number>();
  const byLifecycle = none(LIFECYCLE_STATES);
  const byWarranty = none(WARRANTY_STATES);
  const ages = Array.from({ length: OLDEST_BAR + 1 }, () => 0);
  const overdue = noDue('overdue');
  const quarters = new Map<string, Due>();
  const kinds = new Map<DeviceType, Map<string, number>>();
  let [ageUnknown, osUnsupported, silent] = [0, 0, 0];
  for (const device of devices) {
    const policy = policies[device.type];
    byType.set(device.type, (byType.get(device.type) ?? 0) + 1);
    const state = lifecycleState(device, policy, today);
    byLifecycle[state] += 1;
    byWarranty[warrantyState(device, today)] += 1;
    const age = ageInYears(device, today);
    if (age === undefined) ageUnknown += 1;
    else {
      const bar = Math.min(age, OLDEST_BAR);
      ages[bar] = (ages[bar] ?? 0) + 1;
    }
    const support = osSupport(device.os);
    if (support && support.ends < today) osUnsupported += 1;
    if (isSilent(device, today)) silent += 1;
    const due = replacementDue(device, policy);
    if (!due) continue;
    const name = quarterKey(due.date, fiscalYearStart);
    const at = state === 'overdue' ? overdue : (quarters.get(name) ?? noDue(name));
    at.count += 1;
    at.minor += policy.replacementMinor;
    at.hours += policy.installHours;
    if (at !== overdue) quarters.set(name, at);
    const own = kinds.get(device.type) ?? new Map<string, number>();
    kinds.set(device.type, own.set(at.quarter, (own.get(at.quarter) ?? 0) + 1));
  }
  const inOrder = [...quarters.values()].sort((a, b) => a.quarter.localeCompare(b.quarter));
  return {
    devices: devices.length,
    byType: [...byType]
      .map(([type, count]) => ({ type, count }))
      .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type)),
    byLifecycle,
    byWarranty,
    ages,
    ageUnknown,
    overdue,
    quarters: inOrder,
    dueKinds: rowsOf(
      kinds,
      [overdue, ...inOrder].map(({ quarter }) => quarter),
    ),
    osUnsupported,
    silent,
    currency,
  };
}
