import { attachmentsApi } from '../../shared/attachments/attachments.api.ts';
import { api } from '../_kit/api.ts';
import * as Attachments from './attachments.service.ts';

export const handler = api(attachmentsApi, {
  list: Attachments.list,
  add: Attachments.add,
  upload: Attachments.upload,
  finish: Attachments.finish,
  download: Attachments.download,
  remove: Attachments.remove,
});
