import { buildWorld } from '../world/build-world.ts';
import type { FleetSpec } from '../world/fleet-spec.ts';
import type { NinjaWorld } from '../world.ts';

/** An organisation with `devices` computers for volume, of all ages up to nine years. */
export function numberedFleet(devices: number, code: string, name: string): FleetSpec {
  const laptops = Math.floor(devices * 0.7);
  const ages = (count: number) => Array.from({ length: count }, (_, index) => ((index * 37) % 900) / 100 + 0.1);
  return {
    code,
    name,
    description: '',
    prefix: code,
    dnsDomain: 'big.example',
    logonDomain: code,
    locations: [{ name: 'Main', address: '100 Long Avenue, Seattle, WA 98101', publicIp: '203.0.113.99' }],
    people: [],
    groups: [
      {
        model: 'latitude-5440',
        kind: 'LT',
        ages: ages(laptops),
        systems: ['windows-11-24h2', 'windows-10-22h2'],
        warrantyYears: [3, 4, null],
      },
      {
        model: 'optiplex-7010',
        kind: 'WS',
        ages: ages(devices - laptops),
        systems: ['windows-11-23h2'],
        warrantyYears: [3],
      },
    ],
  };
}

/** One organisation with `devices` computers, for volume. */
export function bigWorld(devices: number, now: Date): NinjaWorld {
  return buildWorld('big', [numberedFleet(devices, 'BIG', 'Big Organisation')], now);
}
