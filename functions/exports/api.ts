import { exportsApi } from '../../shared/exports/exports.api.ts';
import { api } from '../_kit/api.ts';
import * as Exports from './exports.service.ts';

export const handler = api(exportsApi, {
  list: Exports.list,
  create: Exports.create,
  get: Exports.get,
  download: Exports.download,
  retry: Exports.retry,
  remove: Exports.remove,
});
