import { FACT_NAMES } from '../../shared/devices/device.ts';
import { serialOf } from '../../shared/devices/serial.ts';
import { idFor } from '../_kit/new-id.ts';
import { change, type Op, put, replace } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { findMany } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import type { Changed, Target } from '../integrations/data-set.service.ts';
import { DeviceEntity, type DeviceRecord, SerialEntity, TakenOverEntity } from './device.entity.ts';
import { indexed, serialClaim } from './device-records.ts';

const unaudited = { audit: false } as const;
/** BatchGetItem takes a hundred keys. */
const BATCH = 100;

/** What a sync knows of a device; absent facts the monitoring does not tell. */
export type SyncedFacts = Pick<DeviceRecord, 'name' | 'type'> &
  Partial<
    Pick<
      DeviceRecord,
      | 'manufacturer'
      | 'model'
      | 'serial'
      | 'os'
      | 'site'
      | 'user'
      | 'purchased'
      | 'warrantyStart'
      | 'warrantyEnd'
      | 'lastSeen'
      | 'firstSeen'
    >
  >;

/** The id of a device that a sync brought: it follows from the vendor's, so that bringing it twice makes one. */
export const syncedId = (companyId: string, key: string): string => idFor('device', companyId, key);

async function inBatches<T>(keys: readonly string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < keys.length; start += BATCH)
    found.push(...(await read(keys.slice(start, start + BATCH))));
  return found;
}

/** The stored devices behind a vendor's keys: those that follow from them, and those that a sync took over. */
export async function storedDevices(
  scope: Scope,
  companyId: string,
  keys: readonly string[],
): Promise<Map<string, DeviceRecord>> {
  const owner = { mspId: scope.mspId, companyId };
  const taken = await inBatches(keys, (some) =>
    findMany(
      scope,
      TakenOverEntity,
      some.map((key) => TakenOverEntity.get({ ...owner, key })),
    ),
  );
  const own = new Map(taken.map(({ key, deviceId }) => [key, deviceId]));
  const keyById = new Map(keys.map((key) => [own.get(key) ?? syncedId(companyId, key), key]));
  const rows = await inBatches([...keyById.keys()], (some) =>
    findMany(
      scope,
      DeviceEntity,
      some.map((deviceId) => DeviceEntity.get({ ...owner, deviceId })),
    ),
  );
  return new Map(rows.map((row) => [keyById.get(row.deviceId) ?? '', row]));
}

/** Devices that people keep under the serial numbers that a sync brings, by claim. */
async function claimants(
  scope: Scope,
  companyId: string,
  claims: readonly string[],
): Promise<Map<string, DeviceRecord>> {
  const owner = { mspId: scope.mspId, companyId };
  const rows = await inBatches(claims, (some) =>
    findMany(
      scope,
      SerialEntity,
      some.map((key) => SerialEntity.get({ ...owner, key })),
    ),
  );
  const byId = new Map(rows.map(({ key, deviceId }) => [deviceId, key]));
  const devices = await inBatches([...byId.keys()], (some) =>
    findMany(
      scope,
      DeviceEntity,
      some.map((deviceId) => DeviceEntity.get({ ...owner, deviceId })),
    ),
  );
  const free = devices.filter(({ integrationId }) => integrationId === undefined);
  return new Map(free.map((device) => [byId.get(device.deviceId) ?? '', device]));
}

/**
 * Whether what people entered of a device of theirs counts as entered by hand once a sync takes it over. The monitoring knows
 * a device's name, and the system that runs on it: an old one from a file would hide that it gets no updates. A file without
 * a column for the kind says "other", which nobody has decided.
 */
function isTheirs(field: (typeof FACT_NAMES)[number], theirs: DeviceRecord, told: Record<string, unknown>): boolean {
  if (field === 'name' || theirs[field] === undefined) return false;
  if (field === 'type') return theirs.type !== 'other';
  return field !== 'os' || told.os === undefined;
}

/**
 * A device as a sync leaves it: what people entered stays, and what the sync says of the same is kept beside it. One that
 * the monitoring had lost is in use again; one that people retired is not.
 */
export function withSyncedFacts(
  scope: Scope,
  before: DeviceRecord,
  facts: SyncedFacts,
  integrationId: string,
): DeviceRecord {
  const told: Record<string, unknown> = { ...facts, serial: serialOf(facts.serial) };
  const own =
    before.integrationId === undefined
      ? FACT_NAMES.filter((field) => isTheirs(field, before, told))
      : Object.keys(before.synced);
  const kept = new Set<string>(own);
  const synced = Object.fromEntries(own.map((field) => [field, told[field] ?? null]));
  const set = Object.fromEntries(
    FACT_NAMES.filter((field) => !kept.has(field) && field !== 'costMinor').map((field) => [field, told[field]]),
  );
  return indexed(
    revised(scope, before, {
      ...set,
      synced: synced as DeviceRecord['synced'],
      integrationId,
      lastSeen: facts.lastSeen ?? before.lastSeen,
      firstSeen: facts.firstSeen ?? before.firstSeen,
      ...(before.lost ? { lost: undefined, retiredAt: undefined } : {}),
    }),
  );
}

function fresh(scope: Scope, companyId: string, key: string, facts: SyncedFacts, integrationId: string): DeviceRecord {
  const device = {
    firstSeen: todayOf(scope),
    ...facts,
    serial: serialOf(facts.serial),
    companyId,
    deviceId: syncedId(companyId, key),
    integrationId,
    health: 'unknown' as const,
    ownership: 'owned' as const,
    note: '',
    synced: {},
    retiredAt: undefined,
  };
  return stamped(scope, indexed(device), 'sync');
}

/** Writes that bring devices of a sync: new ones, changed ones, and those of people that it takes over by serial number. */
export async function bring(
  scope: Scope,
  { companyId, integrationId }: Target,
  changed: readonly Changed<SyncedFacts>[],
): Promise<Op[]> {
  const keys = changed.map(({ key }) => key);
  const stored = await storedDevices(scope, companyId, keys);
  const claimed = changed.flatMap(({ key, content }) => (stored.has(key) ? [] : (serialClaim(content.serial) ?? [])));
  const kept = await claimants(scope, companyId, [...new Set(claimed)]);
  return changed.flatMap(({ key, content }) => {
    const before = stored.get(key);
    if (before)
      return [change(DeviceEntity, before, withSyncedFacts(scope, before, content, integrationId), unaudited)];
    const claim = serialClaim(content.serial);
    const theirs = claim === undefined ? undefined : kept.get(claim);
    if (!claim || !theirs) return [put(DeviceEntity, fresh(scope, companyId, key, content, integrationId), unaudited)];
    kept.delete(claim);
    const { deviceId } = theirs;
    return [
      change(DeviceEntity, theirs, withSyncedFacts(scope, theirs, content, integrationId)),
      replace(TakenOverEntity, { mspId: scope.mspId, companyId, key, deviceId }),
    ];
  });
}

/** Writes that retire devices which the monitoring has lost: where they were used stays known. */
export async function lose(scope: Scope, { companyId }: Target, keys: readonly string[]): Promise<Op[]> {
  const stored = await storedDevices(scope, companyId, keys);
  return [...stored.values()].flatMap((device) => {
    if (device.retiredAt) return [];
    const gone = indexed(revised(scope, device, { retiredAt: todayOf(scope), lost: true }));
    return [change(DeviceEntity, device, gone, unaudited)];
  });
}
