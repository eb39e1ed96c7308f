import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Device, DeviceDetail, Health } from '../../shared/devices/device.ts';
import type { DeviceType } from '../../shared/devices/device-type.ts';
import { type Listed, withDetail } from '../_kit/detail.ts';
import { recordAttributes, STAMPS } from '../_kit/record.ts';

const inCompany = ['mspId', 'companyId'] as const;
const onShelf = ['mspId', 'companyId', 'shelf'] as const;

/**
 * A device: what lists show of it, and what it is reckoned from. What follows from the policies and from today is never
 * stored. Two indexes of the company's own, two over all of the MSP's. A list reads a hundred: hence the short names, the
 * shelf in the partition, where it needs no room of its own, and the detail that no index holds.
 */
const RowEntity = new Entity({
  model: { entity: 'device', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    deviceId: { type: 'string', required: true },
    integrationId: { type: 'string', field: 'in' },
    /** What lists know of the integration. */
    isMonitored: { type: 'boolean', field: 'mn', required: true, default: false },
    /** In use, or retired: every index keeps them apart. */
    shelf: { type: ['u', 'r'] as const, required: true },
    name: { type: 'string', required: true },
    /** Sort form of the name. */
    sort: { type: 'string', required: true },
    type: { type: CustomAttributeType<DeviceType>('string'), required: true },
    manufacturer: { type: 'string', field: 'mk' },
    model: { type: 'string', field: 'mo' },
    serial: { type: 'string', field: 'sn' },
    os: { type: 'string' },
    site: { type: 'string' },
    user: { type: 'string' },
    health: { type: CustomAttributeType<Health>('string'), field: 'he', required: true, default: 'unknown' },
    lastSeen: { type: 'string', field: 'ls' },
    firstSeen: { type: 'string', field: 'fs' },
    purchased: { type: 'string', field: 'pu' },
    warrantyStart: { type: 'string', field: 'ws' },
    warrantyEnd: { type: 'string', field: 'we' },
    /** The end of the warranty as lists sort it: unknown ones last. */
    covered: { type: 'string', required: true },
    costMinor: { type: 'number', field: 'co' },
    ownership: { type: CustomAttributeType<Device['ownership']>('string'), required: true, default: 'owned' },
    note: { type: 'string', required: true, default: '' },
    /** What the sync says of facts that a person entered otherwise. */
    synced: { type: CustomAttributeType<DeviceDetail['synced']>('any'), required: true, default: () => ({}) },
    retiredAt: { type: 'string', field: 're' },
    /** It was retired because the monitoring lost it, and comes back with it. */
    lost: { type: 'boolean' },
  },
  indexes: {
    record: {
      pk: { field: 'pk', composite: inCompany, template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['deviceId'], template: 'dv#${deviceId}', casing: 'none' },
    },
    /** A client's devices by name. */
    byName: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: onShelf, template: 't#${mspId}#c#${companyId}#d${shelf}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['sort'], template: '${sort}', casing: 'none' },
    },
    /** A client's devices by the end of their warranty. */
    byWarranty: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: onShelf, template: 't#${mspId}#c#${companyId}#w${shelf}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['covered'], template: '${covered}', casing: 'none' },
    },
    /** The MSP's devices by name. */
    inMsp: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['mspId', 'shelf'], template: 't#${mspId}#d${shelf}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['sort'], template: '${sort}', casing: 'none' },
    },
    /** The MSP's devices by the end of their warranty. */
    inMspByWarranty: {
      index: 'gsi4',
      pk: { field: 'gsi4pk', composite: ['mspId', 'shelf'], template: 't#${mspId}#w${shelf}', casing: 'none' },
      sk: { field: 'gsi4sk', composite: ['covered'], template: '${covered}', casing: 'none' },
    },
  },
});
export const DeviceEntity = withDetail(RowEntity, [
  ...STAMPS,
  'integrationId',
  'sort',
  'covered',
  'note',
  'synced',
  'lost',
]);
export type DeviceRecord = EntityItem<typeof RowEntity>;
/** A device as lists read it. */
export type ListedDevice = Listed<typeof DeviceEntity>;

const claimAttributes = {
  mspId: { type: 'string', required: true },
  companyId: { type: 'string', required: true },
  key: { type: 'string', required: true },
  deviceId: { type: 'string', required: true },
} as const;

/** Which device that people keep bears a serial number: a sync that finds it takes the device over instead of doubling it. */
export const SerialEntity = new Entity({
  model: { entity: 'device-serial', version: '1', service: 'app' },
  attributes: claimAttributes,
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: inCompany, template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: 'ds#${key}', casing: 'none' },
    },
  },
});

/** Which device a sync took over: that one keeps the id it had. All other synced devices have ids that follow from the vendor's. */
export const TakenOverEntity = new Entity({
  model: { entity: 'device-taken-over', version: '1', service: 'app' },
  attributes: claimAttributes,
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: inCompany, template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: 'dx#${key}', casing: 'none' },
    },
  },
});
