import { plannerItemChanged } from '../../events/planner.ts';
import type { AttachedDevices } from '../../shared/devices/attached-device.ts';
import { refused } from '../../shared/kernel/error.ts';
import { isClosedItem } from '../../shared/planner/closed-statuses.ts';
import type { ItemDevice, ItemDevices } from '../../shared/planner/item-devices.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { attachedDevices, attaching, detaching } from '../devices/attaching.service.ts';
import { happened } from '../platform/activity.service.ts';
import { PlannerDetailEntity, PlannerItemEntity, type PlannerItemRow } from './planner-item.entity.ts';
import { detailRowOf, type One, readItem, rowOf } from './planner-records.ts';
import { guard, refuseReplaced, refuseRetired } from './replacements.service.ts';

const record = (id: string) => ({ type: 'planner-item' as const, id });

/** The devices that an item replaces, and those that it is about, by name. */
export function devices(scope: Scope, { companyId, plannerItemId }: One): Promise<AttachedDevices> {
  return attachedDevices(scope, companyId, record(plannerItemId));
}

/** Writes an item whose devices have changed, with the links that say so. */
function write(scope: Scope, item: PlannerItemRow, detail: PlannerItemDetail, ops: readonly Op[]) {
  const { companyId, plannerItemId, status } = item;
  const after = revised(scope, detail, {});
  const fields = ['deviceIds'];
  return commit(
    scope,
    [
      change(PlannerItemEntity, item, rowOf(after), { what: 'planner item', beside: fields }),
      replace(PlannerDetailEntity, detailRowOf(scope, after)),
      ...ops,
      happened(scope, companyId, record(plannerItemId), 'changed', fields),
    ],
    [plannerItemChanged.of({ companyId, plannerItemId, fields, status })],
    after,
  );
}

/**
 * Names more devices in an open item: it replaces them, under the same rules as a new replacement, or is about them. Those
 * that it names so already stay.
 */
export async function attachDevices(
  scope: Scope,
  { v, deviceIds, replaces, ...one }: ItemDevices,
): Promise<PlannerItemDetail> {
  const { companyId, plannerItemId } = one;
  const guarded = replaces ? [await guard(scope, companyId)] : [];
  const { item, detail } = await readItem(scope, one);
  basedOn(item, v, 'planner item');
  if (isClosedItem(item)) throw refused('planner.closed', 'This item is closed. Choose one that is still open.');
  const role = replaces ? 'led-to' : 'covered-by';
  const wanted = { deviceIds, to: record(plannerItemId), role } as const;
  const { devices: fresh, links, ops } = await attaching(scope, companyId, wanted);
  if (ops.length === 0) return detail;
  if (!replaces) return write(scope, item, detail, ops);
  refuseRetired(fresh);
  await refuseReplaced(scope, companyId, fresh, links);
  const replaced = [...(detail.deviceIds ?? []), ...fresh.map(({ deviceId }) => deviceId)];
  return write(scope, item, { ...detail, deviceIds: replaced }, [...guarded, ...ops]);
}

/** An item names a device no longer, whichever way it did. */
export async function detachDevice(scope: Scope, { v, deviceId, ...one }: ItemDevice): Promise<PlannerItemDetail> {
  const { item, detail } = await readItem(scope, one);
  basedOn(item, v, 'planner item');
  const ops = await detaching(scope, one.companyId, deviceId, record(one.plannerItemId));
  const rest = detail.deviceIds?.filter((id) => id !== deviceId);
  return write(scope, item, { ...detail, deviceIds: rest?.length ? rest : undefined }, ops);
}
