import { reportsApi } from '../../shared/reports/reports.api.ts';
import { api } from '../_kit/api.ts';
import * as Reports from './reports.service.ts';

export const handler = api(reportsApi, {
  list: Reports.list,
  create: Reports.create,
  get: Reports.get,
  links: Reports.links,
  download: Reports.download,
  retry: Reports.retry,
  publish: Reports.publish,
  withdraw: Reports.withdraw,
});
