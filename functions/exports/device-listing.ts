import type { DeviceRow } from '../../shared/devices/device.ts';
import { deviceTypeName } from '../../shared/devices/words.ts';
import { decimal } from '../../shared/exports/csv.ts';
import { listAll as allDevices, list as devicesOf } from '../devices/list.service.ts';
import { listing, withClient } from './listing.ts';

/** Devices under headings that an import of devices knows again. */
export const devices = listing<'devices', DeviceRow & { client: string }>(
  [
    ['Name', (row) => row.name],
    ['Client', (row) => row.client],
    ['Type', (row) => deviceTypeName(row.type)],
    ['Manufacturer', (row) => row.manufacturer],
    ['Model', (row) => row.model],
    ['Serial number', (row) => row.serial],
    ['Operating system', (row) => row.os],
    ['System supported until', (row) => row.osEnds],
    ['Site', (row) => row.site],
    ['User', (row) => row.user],
    ['Health', (row) => row.health],
    ['Last seen', (row) => row.lastSeen],
    ['Purchased', (row) => row.purchased],
    ['Cost', (row) => decimal(row.costMinor, row.currency)],
    ['Warranty from', (row) => row.warrantyStart],
    ['Warranty until', (row) => row.warrantyEnd],
    ['Warranty state', (row) => row.warranty],
    ['Lifecycle', (row) => row.lifecycle],
    ['Replacement due', (row) => row.replacementDue],
    ['Replacement due is estimated', (row) => row.isEstimated],
    ['Replacement', (row) => decimal(row.replacementMinor, row.currency)],
    ['Currency', (row) => row.currency],
    ['Ownership', (row) => row.ownership],
    ['Retired', (row) => row.retiredAt],
  ],
  async (scope, { companyId, filter, limit, cursor }) => {
    const { quarter, ...anywhere } = filter;
    const page = companyId
      ? await devicesOf(scope, { ...filter, companyId, limit, cursor })
      : await allDevices(scope, { ...anywhere, limit, cursor });
    return withClient(scope, page);
  },
);
