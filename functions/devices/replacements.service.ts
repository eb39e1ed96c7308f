import { PAST_LIFESPAN } from '../../shared/devices/device-findings.ts';
import type { DeviceType } from '../../shared/devices/device-type.ts';
import { quarterKey } from '../../shared/devices/fiscal-quarters.ts';
import { FleetFigures } from '../../shared/devices/fleet.ts';
import type { LifecyclePolicies } from '../../shared/devices/lifecycle-policy.ts';
import { type DueKind, dueKinds, OVERDUE } from '../../shared/devices/replacements.ts';
import type { CalendarDate } from '../../shared/kernel/calendar.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import { idFor } from '../_kit/new-id.ts';
import type { Scope } from '../_kit/scope.ts';
import { findMany, MOST_GETS } from '../_kit/store.ts';
import { summaryOf } from '../_kit/summary.ts';
import { todayOf } from '../_kit/today.ts';
import { DeviceEntity, type DeviceRecord } from './device.entity.ts';
import { rowOf } from './device-records.ts';
import { type PolicyBook, policyBook } from './policies.service.ts';

/** What a client's devices were last counted to, and what holds for them. */
export interface CountedFleet {
  companyId: string;
  /** Absent while nothing was ever counted. */
  figures: FleetFigures | undefined;
  book: PolicyBook;
}

/** Work that replaces devices: those that it names, and all that the findings which it answers tell of. */
export interface ReplacingWork {
  deviceIds: readonly string[];
  findingIds: readonly string[];
}

/** What falls due of a client, by kind and quarter, and how to price it. */
export interface ReplacementsDue {
  kinds: DueKind[];
  policies: LifecyclePolicies;
  currency: string;
  /** Devices of which nothing tells when they fall due, and that no work replaces. */
  undated: number;
}

/** The client's devices as counted: no device is read. */
export async function countedFleet(scope: Scope, companyId: string): Promise<CountedFleet> {
  const [book, row] = await Promise.all([policyBook(scope, companyId), summaryOf(scope, companyId, 'devices')]);
  return { companyId, figures: row && FleetFigures.parse(row.figures), book };
}

async function inUse(scope: Scope, companyId: string, deviceIds: readonly string[]): Promise<DeviceRecord[]> {
  const gets = [...new Set(deviceIds)].map((deviceId) => DeviceEntity.get({ mspId: scope.mspId, companyId, deviceId }));
  const found = await Promise.all(pieces(gets, MOST_GETS).map((some) => findMany(scope, DeviceEntity, some)));
  return found.flat().filter(({ retiredAt }) => retiredAt === undefined);
}

/** Kinds whose overdue devices a finding tells of that is answered by the work. */
function covered(companyId: string, findingIds: readonly string[]): (type: DeviceType) => boolean {
  const answered = Object.values(PAST_LIFESPAN).filter(({ key }) =>
    findingIds.includes(idFor(companyId, 'devices', key)),
  );
  return (type) => answered.some(({ holds }) => holds(type));
}

/**
 * What falls due, with what the work replaces told apart. Only the devices that it names are read; all others stand in the
 * figures.
 *
 * @param today of the client, by which the running quarter is known
 */
export async function replacementsDue(
  scope: Scope,
  { companyId, figures, book }: CountedFleet,
  { deviceIds, findingIds }: ReplacingWork,
  { today, fiscalYearStart }: { today: CalendarDate; fiscalYearStart: number },
): Promise<ReplacementsDue> {
  const told = { policies: book.of(companyId), currency: book.currency };
  if (!figures) return { ...told, kinds: [], undated: 0 };
  const rows = (await inUse(scope, companyId, deviceIds)).map((record) => rowOf(record, book, todayOf(scope)));
  const devices = rows.flatMap(({ type, lifecycle, replacementDue: due }) =>
    due ? [{ type, due: lifecycle === 'overdue' ? OVERDUE : quarterKey(due, fiscalYearStart) }] : [],
  );
  const planned = { devices, coversOverdue: covered(companyId, findingIds) };
  const unknown = rows.filter(({ lifecycle }) => lifecycle === 'unknown').length;
  return {
    ...told,
    kinds: dueKinds(figures, planned, quarterKey(today, fiscalYearStart)),
    undated: Math.max(0, figures.byLifecycle.unknown - unknown),
  };
}
