import { devicesImported } from '../../events/devices.ts';
import { FACT_NAMES } from '../../shared/devices/device.ts';
import type {
  ImportCheck,
  Imported,
  ImportedFacts,
  ImportRows,
  ImportVerdict,
} from '../../shared/devices/device-import.ts';
import { AppError, refused } from '../../shared/kernel/error.ts';
import { nameKey } from '../../shared/kernel/text.ts';
import { commit } from '../_kit/commit.ts';
import { idFor } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { devicesOf } from './assess.service.ts';
import { DeviceEntity, type DeviceRecord } from './device.entity.ts';
import { indexed, serialClaim } from './device-records.ts';
import { claims, current, freshDevice, withOwnFacts } from './devices.service.ts';

/** Devices by what a line can name them with; a name that several bear names none. */
class Known {
  readonly #bySerial = new Map<string, DeviceRecord>();
  readonly #byName = new Map<string, DeviceRecord | 'several'>();

  constructor(devices: readonly DeviceRecord[]) {
    for (const device of devices) {
      const serial = serialClaim(device.serial);
      if (serial) this.#bySerial.set(serial, device);
      const name = nameKey(device.name);
      this.#byName.set(name, this.#byName.has(name) ? 'several' : device);
    }
  }

  /** The device that a line means: by serial number, else by name when that does not contradict. */
  find({ serial, name }: ImportedFacts): DeviceRecord | 'several' | undefined {
    const claim = serialClaim(serial);
    const same = claim && this.#bySerial.get(claim);
    if (same) return same;
    const named = this.#byName.get(nameKey(name));
    if (!named || named === 'several') return claim ? undefined : named;
    const other = serialClaim(named.serial);
    return claim && other && other !== claim ? undefined : named;
  }
}

function changesOf(device: DeviceRecord, facts: ImportedFacts) {
  return FACT_NAMES.flatMap((field) => {
    const [from, to] = [device[field] ?? null, facts[field]];
    return to === undefined || to === from ? [] : [{ field, from, to }];
  });
}

/** What a line names a device by, within one file. */
const markOf = (facts: ImportedFacts) => serialClaim(facts.serial) ?? nameKey(facts.name);

function judge(known: Known, facts: ImportedFacts): ImportVerdict {
  const device = known.find(facts);
  if (device === 'several') {
    const sentence = 'Several devices have this name. Add the serial number, so that it is clear which one is meant.';
    return { outcome: 'refused', sentence };
  }
  if (!device) return { outcome: 'new' };
  const { deviceId, v, name } = device;
  const changes = changesOf(device, facts);
  return changes.length > 0 ? { outcome: 'changed', deviceId, v, name, changes } : { outcome: 'same', deviceId, name };
}

/** Says what would become of each line of a file, in its order. Nothing is written. */
export async function checkImport(scope: Scope, { companyId, rows }: ImportCheck): Promise<{ rows: ImportVerdict[] }> {
  await currentCompany(scope, companyId);
  const known = new Known(await devicesOf(scope, companyId));
  return { rows: rows.map((facts) => judge(known, facts)) };
}

/** A device of a file has the id that follows from its serial number or name: the line sent twice makes one. */
const importedId = (companyId: string, facts: ImportedFacts) => idFor('device-import', companyId, markOf(facts));

function created(scope: Scope, companyId: string, facts: ImportedFacts): Op[] {
  const { costMinor, ...words } = facts;
  const input = { type: 'other' as const, ownership: 'owned' as const, note: '', ...words, costMinor, companyId };
  const device = { ...freshDevice(scope, input, 'import'), deviceId: importedId(companyId, facts) };
  const message = `${facts.name} was added meanwhile. Check the file again.`;
  const taken = () => new AppError(409, 'device.exists', message);
  return [
    put(DeviceEntity, device, { taken }),
    ...claims(scope, undefined, device),
    happened(scope, companyId, { type: 'device', id: device.deviceId }, 'created'),
  ];
}

async function changed(scope: Scope, one: { companyId: string; deviceId: string }, v: number, facts: ImportedFacts) {
  const before = basedOn(await current(scope, one), v, 'device');
  const moved = changesOf(before, facts);
  if (moved.length === 0) return [];
  const named = Object.fromEntries(moved.map(({ field, to }) => [field, to]));
  const after = indexed(revised(scope, before, withOwnFacts(before, named)));
  return [
    change(DeviceEntity, before, after),
    ...(before.integrationId ? [] : claims(scope, before, after)),
    happened(scope, one.companyId, { type: 'device', id: one.deviceId }, 'changed', Object.keys(named)),
  ];
}

/**
 * Writes lines of a file, all or none: new devices, and facts entered by hand of those that are there.
 *
 * @throws 409 when a device was changed or added since the file was checked
 */
export async function importRows(scope: Scope, { companyId, rows }: ImportRows): Promise<Imported> {
  const company = await currentCompany(scope, companyId);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you add devices to it.');
  const marks = new Set(rows.map(({ facts }) => markOf(facts)));
  if (marks.size < rows.length)
    throw refused('device.twice', 'Two of these lines are about the same device. Send each device once.');
  const writes = await Promise.all(
    rows.map(({ facts, deviceId, v }) =>
      deviceId && v ? changed(scope, { companyId, deviceId }, v, facts) : created(scope, companyId, facts),
    ),
  );
  const over = rows.filter(({ deviceId }) => deviceId).length;
  const answer = { created: rows.length - over, changed: over };
  return commit(scope, writes.flat(), [devicesImported.of({ companyId })], answer);
}
