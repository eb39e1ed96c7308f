import type { FleetSpec } from '../world/fleet-spec.ts';
import { staffOf } from './people.ts';

const BEAVERTON = 0;
const TIGARD = 1;
const HILLSBORO = 2;

/**
 * Dental practice with an old fleet: front desks and two imaging servers past their life, Windows 10 and Windows Server
 * 2016 still at work, eleven desktops without disk encryption. 15 devices overdue, 21 warranties expired.
 */
export function cedarRidge(now: Date): FleetSpec {
  return {
    code: 'CRD',
    name: 'Cedar Ridge Family Dental',
    description: 'Three practices, imaging on site',
    prefix: 'CRD',
    dnsDomain: 'crd.local',
    logonDomain: 'CRD',
    locations: [
      { name: 'Beaverton', address: '12750 SW Canyon Road, Beaverton, OR 97005', publicIp: '203.0.113.21' },
      { name: 'Tigard', address: '11600 SW Main Street, Tigard, OR 97223', publicIp: '203.0.113.22' },
      { name: 'Hillsboro', address: '245 E Main Street, Hillsboro, OR 97123', publicIp: '203.0.113.23' },
    ],
    people: staffOf('CRD', now),
    groups: [
      {
        // Front desks: bought in two lots, never renewed.
        model: 'optiplex-3060',
        kind: 'WS',
        ages: [8.6, 8.1, 7.9, 7.2, 7.2, 6.8, 6.8, 6.3, 5.6],
        systems: ['windows-10-22h2', 'windows-10-22h2', 'windows-10-21h2'],
        locations: [BEAVERTON, TIGARD, HILLSBORO],
        warrantyYears: [3],
        owners: [null],
        unencrypted: 9,
        withoutPurchase: 3,
      },
      {
        model: 'optiplex-7010',
        kind: 'WS',
        ages: [3.2, 3.2, 3.1, 2.9, 2.9, 2.9, 2.4, 2.4, 2.3, 1.6, 1.6, 1.5, 0.8, 0.8],
        systems: ['windows-11-23h2', 'windows-11-24h2'],
        locations: [BEAVERTON, TIGARD, HILLSBORO],
        warrantyYears: [4],
        owners: [12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26, 27, 18],
      },
      {
        // Imaging: bought with the scanners, out of warranty, junk in one's firmware after a board swap.
        model: 'precision-3640',
        kind: 'IMG',
        ages: [4.4, 4.4, 4.3],
        systems: ['windows-10-22h2'],
        locations: [BEAVERTON, TIGARD, HILLSBORO],
        warrantyYears: [3],
        unencrypted: 2,
        serials: [undefined, 'System Serial Number', undefined],
      },
      {
        model: 'prodesk-400',
        kind: 'WS',
        ages: [4.7, 4.6, 4.6, 4.2, 4.2],
        systems: ['windows-11-22h2', 'windows-11-23h2'],
        warrantyYears: [3],
        owners: [8, 9, 10, 11, 5],
      },
      {
        model: 'thinkcentre-m70q',
        kind: 'WS',
        ages: [4.4, 4.1, 3.8],
        systems: ['windows-11-23h2'],
        locations: [TIGARD, HILLSBORO, HILLSBORO],
        owners: [6, 7, 20],
        serials: ['Default string', undefined, undefined],
        withoutPurchase: 1,
      },
      {
        model: 'latitude-5440',
        kind: 'LT',
        ages: [3.4, 3.3, 2.6, 2.1, 1.1, 0.4],
        systems: ['windows-11-24h2', 'windows-11-24h2', 'windows-11-23h2'],
        warrantyYears: [3],
        owners: [0, 1, 2, 3, 4, 19],
        silentDays: [undefined, undefined, 12, undefined, undefined, undefined],
      },
      {
        // The imaging servers of the demo's story: Windows Server 2016, out of warranty and past their life.
        model: 'poweredge-r740',
        kind: 'SRV',
        ages: [8.4, 8.2],
        systems: ['server-2016'],
        locations: [BEAVERTON, TIGARD],
        warrantyYears: [5],
      },
      { model: 'proliant-dl360', kind: 'SRV', ages: [4.9], systems: ['server-2022'], warrantyYears: [5] },
      {
        model: 'hyper-v-guest',
        kind: 'VM',
        ages: [4.8, 4.8, 2.2],
        systems: ['server-2022', 'server-2019', 'server-2022'],
      },
      { model: 'fortigate-60f', kind: 'FW', ages: [5.4, 3.1, 3.1], locations: [BEAVERTON, TIGARD, HILLSBORO] },
      {
        model: 'aruba-1930',
        kind: 'SW',
        ages: [5.1, 5.1, 3.1, 3.1, 3.0],
        locations: [BEAVERTON, BEAVERTON, TIGARD, HILLSBORO],
      },
      {
        model: 'unifi-u6',
        kind: 'AP',
        ages: [5.3, 3.1, 3.1, 3.1, 3.0, 3.0, 1.2],
        locations: [BEAVERTON, TIGARD, HILLSBORO],
      },
      { model: 'synology-ds923', kind: 'NAS', ages: [3.2] },
      {
        model: 'laserjet-m404',
        kind: 'PRN',
        ages: [6.9, 6.4, 4.0, 4.0, 2.5, 1.0],
        locations: [BEAVERTON, TIGARD, HILLSBORO],
      },
      {
        // A front desk set up anew after a disk failure: the old entry was never taken out. Same board, same serial.
        model: 'optiplex-7010',
        kind: 'OLD',
        ages: [3.2],
        systems: ['windows-11-22h2'],
        silentDays: [143],
        twinOf: 'CRD-WS-010',
        withoutPurchase: 1,
      },
    ],
  };
}
