import { z } from 'zod';
import { AttachedDevices } from '../devices/attached-device.ts';
import { CompanyId } from '../kernel/id.ts';
import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Activity } from '../platform/activity.ts';
import { ItemDevice, ItemDevices, ReplaceDevices } from './item-devices.ts';
import {
  ItemEstimate,
  Move,
  NewPlannerItem,
  OneItem,
  PlannerFilter,
  PlannerItem,
  PlannerItemChange,
  PlannerItemDetail,
  PlannerItemPage,
  VersionedItem,
} from './planner-item.ts';
import { RateCard, RateChange } from './rate-card.ts';
import { ServedGoal, Serving } from './serving.ts';

const item = '/companies/{companyId}/planner-items/{plannerItemId}' as const;

/** The roadmap of each client: estimates years ahead, every one traceable to its source. */
export const plannerApi = {
  list: op('planner:read', 'GET', '/companies/{companyId}/planner-items').input(PlannerFilter).output(PlannerItemPage),
  /** Every item of the client that is not archived, for the roadmap. */
  roadmap: op('planner:read', 'GET', '/companies/{companyId}/roadmap')
    .input(z.strictObject({ companyId: CompanyId }))
    .output(z.object({ items: z.array(PlannerItem) })),
  /** Every open item with what its estimate is made of: what a budget can take. */
  estimates: op('planner:read', 'GET', '/companies/{companyId}/estimates')
    .input(z.strictObject({ companyId: CompanyId }))
    .output(z.object({ items: z.array(ItemEstimate) })),
  create: op('planner:write', 'POST', '/companies/{companyId}/planner-items')
    .input(NewPlannerItem)
    .output(PlannerItemDetail),
  /** One item that replaces the devices named, priced by their lifecycle policies and linked to each of them. */
  replaceDevices: op('planner:write', 'POST', '/companies/{companyId}/device-replacements')
    .input(ReplaceDevices)
    .output(PlannerItemDetail),
  get: op('planner:read', 'GET', item).input(OneItem).output(PlannerItemDetail),
  links: op('planner:read', 'GET', `${item}/links`).input(OneItem).output(Links),
  /** The devices that it replaces, and those that it is about. */
  devices: op('planner:read', 'GET', `${item}/devices`).input(OneItem).output(AttachedDevices),
  attachDevices: op('planner:write', 'POST', `${item}/devices`).input(ItemDevices).output(PlannerItemDetail),
  detachDevice: op('planner:write', 'DELETE', `${item}/devices/{deviceId}`).input(ItemDevice).output(PlannerItemDetail),
  history: op('planner:read', 'GET', `${item}/history`).input(OneItem.extend(PageInput)).output(pageOf(Activity)),
  edit: op('planner:write', 'PATCH', item).input(PlannerItemChange).output(PlannerItemDetail),
  move: op('planner:write', 'POST', `${item}/move`).input(Move).output(PlannerItem),
  publish: op('planner:publish', 'POST', `${item}/publish`).input(VersionedItem).output(PlannerItemDetail),
  withdraw: op('planner:publish', 'POST', `${item}/withdraw`).input(VersionedItem).output(PlannerItemDetail),
  archive: op('planner:write', 'POST', `${item}/archive`).input(VersionedItem).output(PlannerItem),
  restore: op('planner:write', 'POST', `${item}/restore`).input(VersionedItem).output(PlannerItem),
  /** Work that serves a goal, in the order in which it begins. */
  forGoal: op('planner:read', 'GET', '/companies/{companyId}/goals/{goalId}/planner-items')
    .input(ServedGoal)
    .output(z.object({ items: z.array(PlannerItem) })),
  serve: op('planner:write', 'POST', `${item}/goals`).input(Serving).output(PlannerItem),
  unserve: op('planner:write', 'DELETE', `${item}/goals/{goalId}`).input(Serving).output(PlannerItem),
  /** What an hour of labour is estimated at for a client. */
  rate: op('planner:read', 'GET', '/companies/{companyId}/rate')
    .input(z.strictObject({ companyId: CompanyId }))
    .output(RateCard),
  /** And for every client without a rate of its own. */
  mspRate: op('planner:read', 'GET', '/rate').output(RateCard),
  setRate: op('msp:write', 'POST', '/rate').input(RateChange).output(RateCard),
};
