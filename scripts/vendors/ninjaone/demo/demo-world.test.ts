import { describe, expect, it } from 'vitest';
import { demoWorld as microsoftWorld } from '../../graph/demo/demo-world.ts';
import { DAY_MS, YEAR_DAYS } from '../world/dates.ts';
import { HARDWARE } from '../world/hardware.ts';
import type { Device } from '../world.ts';
import { bigWorld } from './big-world.ts';
import { demoWorld } from './demo-world.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const world = demoWorld(NOW);
const fleet = (code: string) => {
  const organisation = world.organisations.find((row) => row.code === code);
  return world.devices.filter(({ organisationId }) => organisationId === organisation?.id);
};
const ageYears = (device: Device) => (NOW.getTime() - Date.parse(device.createdAt)) / DAY_MS / YEAR_DAYS;
const expired = ({ warranty }: Device) => warranty !== null && Date.parse(warranty.endAt) < NOW.getTime();

/** Lifespans in years that the product ships with, by the class at the vendor. */
const LIFESPANS: Record<string, number> = { WINDOWS_SERVER: 7, NMS_SWITCH: 7, NMS_PRINTER: 6 };
const overdue = (device: Device) => ageYears(device) > (LIFESPANS[HARDWARE[device.model].nodeClass] ?? 5);

describe("the demo clients' fleets", () => {
  it.each([
    ['CRD', 69, 15, 21],
    ['BCT', 41, 1, 3],
  ])('%s has its devices, those past their life, and warranties that ended', (code, devices, old, ended) => {
    const rows = fleet(code);
    expect(rows).toHaveLength(devices);
    expect(rows.filter(overdue)).toHaveLength(old);
    expect(rows.filter(expired)).toHaveLength(ended);
  });

  it('tell of Windows 10, Windows Server 2016 and eleven unencrypted desktops at the dental practice', () => {
    const systems = fleet('CRD').map(({ os }) => os?.system);
    expect(systems.filter((name) => name === 'server-2016')).toHaveLength(2);
    expect(systems.filter((name) => name?.startsWith('windows-10'))).toHaveLength(12);
    expect(fleet('CRD').filter(({ encrypted }) => !encrypted)).toHaveLength(11);
  });

  it('have the flaws of real ones: twins, junk serials, unknown purchases', () => {
    const serials = world.devices.filter(({ os }) => os).map(({ serial }) => serial);
    const junk = new Set(['Default string', 'To be filled by O.E.M.', 'System Serial Number']);
    const told = serials.filter((serial) => !junk.has(serial));
    expect(serials.length - told.length).toBe(4);
    expect(told.length - new Set(told).size).toBe(3);
    expect(world.devices.filter(({ purchasedAt }) => purchasedAt === null)).toHaveLength(6);
  });

  it('belong to people whose mail addresses Microsoft 365 knows too', () => {
    const known = new Set(microsoftWorld(NOW).tenants.flatMap(({ users }) => users.map(({ mail }) => mail)));
    const people = world.organisations.flatMap(({ endUsers }) => endUsers);
    expect(people.filter(({ email }) => !known.has(email))).toEqual([]);
    const uids = new Set(people.map(({ uid }) => uid));
    const owned = world.devices.filter(({ ownerUid }) => ownerUid !== null);
    expect(owned.length).toBeGreaterThan(50);
    expect(owned.every(({ ownerUid }) => uids.has(ownerUid ?? ''))).toBe(true);
    expect(new Set(owned.map(({ ownerUid }) => ownerUid)).size).toBe(owned.length);
  });

  it('are the same bytes for the same clock, and the same devices for another', () => {
    expect(JSON.stringify(demoWorld(NOW))).toBe(JSON.stringify(world));
    const later = demoWorld(new Date(NOW.getTime() + 40 * DAY_MS));
    const keys = ({ devices }: typeof world) => devices.map(({ id, uid, serial, name }) => [id, uid, serial, name]);
    expect(keys(later)).toEqual(keys(world));
  });

  it('never contradict time', () => {
    for (const device of [...world.devices, ...bigWorld(500, NOW).devices]) {
      expect(Date.parse(device.createdAt)).toBeLessThanOrEqual(Date.parse(device.lastContactAt));
      expect(Date.parse(device.lastContactAt)).toBeLessThanOrEqual(NOW.getTime());
      if (device.purchasedAt) expect(device.purchasedAt <= device.createdAt).toBe(true);
    }
  });
});

describe('a big fleet', () => {
  it('has as many devices as asked for, of all ages', () => {
    const ages = bigWorld(2_000, NOW).devices.map(ageYears);
    expect(ages).toHaveLength(2_000);
    expect(Math.max(...ages)).toBeGreaterThan(8.5);
    expect(Math.min(...ages)).toBeLessThan(0.5);
  });
});
