import { AppError } from '../../shared/kernel/error.ts';
import { erase, type Op, put, replace } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { DeviceEntity, type DeviceRecord, SerialEntity } from './device.entity.ts';
import { serialClaim } from './device-records.ts';

type Bearer = Pick<DeviceRecord, 'companyId' | 'deviceId' | 'serial'>;

const claimTo = (scope: Scope, companyId: string, key: string) =>
  find(scope, SerialEntity, SerialEntity.get({ mspId: scope.mspId, companyId, key }), { consistent: true });

function taken(serial: string | undefined, by: string): AppError {
  const message = `${by} has the serial number ${serial} already. Correct it there first, or enter another one.`;
  return new AppError(409, 'serial.taken', message, { errors: [{ path: 'serial', message }] });
}

async function laid(scope: Scope, { companyId, deviceId, serial }: Bearer, key: string): Promise<Op> {
  const { mspId } = scope;
  const row = { mspId, companyId, key, deviceId };
  const claim = await claimTo(scope, companyId, key);
  if (!claim) return put(SerialEntity, row, { taken: () => taken(serial, 'Another device'), audit: false });
  const get = DeviceEntity.get({ mspId, companyId, deviceId: claim.deviceId });
  const holder = await find(scope, DeviceEntity, get, { consistent: true });
  // A sync changes the number of a device that it took over, and asks nobody: the claim stays behind.
  const holds = holder && holder.deviceId !== deviceId && serialClaim(holder.serial) === key;
  if (holds) throw taken(serial, holder.name);
  return replace(SerialEntity, row);
}

async function dropped(scope: Scope, { companyId, deviceId }: Bearer, key: string): Promise<Op[]> {
  const claim = await claimTo(scope, companyId, key);
  // Another device may have it by now.
  return claim?.deviceId === deviceId ? [erase(SerialEntity, claim)] : [];
}

/**
 * The part of a commit by which a device that people keep lays claim to its serial number, or lets go of it.
 *
 * @throws 409 when another device has the number: a sync that brings it could not tell which one is meant
 */
export async function claims(scope: Scope, before: Bearer | undefined, after: Bearer | undefined): Promise<Op[]> {
  const [had, has] = [serialClaim(before?.serial), serialClaim(after?.serial)];
  if (had === has) return [];
  const [old, own] = await Promise.all([
    had && before ? dropped(scope, before, had) : [],
    has && after ? laid(scope, after, has) : undefined,
  ]);
  return own ? [...old, own] : old;
}

/** The claim of a device that a sync gives back to people. */
export function claimGivenBack({ mspId }: Scope, { companyId, deviceId, serial }: Bearer): Op[] {
  const key = serialClaim(serial);
  return key ? [replace(SerialEntity, { mspId, companyId, key, deviceId })] : [];
}
