import type { DeviceType } from './device-type.ts';
import type { FleetFigures } from './fleet.ts';

/** Stands for the quarter of what should have been replaced already. */
export const OVERDUE = 'overdue';

/** A device that planned work replaces, and when it falls due: a quarter's name, or `overdue`. */
export interface PlannedDevice {
  type: DeviceType;
  due: string;
}

/** Devices of one kind that fall due in one fiscal quarter, or are overdue. */
export interface DueKind extends PlannedDevice {
  /** Those that no planned work replaces. */
  count: number;
  /** The others. */
  planned: number;
}

/** What is planned already. */
export interface Planned {
  devices: readonly PlannedDevice[];
  /** Kinds whose overdue devices are all planned: work answers the finding that tells of them. */
  coversOverdue: (type: DeviceType) => boolean;
}

/**
 * What falls due by kind and quarter, with what is planned told apart: every device of the figures is in one of the two, and
 * in one quarter. Figures may be a day old: a quarter that has passed since is overdue.
 *
 * @param thisQuarter name of the running fiscal quarter
 */
export function dueKinds(
  { quarters, dueKinds: counted }: Pick<FleetFigures, 'quarters' | 'dueKinds'>,
  { devices, coversOverdue }: Planned,
  thisQuarter: string,
): DueKind[] {
  const known = (due: string) => (due === OVERDUE || due < thisQuarter ? OVERDUE : due);
  const kinds = new Map<string, DueKind>();
  const names = [OVERDUE, ...quarters.map(({ quarter }) => quarter)].map(known);
  for (const [type, counts] of Object.entries(counted) as [DeviceType, number[]][]) {
    for (const [at, count] of counts.entries()) {
      const due = names[at] ?? OVERDUE;
      const kind = kinds.get(`${due} ${type}`) ?? { type, due, count: 0, planned: 0 };
      if (count > 0) kinds.set(`${due} ${type}`, { ...kind, count: kind.count + count });
    }
  }
  const planned = new Map<string, number>();
  for (const { type, due } of devices) {
    const key = `${known(due)} ${type}`;
    planned.set(key, (planned.get(key) ?? 0) + 1);
  }
  const inOrder = [...kinds].toSorted(([, a], [, b]) => names.indexOf(a.due) - names.indexOf(b.due));
  return inOrder.map(([key, kind]) => {
    const isCovered = kind.due === OVERDUE && coversOverdue(kind.type);
    const others = isCovered ? kind.count : Math.min(kind.count, planned.get(key) ?? 0);
    return { ...kind, count: kind.count - others, planned: others };
  });
}
