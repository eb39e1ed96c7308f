import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CalendarDate, QuarterKey } from '../kernel/date.ts';
import { CompanyId, DeviceId, IntegrationId } from '../kernel/id.ts';
import { Price } from '../kernel/money.ts';
import { Flag, PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { DeviceType } from './device-type.ts';
import { LIFECYCLE_STATES, WARRANTY_STATES } from './lifecycle.ts';

export const HEALTH_STATES = ['healthy', 'attention', 'unhealthy', 'offline', 'unknown'] as const;
/** What the monitoring says. */
export const Health = z.enum(HEALTH_STATES);
export type Health = z.infer<typeof Health>;

const word = (label: string, max = 80) => line(label, max).optional();

/** What a person may know better than the monitoring: once entered by hand it stays, whatever a sync brings. */
export const Facts = {
  name: line('a name', 80),
  type: DeviceType.default('other'),
  manufacturer: word('the manufacturer'),
  model: word('the model', 120),
  serial: word('the serial number', 60),
  os: word('the operating system', 120),
  /** The client's place where it stands. */
  site: word('the site', 120),
  /** Who works with it: an address or a sign-in name. */
  user: word('the user', 160),
  purchased: CalendarDate.optional(),
  warrantyStart: CalendarDate.optional(),
  /** `9999-12-31` for a warranty without end. */
  warrantyEnd: CalendarDate.optional(),
  /** What it cost. */
  costMinor: Price.optional(),
};

/** Names of the facts, in the order of the form. */
export const FACT_NAMES = Object.keys(Facts) as (keyof typeof Facts)[];

const ownership = z.enum(['owned', 'leased', 'as-a-service']);
const Own = {
  ownership: ownership.default('owned'),
  note: prose('the note', 1_000).default(''),
};

/** A device as lists hold it. */
export const Device = z.object({
  ...Facts,
  mspId: RecordFields.mspId,
  v: RecordFields.v,
  type: DeviceType,
  ownership,
  companyId: CompanyId,
  deviceId: DeviceId,
  /** It is synced from a monitoring; people keep the others. */
  isMonitored: z.boolean(),
  health: Health,
  /** Last and first day on which the monitoring heard of it. */
  lastSeen: CalendarDate.optional(),
  firstSeen: CalendarDate.optional(),
  /** Out of use: counted nowhere, kept for its history. */
  retiredAt: CalendarDate.optional(),
});
export type Device = z.infer<typeof Device>;

/** What follows from the policies and from today. */
const Reckoned = {
  lifecycle: z.enum(LIFECYCLE_STATES),
  warranty: z.enum(WARRANTY_STATES),
  replacementDue: CalendarDate.optional(),
  /** The day is reckoned from when the monitoring first heard of it. */
  isEstimated: z.boolean(),
  replacementMinor: z.int(),
  currency: z.string(),
  ageYears: z.int().optional(),
  /** Last day with security updates for its operating system. */
  osEnds: CalendarDate.optional(),
};

export const DeviceRow = Device.extend(Reckoned);
export type DeviceRow = z.infer<typeof DeviceRow>;
export const DevicePage = pageOf(DeviceRow);

/** A device's page: what people entered themselves, and what a sync says of the same. */
export const DeviceDetail = DeviceRow.extend({
  ...RecordFields,
  /** Where it is synced from; absent for one that people keep. */
  integrationId: IntegrationId.optional(),
  note: z.string(),
  /** Facts entered by hand that a sync would tell differently, with what it says. */
  synced: z.partialRecord(z.enum(FACT_NAMES), z.union([z.string(), z.number(), z.null()])),
});
export type DeviceDetail = z.infer<typeof DeviceDetail>;

/** True unless a warranty ends before it starts. */
export const inOrder = (device: { warrantyStart?: string | null; warrantyEnd?: string | null }) =>
  !device.warrantyStart || !device.warrantyEnd || device.warrantyStart <= device.warrantyEnd;
export const OUT_OF_ORDER = 'The warranty cannot end before it starts.';
export const WARRANTY_ORDER = { path: ['warrantyEnd'], message: OUT_OF_ORDER };

export const NewDevice = z.strictObject({ ...Facts, ...Own, companyId: CompanyId }).refine(inOrder, WARRANTY_ORDER);
export type NewDevice = z.infer<typeof NewDevice>;

/** `null` gives a fact back to the sync, or empties it where nothing syncs. */
export const DeviceChange = changeOf({ ...Facts, ...Own })
  .extend({
    manufacturer: Facts.manufacturer.nullable(),
    model: Facts.model.nullable(),
    serial: Facts.serial.nullable(),
    os: Facts.os.nullable(),
    site: Facts.site.nullable(),
    user: Facts.user.nullable(),
    purchased: Facts.purchased.nullable(),
    warrantyStart: Facts.warrantyStart.nullable(),
    warrantyEnd: Facts.warrantyEnd.nullable(),
    costMinor: Facts.costMinor.nullable(),
    companyId: CompanyId,
    deviceId: DeviceId,
    v: Version,
  })
  .refine(inOrder, WARRANTY_ORDER);
export type DeviceChange = z.infer<typeof DeviceChange>;

export const SORTS = ['name', 'warranty'] as const;

const Filter = {
  ...PageInput,
  sort: z.enum(SORTS).default('name'),
  type: DeviceType.optional(),
  lifecycle: z.enum(LIFECYCLE_STATES).optional(),
  /** `expiring`: within ninety days. */
  warranty: z.enum(['expired', 'expiring', 'active', 'unknown']).optional(),
  health: Health.optional(),
  manufacturer: z.string().trim().max(80).optional(),
  /** Replacement falls due in this fiscal quarter, such as `2027-Q2`; what is overdue stands in none. */
  quarter: QuarterKey.optional(),
  /** Not heard of for so many days. */
  unseenDays: z.coerce.number().int().min(1).max(3_650).optional(),
  retired: Flag.default(false),
  /** Part of name, serial, user, model or site. */
  q: z.string().trim().max(80).optional(),
};
export const DeviceFilter = z.strictObject({ ...Filter, companyId: CompanyId });
export type DeviceFilter = z.infer<typeof DeviceFilter>;
export const AllDevicesFilter = z.strictObject(Filter).omit({ quarter: true });
export type AllDevicesFilter = z.infer<typeof AllDevicesFilter>;

export const OneDevice = z.strictObject({ companyId: CompanyId, deviceId: DeviceId });
export const VersionedDevice = OneDevice.extend({ v: Version });
