import type { DeviceRow } from '../../shared/devices/device.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { DeviceEntity, type ListedDevice } from './device.entity.ts';
import { shelfOf } from './device-records.ts';

/** Devices of one person: more are a mistake of whoever named the user. */
const MOST = 100;

export type UsedDevice = Pick<DeviceRow, 'deviceId' | 'name' | 'type' | 'model'>;

/**
 * Devices of a client in use whose user fits, by name, at most a hundred. Every row is looked at: no index knows users.
 *
 * @param fits what still reads is waited for beside the first rows
 */
export async function usedBy(
  scope: Scope,
  companyId: string,
  fits: Promise<(user: string) => boolean>,
): Promise<UsedDevice[]> {
  const query = DeviceEntity.query.byName({ mspId: scope.mspId, companyId, shelf: shelfOf(false) });
  const keep = fits.then(
    (isTheirs) =>
      ({ user }: ListedDevice) =>
        user !== undefined && isTheirs(user),
  );
  const found: ListedDevice[] = [];
  let cursor: string | undefined;
  do {
    // Both are waited for: whichever fails first, no failure of the other goes unheard.
    const [rows] = await Promise.all([page(scope, DeviceEntity, query, { limit: MOST, cursor, keep }), keep]);
    found.push(...rows.items);
    cursor = rows.cursor;
  } while (cursor && found.length < MOST);
  return found.slice(0, MOST).map(({ deviceId, name, type, model }) => ({ deviceId, name, type, model }));
}
