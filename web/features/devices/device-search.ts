import type { Health } from '../../../shared/devices/device.ts';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import { type LifecycleState, SILENT_DAYS } from '../../../shared/devices/lifecycle.ts';
import { flagParam, textParam, wordParam } from '../../lib/search.ts';
import { HEALTH_ORDER, LIFECYCLE_ORDER, TYPE_ORDER } from './orders.ts';
import type { DeviceChoice } from './queries.ts';

/** Ways to look at the fleet; absent: every device in use. */
export const LENSES = ['expiring', 'uncovered', 'overdue', 'silent', 'retired'] as const;
export type Lens = (typeof LENSES)[number];

/** What the address of a list of devices holds; defaults are left out. */
export interface DeviceSearch {
  /** Of one client: the list, or what falls due when. */
  tab?: 'lifecycle';
  lens?: Lens;
  type?: DeviceType;
  /** No filter under the lens that is one itself. */
  lifecycle?: LifecycleState;
  health?: Health;
  maker?: string;
  /** Of one client, `2027-Q2`. */
  quarter?: string;
  q?: string;
  sort?: 'warranty';
  /** The open device: its id, over all clients `company.device`. */
  peek?: string;
  new?: true;
  policies?: true;
}

const QUARTER = /^\d{4}-Q[1-4]$/;

export function parseDeviceSearch(raw: Record<string, unknown>): DeviceSearch {
  const lens = wordParam(raw, 'lens', LENSES);
  const quarter = textParam(raw, 'quarter');
  return {
    tab: wordParam(raw, 'tab', ['lifecycle']),
    lens,
    type: wordParam(raw, 'type', TYPE_ORDER),
    lifecycle: lens === 'overdue' ? undefined : wordParam(raw, 'lifecycle', LIFECYCLE_ORDER),
    health: wordParam(raw, 'health', HEALTH_ORDER),
    maker: textParam(raw, 'maker'),
    quarter: quarter && QUARTER.test(quarter) ? quarter : undefined,
    q: textParam(raw, 'q'),
    sort: wordParam(raw, 'sort', ['warranty']),
    peek: textParam(raw, 'peek'),
    new: flagParam(raw, 'new'),
    policies: flagParam(raw, 'policies'),
  };
}

const THROUGH: Record<Lens, DeviceChoice> = {
  expiring: { warranty: 'expiring' },
  uncovered: { warranty: 'expired' },
  overdue: { lifecycle: 'overdue' },
  silent: { unseenDays: SILENT_DAYS },
  retired: { retired: true },
};

/** What the API is asked for an address. */
export function choiceOf({ lens, type, lifecycle, health, maker, quarter, q, sort }: DeviceSearch): DeviceChoice {
  const through = lens ? THROUGH[lens] : {};
  return { type, lifecycle, health, manufacturer: maker, quarter, q, sort, ...through };
}

/** True when more than the lens narrows the list. */
export function isFiltered({ type, lifecycle, health, maker, quarter, q }: DeviceSearch): boolean {
  return [type, lifecycle, health, maker, quarter, q].some((value) => value !== undefined);
}

/** The device that a `peek` points at; undefined when it points at none. */
export function peekedOf(
  peek: string | undefined,
  companyId: string | undefined,
): { companyId: string; deviceId: string } | undefined {
  if (!peek) return undefined;
  if (companyId) return { companyId, deviceId: peek };
  const [owner, deviceId] = peek.split('.');
  return owner && deviceId ? { companyId: owner, deviceId } : undefined;
}

/** The way `peek` and the list name a device. */
export function rowIdOf(row: { companyId: string; deviceId: string }, companyId: string | undefined): string {
  return companyId ? row.deviceId : `${row.companyId}.${row.deviceId}`;
}
