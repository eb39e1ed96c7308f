import { goalsApi } from '../../shared/goals/goals.api.ts';
import { api } from '../_kit/api.ts';
import * as GoalDevices from './goal-devices.service.ts';
import * as Goals from './goals.service.ts';
import * as Standing from './standing.service.ts';

export const handler = api(goalsApi, {
  listAll: Goals.listAll,
  list: Goals.list,
  board: Goals.board,
  create: Goals.create,
  get: Goals.get,
  links: Goals.links,
  alignment: Goals.alignment,
  history: Goals.history,
  devices: GoalDevices.devices,
  attachDevices: GoalDevices.attachDevices,
  detachDevice: GoalDevices.detachDevice,
  edit: Goals.edit,
  stand: Standing.stand,
  achieve: Standing.achieve,
  abandon: Standing.abandon,
  reopen: Standing.reopen,
});
