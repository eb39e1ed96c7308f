import type { FleetSpec } from '../world/fleet-spec.ts';

/** The MSP's own devices: an organisation that is mapped to no company. */
export const ownFleet: FleetSpec = {
  code: 'NIT',
  name: 'Northlight IT Partners (internal)',
  description: 'Own devices and loaners',
  prefix: 'NIT',
  dnsDomain: 'northlight.example',
  logonDomain: 'AzureAD',
  locations: [{ name: 'Portland', address: '500 NW 9th Avenue, Portland, OR 97209', publicIp: '203.0.113.5' }],
  people: [],
  groups: [
    {
      model: 'latitude-5440',
      kind: 'LOAN',
      ages: [2.2, 2.2, 1.4, 1.4],
      systems: ['windows-11-24h2'],
      warrantyYears: [3],
    },
  ],
};
