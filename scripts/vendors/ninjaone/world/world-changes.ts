import { WorldChangeError } from '../../_kit/command.ts';
import { guidOf } from '../../_kit/random.ts';
import { type Device, findOrganisation, type NinjaWorld, type Organisation } from '../world.ts';
import { addFleet } from './build-fleet.ts';
import type { HardwareModel } from './hardware.ts';
import type { SystemName } from './operating-systems.ts';

/** Finds an organisation for a control command by id, name or demo code. */
export function organisationNamed(world: NinjaWorld, name: string): Organisation {
  const found = findOrganisation(world, name);
  if (!found) throw new WorldChangeError(`There is no organisation "${name}" in this world.`);
  return found;
}

/** Finds a device by id or name. */
export function deviceNamed(world: NinjaWorld, name: string): Device {
  const found = world.devices.find((row) => String(row.id) === name || row.name === name);
  if (!found) throw new WorldChangeError(`There is no device "${name}" in this world.`);
  return found;
}

export function addOrganisation(world: NinjaWorld, input: { code: string; name: string }, now: Date): Organisation {
  if (findOrganisation(world, input.name)) {
    throw new WorldChangeError(`There already is an organisation "${input.name}".`);
  }
  const place = { name: 'Main', address: '', publicIp: '203.0.113.200' };
  const spec = { ...input, description: '', prefix: input.code, dnsDomain: 'new.local', logonDomain: input.code };
  return addFleet(world, { ...spec, locations: [place], people: [], groups: [] }, now);
}

/** Enrols a device: bought and first seen now, no warranty known. */
export function addDevice(
  world: NinjaWorld,
  organisation: Organisation,
  input: { name: string; model: HardwareModel; system?: SystemName | undefined; serial: string },
  now: Date,
): Device {
  const at = now.toISOString();
  const template = world.devices.find((row) => row.organisationId === organisation.id) ?? world.devices[0];
  if (!template) throw new WorldChangeError('A world without devices cannot enrol one.');
  const id = world.nextDeviceId++;
  const device: Device = {
    ...template,
    id,
    uid: guidOf(world.seed, 'device', id),
    organisationId: organisation.id,
    locationId: organisation.locations[0]?.id ?? 0,
    model: input.model,
    name: input.name,
    serial: input.serial,
    os: input.system ? { system: input.system, needsReboot: false, lastBootAt: at } : null,
    offline: false,
    createdAt: at,
    lastContactAt: at,
    warranty: null,
    purchasedAt: at,
    ownerUid: null,
    lastLogon: null,
  };
  world.devices.push(device);
  return device;
}

/** Takes a device out as an administrator would: gone from every listing. */
export function removeDevice(world: NinjaWorld, device: Device): void {
  world.devices = world.devices.filter((row) => row !== device);
}
