import { AttachedDevice, type AttachedDevices } from '../../shared/devices/attached-device.ts';
import type { DeviceRow } from '../../shared/devices/device.ts';
import { MOST_ATTACHED } from '../../shared/devices/most-attached.ts';
import { AppError, notFound, refused } from '../../shared/kernel/error.ts';
import type { Link, LinkEnd } from '../../shared/kernel/link.ts';
import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { link, linksAt, linksFrom, unlink } from '../platform/links.service.ts';
import { byIds } from './list.service.ts';

/** Work that replaces a device came out of it; whatever else names one covers it. */
export type AttachedRole = 'led-to' | 'covered-by';

const device = (id: string) => ({ type: 'device' as const, id });
const isAttached = ({ role }: Link): boolean => role === 'led-to' || role === 'covered-by';
const standsAt =
  ({ type, id }: LinkEnd) =>
  (one: Link) =>
    one.to.type === type && one.to.id === id && isAttached(one);

const addedMeanwhile = () =>
  new AppError(
    409,
    'device.added-meanwhile',
    'Somebody added one of these devices at the same moment. Look at the list, then add those that are missing.',
  );

/** The devices that a record names, by name. */
export async function attachedDevices(scope: Scope, companyId: string, record: LinkEnd): Promise<AttachedDevices> {
  const links = (await linksAt(scope, companyId, record)).filter(
    (one) => one.from.type === 'device' && isAttached(one),
  );
  const replaced = new Set(links.filter(({ role }) => role === 'led-to').map(({ from }) => from.id));
  const rows = await byIds(scope, companyId, [...new Set(links.map(({ from }) => from.id))]);
  const items = rows.map((row) => AttachedDevice.parse({ ...row, isReplaced: replaced.has(row.deviceId) }));
  return { items: items.toSorted((a, b) => a.name.localeCompare(b.name)) };
}

/** What each of these devices led to and where it is used, read consistently for a decision. */
export function deviceLinks(scope: Scope, companyId: string, deviceIds: readonly string[]): Promise<Link[][]> {
  return Promise.all(deviceIds.map((id) => linksFrom(scope, companyId, device(id), { consistent: true })));
}

/**
 * The parts of a commit that attach devices to a record of their client, and the devices that they attach with their links.
 * Those that it names in this way already are passed over.
 *
 * @throws 404 for a device that is not this client's, 422 when the record would name too many; the commit, 409 when somebody
 * adds one of them at the same moment
 */
export async function attaching(
  scope: Scope,
  companyId: string,
  { deviceIds, to, role }: { deviceIds: readonly string[]; to: LinkEnd; role: AttachedRole },
): Promise<{ devices: DeviceRow[]; links: Link[]; ops: Op[] }> {
  const [rows, named, own] = await Promise.all([
    byIds(scope, companyId, deviceIds),
    attachedDevices(scope, companyId, to),
    deviceLinks(scope, companyId, deviceIds),
  ]);
  if (rows.length < deviceIds.length) throw notFound('device');
  const fresh = deviceIds.filter((_, at) => !own[at]?.some((one) => standsAt(to)(one) && one.role === role));
  const all = new Set([...named.items.map(({ deviceId }) => deviceId), ...fresh]);
  if (all.size > MOST_ATTACHED)
    throw refused('device.too-many', `One record names at most ${MOST_ATTACHED} devices. Take some away first.`);
  return {
    devices: rows.filter(({ deviceId }) => fresh.includes(deviceId)),
    links: own.flat().filter(({ from }) => fresh.includes(from.id)),
    ops: fresh.map((id) => ({ ...link(scope, { companyId, from: device(id), to, role }), refusal: addedMeanwhile })),
  };
}

/** The parts of a commit that take a device from a record. @throws 422 when the record does not name it */
export async function detaching(scope: Scope, companyId: string, deviceId: string, record: LinkEnd): Promise<Op[]> {
  const links = await linksFrom(scope, companyId, device(deviceId), { consistent: true });
  const between = links.filter(standsAt(record));
  if (between.length === 0) throw refused('device.not-attached', 'This device does not stand there any more.');
  return between.map((one) => unlink(scope, one));
}
