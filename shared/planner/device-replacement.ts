import type { DeviceType } from '../devices/device-type.ts';
import { quarterDates, quarterKey } from '../devices/fiscal-quarters.ts';
import type { LifecyclePolicies } from '../devices/lifecycle-policy.ts';
import { MOST_AT_ONCE } from '../devices/most-attached.ts';
import { countedDevices, DEVICE_WORDS, deviceTypeName } from '../devices/words.ts';
import type { CalendarDate } from '../kernel/calendar.ts';
import type { CostLine } from './planner-item.ts';

/** Devices of a new replacement item. */
export const MOST_REPLACED = MOST_AT_ONCE;
export const TOO_MANY_REPLACED = `One item replaces at most ${MOST_REPLACED} devices. Choose fewer, and plan the others as another.`;

/** Kinds that a title names one by one. */
const NAMED_KINDS = 3;
const LABEL_LENGTH = 120;

interface Replaced {
  name: string;
  type: DeviceType;
}

function titleOf(devices: readonly Replaced[], kinds: readonly [DeviceType, number][]): string {
  const [only] = devices;
  if (only && devices.length === 1) return `Replace ${DEVICE_WORDS[only.type].one} ${only.name}`;
  if (kinds.length > NAMED_KINDS) return `Replace ${devices.length} devices`;
  const words = kinds.map(([type, count]) => countedDevices(type, count));
  const last = words.pop();
  return `Replace ${words.length > 0 ? `${words.join(', ')} and ${last}` : last}`;
}

/**
 * What it takes to replace devices, by the policies of their kinds: a title, one cost line a kind (those without a price
 * have none), and the hours of the work. Most of a kind come first.
 */
export function replacementWork(
  devices: readonly Replaced[],
  policies: LifecyclePolicies,
): { title: string; costs: CostLine[]; hours: number } {
  const counts = new Map<DeviceType, number>();
  for (const { type } of devices) counts.set(type, (counts.get(type) ?? 0) + 1);
  const kinds = [...counts].sort(([a, many], [b, other]) => other - many || a.localeCompare(b));
  const costs = kinds.flatMap(([type, quantity]): CostLine[] => {
    const { replacementMinor } = policies[type];
    if (replacementMinor === 0) return [];
    const label = `${deviceTypeName(type)}, replacement`.slice(0, LABEL_LENGTH);
    return [{ label, kind: 'hardware', quantity, unitMinor: replacementMinor, recurrence: 'one-time' }];
  });
  const hours = devices.reduce((sum, { type }) => sum + policies[type].installHours, 0);
  return { title: titleOf(devices, kinds), costs, hours };
}

/**
 * The fiscal quarter in which devices are replaced unless somebody says otherwise: that of the first one to fall due, and
 * the running one where that has passed; undefined when none of them falls due.
 *
 * @returns a name such as `2027-Q2`
 */
export function replacementQuarter(
  due: readonly (CalendarDate | undefined)[],
  today: CalendarDate,
  fiscalYearStart: number,
): string | undefined {
  const [first] = due.filter((date) => date !== undefined).toSorted();
  return first && quarterKey(first < today ? today : first, fiscalYearStart);
}

/** First and last day of the replacement. */
export function replacementDates(quarter: string, fiscalYearStart: number): { startDate: string; endDate: string } {
  const { start, end } = quarterDates(quarter, fiscalYearStart);
  return { startDate: start, endDate: end };
}
