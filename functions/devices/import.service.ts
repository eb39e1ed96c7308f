import { devicesImported } from '../../events/devices.ts';
import {
  changesOf,
  type Imported,
  type ImportVerdict,
  importedOf,
  isTwice,
  verdictOn,
} from '../../shared/csv/importing.ts';
import { Known } from '../../shared/csv/known.ts';
import { FACT_NAMES, inOrder, OUT_OF_ORDER } from '../../shared/devices/device.ts';
import { type ImportCheck, type ImportedFacts, type ImportRows, markOf } from '../../shared/devices/device-import.ts';
import { serialMark } from '../../shared/devices/serial.ts';
import { AppError, refused } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { idFor } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { devicesOf } from './assess.service.ts';
import { DeviceEntity, type DeviceRecord } from './device.entity.ts';
import { indexed } from './device-records.ts';
import { current, freshDevice, withOwnFacts } from './devices.service.ts';
import { claims } from './serial-claims.ts';

const SEVERAL_SERIALS = 'Several devices have this serial number. Correct it in the list, then import this line again.';
const SEVERAL_NAMES = 'Several devices have this name. Add the serial number, so that it is clear which one is meant.';

/** A device of a file has the id that follows from its serial number or name: the line sent twice makes one. */
const importedId = (companyId: string, facts: ImportedFacts) => idFor('device-import', companyId, markOf(facts));

const knownIn = (companyId: string, devices: readonly DeviceRecord[]) =>
  new Known<DeviceRecord, ImportedFacts>(devices, {
    id: ({ deviceId }) => deviceId,
    namedBy: ({ serial, name }) => ({ mark: serialMark(serial), name }),
    idOf: (facts) => importedId(companyId, facts),
  });

function judge(known: Known<DeviceRecord, ImportedFacts>, facts: ImportedFacts): ImportVerdict {
  const device = known.find(facts);
  if (!device) return { outcome: 'new' };
  if (device === 'several') {
    return serialMark(facts.serial)
      ? { outcome: 'refused', field: 'serial', sentence: SEVERAL_SERIALS }
      : { outcome: 'refused', field: 'name', sentence: SEVERAL_NAMES };
  }
  if (!inOrder({ ...device, ...facts })) return { outcome: 'refused', field: 'warrantyEnd', sentence: OUT_OF_ORDER };
  return verdictOn({ ...device, id: device.deviceId }, changesOf(device, facts, FACT_NAMES));
}

/** Says what would become of each line of a file, in its order. Nothing is written. */
export async function checkImport(scope: Scope, { companyId, rows }: ImportCheck): Promise<{ rows: ImportVerdict[] }> {
  await currentCompany(scope, companyId);
  const known = knownIn(companyId, await devicesOf(scope, companyId));
  return { rows: rows.map((facts) => judge(known, facts)) };
}

async function created(scope: Scope, companyId: string, facts: ImportedFacts): Promise<Op[]> {
  const { costMinor, ...words } = facts;
  const input = { type: 'other' as const, ownership: 'owned' as const, note: '', ...words, costMinor, companyId };
  const device = { ...freshDevice(scope, input, 'import'), deviceId: importedId(companyId, facts) };
  const message = `${facts.name} was added meanwhile. Check the file again.`;
  const taken = () => new AppError(409, 'device.exists', message);
  return [
    put(DeviceEntity, device, { taken }),
    ...(await claims(scope, undefined, device)),
    happened(scope, companyId, { type: 'device', id: device.deviceId }, 'created'),
  ];
}

async function changed(scope: Scope, companyId: string, over: { id: string; v: number }, facts: ImportedFacts) {
  const one = { companyId, deviceId: over.id };
  const before = basedOn(await current(scope, one), over.v, 'device');
  const moved = changesOf(before, facts, FACT_NAMES);
  if (moved.length === 0) return [];
  const named = Object.fromEntries(moved.map(({ field, to }) => [field, to]));
  const after = indexed(revised(scope, before, withOwnFacts(before, named)));
  return [
    change(DeviceEntity, before, after),
    ...(before.integrationId ? [] : await claims(scope, before, after)),
    happened(scope, companyId, { type: 'device', id: one.deviceId }, 'changed', Object.keys(named)),
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
  if (isTwice(rows, markOf))
    throw refused('device.twice', 'Two of these lines are about the same device. Send each device once.');
  const writes = await Promise.all(
    rows.map(({ facts, over }) => (over ? changed(scope, companyId, over, facts) : created(scope, companyId, facts))),
  );
  return commit(scope, writes.flat(), [devicesImported.of({ companyId })], importedOf(rows));
}
