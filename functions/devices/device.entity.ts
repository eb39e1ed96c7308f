import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Device, DeviceDetail, Health } from '../../shared/devices/device.ts';
import type { DeviceType } from '../../shared/devices/device-type.ts';
import { recordAttributes } from '../_kit/record.ts';

const inCompany = ['mspId', 'companyId'] as const;

/**
 * A device: what lists show of it, and what it is reckoned from. What follows from the policies and from today is never
 * stored. Two indexes of the company's own, two over all of the MSP's.
 */
export const DeviceEntity = new Entity({
  model: { entity: 'device', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    deviceId: { type: 'string', required: true },
    integrationId: { type: 'string' },
    /** `use` or `retired`: retired ones stand behind the others in every index. */
    shelf: { type: ['use', 'retired'] as const, required: true },
    name: { type: 'string', required: true },
    /** Sort form of the name. */
    sort: { type: 'string', required: true },
    type: { type: CustomAttributeType<DeviceType>('string'), required: true },
    manufacturer: { type: 'string' },
    model: { type: 'string' },
    serial: { type: 'string' },
    os: { type: 'string' },
    site: { type: 'string' },
    user: { type: 'string' },
    health: { type: CustomAttributeType<Health>('string'), required: true },
    lastSeen: { type: 'string' },
    firstSeen: { type: 'string' },
    purchased: { type: 'string' },
    warrantyStart: { type: 'string' },
    warrantyEnd: { type: 'string' },
    /** The end of the warranty as lists sort it: unknown ones last. */
    covered: { type: 'string', required: true },
    costMinor: { type: 'number' },
    ownership: { type: CustomAttributeType<Device['ownership']>('string'), required: true },
    note: { type: 'string', required: true },
    /** What the sync says of facts that a person entered otherwise. */
    synced: { type: CustomAttributeType<DeviceDetail['synced']>('any'), required: true },
    retiredAt: { type: 'string' },
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
      pk: { field: 'gsi1pk', composite: inCompany, template: 't#${mspId}#c#${companyId}#dv', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['shelf', 'sort'], template: '${shelf}#${sort}', casing: 'none' },
    },
    /** A client's devices by the end of their warranty. */
    byWarranty: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: inCompany, template: 't#${mspId}#c#${companyId}#dw', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['shelf', 'covered'], template: '${shelf}#${covered}', casing: 'none' },
    },
    /** The MSP's devices by name. */
    inMsp: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['mspId'], template: 't#${mspId}#dv', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['shelf', 'sort'], template: '${shelf}#${sort}', casing: 'none' },
    },
    /** The MSP's devices by the end of their warranty. */
    inMspByWarranty: {
      index: 'gsi4',
      pk: { field: 'gsi4pk', composite: ['mspId'], template: 't#${mspId}#dw', casing: 'none' },
      sk: { field: 'gsi4sk', composite: ['shelf', 'covered'], template: '${shelf}#${covered}', casing: 'none' },
    },
  },
});
export type DeviceRecord = EntityItem<typeof DeviceEntity>;

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
