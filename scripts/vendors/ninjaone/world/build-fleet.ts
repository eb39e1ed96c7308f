import { guidOf, type Random, randomFrom } from '../../_kit/random.ts';
import type { Device, Health, NinjaWorld, Organisation } from '../world.ts';
import { daysBefore, YEAR_DAYS } from './dates.ts';
import type { DeviceGroup, FleetSpec, Person } from './fleet-spec.ts';
import { HARDWARE, serialOf } from './hardware.ts';

const GB = 1024 ** 3;

interface Builder {
  world: NinjaWorld;
  organisation: Organisation;
  spec: FleetSpec;
  random: Random;
  now: Date;
  /** Devices made so far, by kind: numbers go on over groups. */
  numbers: Map<string, number>;
}

/** Adds an organisation with its locations, end users and devices. Ids and serials do not depend on the clock. */
export function addFleet(world: NinjaWorld, spec: FleetSpec, now: Date): Organisation {
  const random = randomFrom(`${world.seed}|fleet|${spec.code}`);
  const id = world.organisations.length + 1;
  const organisation: Organisation = {
    code: spec.code,
    id,
    name: spec.name,
    description: spec.description,
    locations: spec.locations.map(({ name, address }, index) => ({ id: id * 10 + index, name, address })),
    endUsers: spec.people.map((person, index) => ({
      ...person,
      id: id * 1_000 + index,
      uid: guidOf(world.seed, 'end user', person.email),
    })),
  };
  world.organisations.push(organisation);
  const builder: Builder = { world, organisation, spec, random, now, numbers: new Map() };
  for (const group of spec.groups) {
    for (const [index, age] of group.ages.entries()) world.devices.push(device(builder, group, index, age));
  }
  return organisation;
}

function nth<T>(list: readonly T[] | undefined, index: number): T | undefined {
  return list && list.length > 0 ? list[index % list.length] : undefined;
}

function device(builder: Builder, group: DeviceGroup, index: number, age: number): Device {
  const { world, organisation, spec, random, now, numbers } = builder;
  const hardware = HARDWARE[group.model];
  const id = world.nextDeviceId++;
  const number = (numbers.get(group.kind) ?? 0) + 1;
  numbers.set(group.kind, number);
  const location = nth(group.locations, index) ?? 0;
  const ageDays = age * YEAR_DAYS;
  const warranty = nth(group.warrantyYears, index) ?? null;
  const owner = nth(group.owners, index) ?? null;
  const silent = nth(group.silentDays, index) ?? random.next() / 24;
  const system = nth(group.systems, index);
  const person = owner === null ? undefined : spec.people[owner];
  const twin = group.twinOf === undefined ? undefined : twinOf(world, organisation, group.twinOf);
  return {
    id,
    uid: guidOf(world.seed, 'device', id),
    organisationId: organisation.id,
    locationId: organisation.locations[location]?.id ?? 0,
    model: group.model,
    name: `${spec.prefix}-${group.kind}-${String(number).padStart(3, '0')}`,
    dnsDomain: spec.dnsDomain,
    domain: spec.logonDomain === 'AzureAD' ? 'WORKGROUP' : spec.dnsDomain,
    serial: twin?.serial ?? nth(group.serials, index) ?? serialOf(group.model, random),
    os: system
      ? { system, needsReboot: random.between(1, 8) === 1, lastBootAt: daysBefore(now, silent + random.next() * 20) }
      : null,
    approved: true,
    offline: silent > 1,
    // The agent comes with the set-up, a few days after the purchase.
    createdAt: daysBefore(now, Math.max(silent, ageDays - random.between(4, 20))),
    lastContactAt: daysBefore(now, silent),
    memoryBytes: hardware.memoryGb * GB,
    disks: hardware.diskGb > 0 ? [{ model: 'KIOXIA KXG8', sizeBytes: hardware.diskGb * 1_000_000_000, ssd: true }] : [],
    freeShare: random.between(8, 82) / 100,
    encrypted: index >= (group.unencrypted ?? 0),
    ipAddress: `10.${20 + organisation.id}.${location}.${(id % 240) + 10}`,
    macAddress: twin?.macAddress ?? macOf(world.seed, id),
    publicIp: spec.locations[location]?.publicIp ?? '',
    warranty: warranty === null ? null : warrantyOf(now, ageDays, warranty),
    purchasedAt: index < (group.withoutPurchase ?? 0) ? null : daysBefore(now, Math.floor(ageDays)),
    assetTag: `${spec.prefix}${String(id).padStart(5, '0')}`,
    ownerUid: person ? guidOf(world.seed, 'end user', person.email) : null,
    lastLogon: system && person ? { userName: logonName(spec, person), at: daysBefore(now, silent + 0.2) } : null,
    health: healthOf(random, silent),
  };
}

function twinOf({ devices }: NinjaWorld, { id }: Organisation, name: string): Device {
  const found = devices.find((row) => row.organisationId === id && row.name === name);
  if (!found) throw new Error(`There is no earlier device "${name}" to be a twin of.`);
  return found;
}

function macOf(seed: string, id: number): string {
  const bytes = guidOf(seed, 'mac', id).replaceAll('-', '').toUpperCase().match(/../g) ?? [];
  return ['00', ...bytes].slice(0, 6).join(':');
}

/** As the makers count: whole years from the day of shipment. */
function warrantyOf(now: Date, ageDays: number, years: number): Device['warranty'] {
  const startAt = `${daysBefore(now, ageDays).slice(0, 10)}T00:00:00.000Z`;
  const end = new Date(startAt);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return { startAt, endAt: end.toISOString() };
}

/** `CRD\laila.kapoor` in a domain; on devices joined to Entra ID Windows makes the name of the display name. */
function logonName({ logonDomain }: FleetSpec, { firstName, lastName, email }: Person): string {
  const name = logonDomain === 'AzureAD' ? `${firstName}${lastName}`.replaceAll(' ', '') : email.split('@')[0];
  return `${logonDomain}\\${name}`;
}

function healthOf(random: Random, silentDays: number): Health {
  const draw = random.between(1, 20);
  const pendingOsPatches = random.between(0, 4);
  const quiet = { alerts: 0, pendingOsPatches, failedOsPatches: 0, activeThreats: 0 };
  if (silentDays > 7) return { ...quiet, status: 'UNKNOWN' };
  if (draw === 1) return { ...quiet, status: 'UNHEALTHY', alerts: 2, failedOsPatches: 3 };
  return draw < 4 ? { ...quiet, status: 'NEEDS_ATTENTION', alerts: 1 } : { ...quiet, status: 'HEALTHY' };
}
