import type { FleetSpec } from '../world/fleet-spec.ts';
import { staffOf } from './people.ts';

const STAFF = Array.from({ length: 24 }, (_, index) => index);

/** Nonprofit and model client: young laptops under warranty, joined to Entra ID. 1 device overdue, 3 warranties expired. */
export function brightwater(now: Date): FleetSpec {
  return {
    code: 'BCT',
    name: 'Brightwater Community Trust',
    description: 'Salem office and home workers',
    prefix: 'BCT',
    dnsDomain: 'brightwatertrust.example',
    logonDomain: 'AzureAD',
    locations: [{ name: 'Salem', address: '188 Court Street NE, Salem, OR 97301', publicIp: '203.0.113.44' }],
    people: staffOf('BCT', now),
    groups: [
      {
        model: 'elitebook-840',
        kind: 'LT',
        ages: [2.6, 2.6, 2.6, 2.6, 2.5, 2.5, 1.4, 1.4, 1.4, 1.3, 0.5, 0.5],
        systems: ['windows-11-24h2', 'windows-11-25h2'],
        warrantyYears: [3],
        owners: STAFF.slice(0, 12),
      },
      {
        model: 'thinkpad-t14',
        kind: 'LT',
        ages: [3.2, 3.2, 2.9, 2.9, 2.2, 2.2, 1.7, 1.7, 1.7],
        systems: ['windows-11-23h2', 'windows-11-24h2'],
        warrantyYears: [3],
        owners: STAFF.slice(12, 21),
        silentDays: [undefined, undefined, undefined, 33, undefined, undefined, undefined, undefined, undefined],
      },
      {
        model: 'optiplex-7010',
        kind: 'WS',
        ages: [3.3, 2.4, 2.4],
        systems: ['windows-11-24h2'],
        warrantyYears: [3],
        owners: [null],
      },
      {
        // Donated and put together by a volunteer: nobody filled in the firmware.
        model: 'whitebox',
        kind: 'WS',
        ages: [4.2, 4.1],
        systems: ['windows-11-23h2'],
        owners: [21, 22],
        serials: ['To be filled by O.E.M.', undefined],
        withoutPurchase: 1,
      },
      { model: 'fortigate-60f', kind: 'FW', ages: [2.6], warrantyYears: [3] },
      { model: 'aruba-1930', kind: 'SW', ages: [2.6] },
      { model: 'unifi-u6', kind: 'AP', ages: [2.6, 2.6] },
      { model: 'laserjet-m404', kind: 'PRN', ages: [6.6, 1.9] },
      { model: 'smart-ups', kind: 'UPS', ages: [2.6] },
      { model: 'ipad', kind: 'TAB', ages: [1.8, 1.8, 1.8, 1.8] },
      { model: 'galaxy-tab', kind: 'TAB', ages: [2.4, 2.4] },
      {
        // Laptops set up anew under another name: the old entries were never taken out.
        model: 'elitebook-840',
        kind: 'OLD',
        ages: [2.6],
        systems: ['windows-11-22h2'],
        silentDays: [210],
        twinOf: 'BCT-LT-003',
      },
      {
        model: 'thinkpad-t14',
        kind: 'OLD',
        ages: [2.2],
        systems: ['windows-11-22h2'],
        silentDays: [96],
        twinOf: 'BCT-LT-017',
      },
    ],
  };
}
