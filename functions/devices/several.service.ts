import { devicesMoved } from '../../events/devices.ts';
import type { ChosenDevice, ChosenFilter, MovedDevices, SeveralDevices } from '../../shared/devices/several-devices.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { findMany } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { DeviceEntity } from './device.entity.ts';
import { indexed } from './device-records.ts';
import { list } from './list.service.ts';

const ATTEMPTS = 4;
/** Small rows: a thousand of them are an answer of a hundred and fifty kilobytes. */
const CHOSEN_AT_ONCE = 1_000;

/** What a list of one client would show in all, page by page: for who means all of them. */
export async function chosen(scope: Scope, filter: ChosenFilter): Promise<Page<ChosenDevice>> {
  const page = await list(scope, { ...filter, limit: CHOSEN_AT_ONCE });
  return {
    ...page,
    items: page.items.map(({ companyId, deviceId, name, type, replacementMinor, currency }) => ({
      companyId,
      deviceId,
      name,
      type,
      replacementMinor,
      currency,
    })),
  };
}

async function moveOnce(scope: Scope, { companyId, deviceIds }: SeveralDevices, retire: boolean) {
  const { mspId } = scope;
  const gets = deviceIds.map((deviceId) => DeviceEntity.get({ mspId, companyId, deviceId }));
  const [devices] = await Promise.all([findMany(scope, DeviceEntity, gets), currentCompany(scope, companyId)]);
  const others = devices.filter(({ retiredAt }) => Boolean(retiredAt) !== retire);
  const moved: MovedDevices = { deviceIds: others.map(({ deviceId }) => deviceId) };
  if (others.length === 0) return moved;
  const retiredAt = retire ? todayOf(scope) : undefined;
  const ops = others.flatMap((before) => [
    change(DeviceEntity, before, indexed(revised(scope, before, { retiredAt, lost: undefined }))),
    happened(scope, companyId, { type: 'device', id: before.deviceId }, retire ? 'archived' : 'restored'),
  ]);
  return commit(scope, ops, [devicesMoved.of({ companyId, deviceIds: moved.deviceIds })], moved);
}

/**
 * Several devices in one commit. Nothing else of them changes, so what somebody else or a sync changes meanwhile is no
 * obstacle, and one that is as asked already is nobody's mistake.
 */
const move = (scope: Scope, input: SeveralDevices, retire: boolean): Promise<MovedDevices> =>
  startingOver(ATTEMPTS, () => moveOnce(scope, input, retire));

/** Takes devices out of use: they count nowhere any more, and their history stays. */
export const retireSeveral = (scope: Scope, input: SeveralDevices) => move(scope, input, true);
export const restoreSeveral = (scope: Scope, input: SeveralDevices) => move(scope, input, false);
