import { z } from 'zod';
import { dateCell, priceCell } from '../csv/cells.ts';
import type { DayOrder } from '../csv/dates.ts';
import type { ImportField } from '../csv/mapping.ts';
import { nameKey } from '../kernel/text.ts';
import { Facts, inOrder, WARRANTY_ORDER } from './device.ts';
import { DEVICE_TYPES, type DeviceType } from './device-type.ts';

/** What a file of devices can fill, with the names that RMMs, distributors and spreadsheets have for it. */
export const DEVICE_FIELDS: readonly ImportField[] = [
  {
    name: 'name',
    title: 'Name',
    synonyms: ['device', 'device name', 'hostname', 'computer name', 'asset name', 'system name'],
    required: true,
  },
  { name: 'type', title: 'Type', synonyms: ['device type', 'category', 'class', 'asset type'] },
  { name: 'manufacturer', title: 'Manufacturer', synonyms: ['make', 'brand', 'vendor', 'system manufacturer'] },
  { name: 'model', title: 'Model', synonyms: ['product', 'system model', 'device model'] },
  { name: 'serial', title: 'Serial number', synonyms: ['serial', 'serial no', 'service tag', 's/n', 'bios serial'] },
  { name: 'os', title: 'Operating system', synonyms: ['os', 'os name', 'platform'] },
  { name: 'site', title: 'Site', synonyms: ['location', 'office', 'branch'] },
  { name: 'user', title: 'User', synonyms: ['assigned user', 'assigned to', 'owner', 'last user', 'contact'] },
  { name: 'purchased', title: 'Purchased', synonyms: ['purchase date', 'bought', 'date purchased', 'invoice date'] },
  { name: 'warrantyStart', title: 'Warranty from', synonyms: ['warranty start', 'warranty start date'] },
  {
    name: 'warrantyEnd',
    title: 'Warranty until',
    synonyms: ['warranty end', 'warranty end date', 'warranty expiry', 'warranty expires', 'warranty expiration'],
  },
  { name: 'costMinor', title: 'Cost', synonyms: ['price', 'purchase price', 'purchase cost'] },
];

/** Other words for kinds of devices. */
const TYPE_WORDS: Readonly<Record<string, DeviceType>> = {
  desktop: 'workstation',
  pc: 'workstation',
  computer: 'workstation',
  notebook: 'laptop',
  vm: 'virtual-machine',
  'virtual server': 'virtual-machine',
  router: 'firewall',
  wap: 'access-point',
  ap: 'access-point',
  'wireless access point': 'access-point',
  storage: 'nas',
  'network attached storage': 'nas',
  mfp: 'printer',
  smartphone: 'mobile',
  'cell phone': 'mobile',
  'desk phone': 'phone',
  'voip phone': 'phone',
};

/** The kind of device that a word means; undefined when none. */
export function typeNamed(word: string): DeviceType | undefined {
  const key = nameKey(word);
  return DEVICE_TYPES.find((type) => nameKey(type) === key) ?? TYPE_WORDS[key];
}

const typeCell = z.string().transform((word, context): DeviceType => {
  const type = typeNamed(word);
  if (type) return type;
  context.addIssue({ code: 'custom', message: 'Use a kind of device such as laptop, server, firewall or printer.' });
  return z.NEVER;
});

/** How the cells of a file become the facts of a device. */
export function deviceCells(order: DayOrder, currency: string) {
  const date = dateCell(order).optional();
  const cells = z.strictObject({
    name: Facts.name,
    type: typeCell.optional(),
    manufacturer: Facts.manufacturer,
    model: Facts.model,
    serial: Facts.serial,
    os: Facts.os,
    site: Facts.site,
    user: Facts.user,
    purchased: date,
    warrantyStart: date,
    warrantyEnd: date,
    costMinor: priceCell(currency).optional(),
  });
  return cells.refine(inOrder, WARRANTY_ORDER);
}
