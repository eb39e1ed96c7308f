import { reportsApi } from '../../shared/reports/reports.api.ts';
import { api } from '../_kit/api.ts';
import * as Arranging from './arranging.service.ts';
import * as Publishing from './publishing.service.ts';
import { reachable } from './recipients.service.ts';
import * as Reports from './reports.service.ts';
import * as Scheduling from './scheduling.service.ts';

export const handler = api(reportsApi, {
  list: Reports.list,
  create: Arranging.create,
  get: Reports.get,
  edit: Arranging.edit,
  discard: Arranging.discard,
  links: Reports.links,
  history: Reports.history,
  make: Arranging.make,
  download: Reports.download,
  verify: Reports.verify,
  deliveries: Reports.deliveries,
  publish: Publishing.publish,
  withdraw: Publishing.withdraw,
  putOff: Publishing.putOff,
  skip: Publishing.skip,
  reachable,
  arrangement: Arranging.arrangement,
  keepArrangement: Arranging.keepArrangement,
  waiting: Publishing.waiting,
  schedules: Scheduling.schedules,
  schedule: Scheduling.schedule,
  setSchedule: Scheduling.setSchedule,
  endSchedule: Scheduling.endSchedule,
});
