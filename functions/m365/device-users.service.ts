import { permit } from '../../shared/kernel/actor.ts';
import { forbidden, notFound } from '../../shared/kernel/error.ts';
import { accountFinder } from '../../shared/m365/assigned-user.ts';
import type { DeviceUser, M365UserRow, UserDevices } from '../../shared/m365/user.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { byIds } from '../devices/list.service.ts';
import { usedBy } from '../devices/used-by.service.ts';
import { settings } from './settings.service.ts';
import { UserEntity } from './tenant.entity.ts';
import { listRow, shown, usersOf } from './users.service.ts';

/*
 * Who uses a device is told by the device in its own words. Which account that is, is found when somebody looks: so it is
 * right after every change of either side, and nothing has to be kept in step.
 */

/** An answer of this service holds of both features, so the reader needs both permissions; the contract asks for one. */
function mayReadDevices({ actor }: Scope): void {
  if (permit(actor, 'devices:read') !== 'allowed')
    throw forbidden('Your role does not allow you to read devices. Ask an administrator.');
}

/** One account. */
export async function user(
  scope: Scope,
  { companyId, userKey }: { companyId: string; userKey: string },
): Promise<M365UserRow> {
  const get = UserEntity.get({ mspId: scope.mspId, companyId, key: userKey });
  const [row, rules] = await Promise.all([find(scope, UserEntity, get), settings(scope)]);
  if (!row) throw notFound('user');
  return listRow(shown(row), rules, todayOf(scope));
}

/** The account of who uses a device; empty when the device names nobody, or nobody whom Microsoft knows. */
export async function deviceUser(
  scope: Scope,
  { companyId, deviceId }: { companyId: string; deviceId: string },
): Promise<DeviceUser> {
  mayReadDevices(scope);
  const [[device], users, rules] = await Promise.all([
    byIds(scope, companyId, [deviceId]),
    usersOf(scope, companyId),
    settings(scope),
  ]);
  if (!device) throw notFound('device');
  const assigned = device.user === undefined ? undefined : accountFinder(users)(device.user);
  return assigned ? { user: listRow(assigned.user, rules, todayOf(scope)), by: assigned.by } : {};
}

/** Devices in use whose user is this account. */
export async function userDevices(
  scope: Scope,
  { companyId, userKey }: { companyId: string; userKey: string },
): Promise<UserDevices> {
  mayReadDevices(scope);
  const users = usersOf(scope, companyId);
  const isTheirs = users.then((all) => {
    const accountOf = accountFinder(all);
    return (text: string) => accountOf(text)?.user.userKey === userKey;
  });
  const [items, all] = await Promise.all([usedBy(scope, companyId, isTheirs), users]);
  if (!all.some((one) => one.userKey === userKey)) throw notFound('user');
  return { items };
}
