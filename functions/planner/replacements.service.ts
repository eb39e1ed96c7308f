import { plannerItemCreated } from '../../events/planner.ts';
import type { DeviceRow } from '../../shared/devices/device.ts';
import { AppError, notFound, refused } from '../../shared/kernel/error.ts';
import type { Link } from '../../shared/kernel/link.ts';
import { isClosedItem } from '../../shared/planner/closed-statuses.ts';
import { replacementDates, replacementQuarter, replacementWork } from '../../shared/planner/device-replacement.ts';
import type { ReplaceDevices } from '../../shared/planner/item-devices.ts';
import { NewPlannerItem, type PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, findMany } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { deviceLinks } from '../devices/attaching.service.ts';
import { byIds } from '../devices/list.service.ts';
import { policyBook } from '../devices/policies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { link } from '../platform/links.service.ts';
import { newItem } from './new-item.ts';
import { PlannerItemEntity } from './planner-item.entity.ts';
import { ReplacementGuardEntity } from './replacement-guard.entity.ts';

/** Devices that a refusal names; the rest is counted. */
const NAMED = 5;
const unaudited = { audit: false } as const;
const device = (id: string) => ({ type: 'device' as const, id });
const record = (id: string) => ({ type: 'planner-item' as const, id });

function named(devices: readonly Pick<DeviceRow, 'name'>[]): string {
  const names = devices.slice(0, NAMED).map(({ name }) => name);
  const more = devices.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

/** Lets one plan of replacements of a client through at a time. Read it before what it guards. */
export async function guard(scope: Scope, companyId: string): Promise<Op> {
  const get = ReplacementGuardEntity.get({ mspId: scope.mspId, companyId });
  const before = await find(scope, ReplacementGuardEntity, get, { consistent: true });
  const refusal = () =>
    new AppError(
      409,
      'planner.replacements-busy',
      'Somebody planned replacements for this client at the same moment. Look at the devices again, then repeat it.',
    );
  const op = before
    ? change(ReplacementGuardEntity, before, revised(scope, before, {}), unaudited)
    : put(ReplacementGuardEntity, stamped(scope, { companyId }), unaudited);
  return { ...op, refusal };
}

/** Those of the devices that an open item replaces already. */
async function withOpenItem(
  scope: Scope,
  companyId: string,
  devices: readonly DeviceRow[],
  links: readonly Link[],
): Promise<DeviceRow[]> {
  const led = links.filter(({ to, role }) => to.type === 'planner-item' && role === 'led-to');
  const ids = new Set(led.map(({ to }) => to.id));
  const gets = [...ids].map((plannerItemId) => PlannerItemEntity.get({ mspId: scope.mspId, companyId, plannerItemId }));
  const items = await findMany(scope, PlannerItemEntity, gets);
  const over = new Set(items.filter(isClosedItem).map(({ plannerItemId }) => plannerItemId));
  const taken = new Set(led.filter(({ to }) => !over.has(to.id)).map(({ from }) => from.id));
  return devices.filter(({ deviceId }) => taken.has(deviceId));
}

/** @throws 422 when one of the devices is out of use */
export function refuseRetired(devices: readonly DeviceRow[]): void {
  const retired = devices.filter(({ retiredAt }) => retiredAt !== undefined);
  if (retired.length > 0)
    throw refused('planner.device-retired', `Out of use already: ${named(retired)}. Restore or leave them out.`);
}

/** @param links of the devices, as they are now @throws 422 when an open item replaces one of them */
export async function refuseReplaced(
  scope: Scope,
  companyId: string,
  devices: readonly DeviceRow[],
  links: readonly Link[],
): Promise<void> {
  const taken = await withOpenItem(scope, companyId, devices, links);
  if (taken.length > 0)
    throw refused('planner.replaced-already', `An open item replaces these already: ${named(taken)}. Leave them out.`);
}

function refuseForeign(devices: readonly DeviceRow[], currency: string): void {
  const priced = devices[0]?.currency;
  if (priced !== currency)
    throw refused(
      'planner.replacement-currency',
      `Lifecycle policies are priced in ${priced}, and this client plans in ${currency}. Add the item by hand.`,
    );
}

/**
 * Plans the replacement of devices: one commit makes one item, priced by the policies of their kinds, and links every
 * device to it. Devices that an open item replaces already are refused by name.
 */
export async function replaceDevices(
  scope: Scope,
  { companyId, deviceIds, quarter }: ReplaceDevices,
): Promise<PlannerItemDetail> {
  const guarded = await guard(scope, companyId);
  const [devices, book, company] = await Promise.all([
    byIds(scope, companyId, deviceIds),
    policyBook(scope, companyId),
    companyOf(scope, { companyId }),
  ]);
  if (devices.length < deviceIds.length) throw notFound('device');
  refuseRetired(devices);
  refuseForeign(devices, company.currency);
  await refuseReplaced(scope, companyId, devices, (await deviceLinks(scope, companyId, deviceIds)).flat());
  const today = todayOf(scope);
  const { fiscalYearStart } = company;
  const due = devices.map(({ replacementDue }) => replacementDue);
  const when = quarter ?? replacementQuarter(due, today, fiscalYearStart);
  const facts = NewPlannerItem.parse({
    companyId,
    lane: 'devices',
    ...replacementWork(devices, book.of(companyId)),
    ...(when ? replacementDates(when, fiscalYearStart) : {}),
  });
  const { item, ops } = await newItem(scope, { ...facts, deviceIds });
  const to = record(item.plannerItemId);
  const linked = deviceIds.map((id) => link(scope, { companyId, from: device(id), to, role: 'led-to' }));
  const told = [plannerItemCreated.of({ companyId, plannerItemId: item.plannerItemId })];
  return commit(scope, [guarded, ...ops, ...linked, happened(scope, companyId, to, 'created')], told, item);
}
