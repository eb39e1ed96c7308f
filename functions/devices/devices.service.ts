import { deviceChanged } from '../../events/devices.ts';
import {
  type DeviceChange,
  type DeviceDetail,
  FACT_NAMES,
  type NewDevice,
  OUT_OF_ORDER,
} from '../../shared/devices/device.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove as removed } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, mustFind } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened, historyOf } from '../platform/activity.service.ts';
import { linksAt } from '../platform/links.service.ts';
import { DeviceEntity, type DeviceRecord } from './device.entity.ts';
import { detailOf, indexed } from './device-records.ts';
import { policyBook } from './policies.service.ts';
import { claims } from './serial-claims.ts';

export interface OneDevice {
  companyId: string;
  deviceId: string;
}
type Versioned = OneDevice & { v: number };

const record = (deviceId: string) => ({ type: 'device' as const, id: deviceId });

/** A device that nothing syncs, as it begins. */
export function freshDevice(
  scope: Scope,
  { companyId, ...facts }: NewDevice,
  source: 'manual' | 'import',
): DeviceRecord {
  const fresh = {
    ...facts,
    companyId,
    deviceId: newId(scope.now()),
    health: 'unknown' as const,
    firstSeen: todayOf(scope),
    synced: {},
  };
  return stamped(scope, indexed({ ...fresh, integrationId: undefined, retiredAt: undefined }), source);
}

async function shown(scope: Scope, device: DeviceRecord): Promise<DeviceDetail> {
  return detailOf(device, await policyBook(scope, device.companyId), todayOf(scope));
}

/** Adds a device by hand. */
export async function create(scope: Scope, input: NewDevice): Promise<DeviceDetail> {
  const { companyId } = input;
  const company = await currentCompany(scope, companyId);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you add devices to it.');
  const device = freshDevice(scope, input, 'manual');
  const { deviceId } = device;
  const ops = [
    put(DeviceEntity, device),
    ...(await claims(scope, undefined, device)),
    happened(scope, companyId, record(deviceId), 'created'),
  ];
  return commit(scope, ops, [deviceChanged.of({ companyId, deviceId })], await shown(scope, device));
}

export async function get(scope: Scope, { companyId, deviceId }: OneDevice): Promise<DeviceDetail> {
  const key = DeviceEntity.get({ mspId: scope.mspId, companyId, deviceId });
  const [device, book] = await Promise.all([find(scope, DeviceEntity, key), policyBook(scope, companyId)]);
  if (!device) throw notFound('device');
  return detailOf(device, book, todayOf(scope));
}

export async function links(scope: Scope, { companyId, deviceId }: OneDevice): Promise<Links> {
  return { items: await linksAt(scope, companyId, record(deviceId)) };
}

export function history(
  scope: Scope,
  { companyId, deviceId, limit, cursor }: OneDevice & { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  return historyOf(scope, companyId, record(deviceId), { limit, cursor });
}

/** The device as it stands now, for a change. */
export function current(scope: Scope, { companyId, deviceId }: OneDevice): Promise<DeviceRecord> {
  return mustFind(scope, DeviceEntity, DeviceEntity.get({ mspId: scope.mspId, companyId, deviceId }), 'device');
}

type Named = Omit<DeviceChange, 'companyId' | 'deviceId' | 'v'>;

/**
 * A device with facts entered by hand. Where it is synced, what the sync says of them is remembered beside, and `null` goes
 * back to that; elsewhere `null` empties the fact.
 */
export function withOwnFacts(before: DeviceRecord, named: Named): Partial<DeviceRecord> {
  const synced: Record<string, unknown> = { ...before.synced };
  const set: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(named)) {
    const isFact = (FACT_NAMES as string[]).includes(field);
    if (!isFact || !before.integrationId) set[field] = value ?? undefined;
    else if (value === null) {
      if (!(field in synced)) continue;
      set[field] = synced[field] ?? undefined;
      delete synced[field];
    } else {
      if (!(field in synced)) synced[field] = before[field as keyof DeviceRecord] ?? null;
      set[field] = value;
    }
  }
  return { ...set, synced: synced as DeviceRecord['synced'] };
}

/** Changes the named facts. 409 when someone else was first. */
export async function edit(scope: Scope, { companyId, deviceId, v, ...named }: DeviceChange): Promise<DeviceDetail> {
  const before = basedOn(await current(scope, { companyId, deviceId }), v, 'device');
  const after = indexed(revised(scope, before, withOwnFacts(before, named)));
  if (after.warrantyStart && after.warrantyEnd && after.warrantyEnd < after.warrantyStart)
    throw refused('device.warranty', OUT_OF_ORDER);
  const ops = [
    change(DeviceEntity, before, after),
    ...(before.integrationId ? [] : await claims(scope, before, after)),
    happened(scope, companyId, record(deviceId), 'changed', Object.keys(named)),
  ];
  return commit(scope, ops, [deviceChanged.of({ companyId, deviceId })], await shown(scope, after));
}

async function setRetired(scope: Scope, { v, ...one }: Versioned, retire: boolean): Promise<DeviceDetail> {
  const before = basedOn(await current(scope, one), v, 'device');
  if (Boolean(before.retiredAt) === retire)
    throw refused('device.retired', retire ? 'This device is retired already.' : 'This device is in use already.');
  const retiredAt = retire ? todayOf(scope) : undefined;
  const after = indexed(revised(scope, before, { retiredAt, lost: undefined }));
  const ops = [
    change(DeviceEntity, before, after),
    happened(scope, one.companyId, record(one.deviceId), retire ? 'archived' : 'restored'),
  ];
  return commit(scope, ops, [deviceChanged.of(one)], await shown(scope, after));
}

/** Takes a device out of use: it counts nowhere any more, and its history stays. */
export const retire = (scope: Scope, input: Versioned) => setRetired(scope, input, true);
export const restore = (scope: Scope, input: Versioned) => setRetired(scope, input, false);

/** Deletes a device that people keep. A synced one would come back with the next sync: it is retired instead. */
export async function remove(scope: Scope, { v, ...one }: Versioned): Promise<Gone> {
  const before = basedOn(await current(scope, one), v, 'device');
  if (before.integrationId)
    throw refused('device.synced', 'This device is synced and would come back. Retire it instead.');
  const ops = [removed(DeviceEntity, before), ...(await claims(scope, before, undefined))];
  return commit(scope, ops, [deviceChanged.of(one)], {});
}
