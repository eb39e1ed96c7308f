import { json, type Reply } from '../reply.ts';
import { epochSeconds } from '../world/dates.ts';
import type { Device } from '../world.ts';
import { type NinjaCall, wholeNumber } from './call.ts';
import { deviceFilter } from './device-filter.ts';
import { operatingSystemOf, processorsOf, systemOf, volumesOf } from './device-shape.ts';

/** Rows that a device contributes to a report; none without an agent, several for disks. */
type Rows = (device: Device) => object[];

const one = (row: object | undefined): object[] => (row ? [row] : []);

/** Reports by the last part of their path. Fields: NinjaOne Public API 2.0, the schema that each report names. */
const REPORTS: Record<string, Rows> = {
  'operating-systems': (device) => one(operatingSystemOf(device)),
  'computer-systems': (device) => one(systemOf(device)),
  processors: processorsOf,
  disks: ({ disks }) =>
    disks.map(({ model, sizeBytes, ssd }, index) => ({
      bytesPerSector: 512,
      description: 'Disk drive',
      interfaceType: 'SCSI',
      manufacturer: '(Standard disk drives)',
      mediaType: ssd ? 'SSD' : 'HDD',
      model,
      name: `\\\\.\\PHYSICALDRIVE${index}`,
      partitionCount: 3,
      size: sizeBytes,
      smartCapable: true,
      status: 'OK',
    })),
  volumes: volumesOf,
  'logged-on-users': ({ lastLogon }) =>
    one(lastLogon ? { userName: lastLogon.userName, logonTime: epochSeconds(lastLogon.at) } : undefined),
  'device-health': ({ health, offline }) => [
    {
      activeThreatsCount: health.activeThreats,
      quarantinedThreatsCount: 0,
      blockedThreatsCount: 0,
      failedOSPatchesCount: health.failedOsPatches,
      pendingOSPatchesCount: health.pendingOsPatches,
      alertCount: health.alerts,
      activeJobCount: 0,
      failedSoftwarePatchesCount: 0,
      pendingSoftwarePatchesCount: 0,
      productsInstallationStatuses: {},
      offline,
      parentOffline: false,
      healthStatus: health.status,
      installationIssuesCount: 0,
    },
  ],
  // Date fields of custom fields are milliseconds, unlike everything else in this API.
  'custom-fields': ({ purchasedAt, assetTag }) => [
    { fields: { assetTag, ...(purchasedAt ? { purchaseDate: Date.parse(purchasedAt) } : {}) } },
  ],
};

/** Reports that carry the moment of their collection. */
const STAMPED = new Set(['operating-systems', 'computer-systems', 'processors', 'disks', 'volumes']);

const DEFAULT_PAGE = 1_000;

/** The rows of a report; undefined when there is no such report. */
export function rowsOf(name: string): Rows | undefined {
  return Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
}

/**
 * One page of a report: `{cursor, results}`. Rows have no id but their device's; devices that have nothing to tell have no
 * row. Source: NinjaOne Public API 2.0, "Cursor" and `/v2/queries/*`.
 */
export function report(call: NinjaCall, name: string, rows: Rows): Reply {
  const { world, now, cursors, query } = call;
  const size = wholeNumber(call, 'pageSize', 1) ?? DEFAULT_PAGE;
  const given = query.get('cursor');
  const cursor = given ?? cursors.open(name, now);
  const offset = cursors.place(cursor, name, now);
  const kept = deviceFilter(query.get('df'));
  const results: object[] = [];
  let place = 0;
  for (const device of world.devices) {
    if (results.length === size) break;
    if (!kept(device)) continue;
    for (const row of rows(device)) {
      if (place >= offset && results.length < size) results.push(stamped(device, name, row));
      place += 1;
    }
  }
  const { expires } = cursors.move(cursor, offset + results.length, now);
  return json({ cursor: { name: cursor, offset, count: results.length, expires }, results });
}

function stamped(device: Device, report: string, row: object): object {
  const timestamp = STAMPED.has(report) ? { timestamp: epochSeconds(device.lastContactAt) } : {};
  return { ...row, deviceId: device.id, ...timestamp };
}
