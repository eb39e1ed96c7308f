import { plannerApi } from '../../shared/planner/planner.api.ts';
import { api } from '../_kit/api.ts';
import * as Estimates from './estimates.service.ts';
import * as GoalWork from './goal-work.service.ts';
import * as ItemDevices from './item-devices.service.ts';
import * as Planner from './planner.service.ts';
import * as Publishing from './publishing.service.ts';
import * as RateCards from './rate-card.service.ts';
import * as Replacements from './replacements.service.ts';

export const handler = api(plannerApi, {
  list: Planner.list,
  roadmap: Planner.roadmap,
  estimates: Estimates.estimates,
  create: Planner.create,
  replaceDevices: Replacements.replaceDevices,
  get: Planner.get,
  links: Planner.links,
  devices: ItemDevices.devices,
  attachDevices: ItemDevices.attachDevices,
  detachDevice: ItemDevices.detachDevice,
  history: Planner.history,
  edit: Planner.edit,
  move: Planner.move,
  publish: Publishing.publish,
  withdraw: Publishing.withdraw,
  archive: Planner.archive,
  restore: Planner.restore,
  forGoal: GoalWork.forGoal,
  serve: GoalWork.serve,
  unserve: GoalWork.unserve,
  rate: RateCards.rate,
  mspRate: RateCards.mspRate,
  setRate: RateCards.setRate,
});
