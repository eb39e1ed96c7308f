import { buildWorld } from '../world/build-world.ts';
import type { FleetSpec } from '../world/fleet-spec.ts';
import type { NinjaWorld } from '../world.ts';

const alpha: FleetSpec = {
  code: 'ALPHA',
  name: 'Alpha Clinic',
  description: '',
  prefix: 'ALP',
  dnsDomain: 'alpha.local',
  logonDomain: 'ALPHA',
  locations: [
    { name: 'Main', address: '1 Main Street, Eugene, OR 97401', publicIp: '203.0.113.61' },
    { name: 'Annex', address: '9 Side Street, Eugene, OR 97401', publicIp: '203.0.113.62' },
  ],
  people: [
    { firstName: 'Ada', lastName: 'Moss', email: 'ada.moss@alpha-clinic.example' },
    { firstName: 'Ben', lastName: 'Stone', email: 'ben.stone@alpha-clinic.example' },
  ],
  groups: [
    {
      model: 'latitude-5440',
      kind: 'LT',
      ages: [0.5, 2.5, 3.5, 6],
      systems: ['windows-11-24h2', 'windows-10-22h2'],
      locations: [0, 1],
      warrantyYears: [3, 3, 3, null],
      owners: [0, 1, null, null],
      unencrypted: 1,
      withoutPurchase: 1,
      silentDays: [undefined, undefined, undefined, 40],
    },
    { model: 'poweredge-r740', kind: 'SRV', ages: [8], systems: ['server-2016'], warrantyYears: [5] },
    { model: 'hyper-v-guest', kind: 'VM', ages: [3], systems: ['server-2022'] },
    { model: 'whitebox', kind: 'WS', ages: [4], systems: ['windows-11-22h2'] },
    { model: 'fortigate-60f', kind: 'FW', ages: [5.5] },
  ],
};

const beta: FleetSpec = {
  code: 'BETA',
  name: 'Beta Bakery',
  description: '',
  prefix: 'BET',
  dnsDomain: 'beta-bakery.example',
  logonDomain: 'AzureAD',
  locations: [{ name: 'Main', address: '2 Main Street, Bend, OR 97701', publicIp: '203.0.113.63' }],
  people: [{ firstName: 'Joe', lastName: 'Rye', email: 'joe.rye@beta-bakery.example' }],
  groups: [
    {
      model: 'elitebook-840',
      kind: 'LT',
      ages: [1, 2],
      systems: ['windows-11-24h2'],
      warrantyYears: [3],
      owners: [0, null],
    },
    { model: 'laserjet-m404', kind: 'PRN', ages: [2] },
  ],
};

/** Two small organisations for tests: ALPHA (8 devices of every sort) and BETA (3). */
export function smallWorld(now: Date): NinjaWorld {
  return buildWorld('small', [alpha, beta], now);
}
