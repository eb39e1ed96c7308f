import { webhooksApi } from '../../shared/webhooks/webhooks.api.ts';
import { api } from '../_kit/api.ts';
import * as Deliveries from './deliveries.service.ts';
import * as Webhooks from './webhooks.service.ts';

export const handler = api(webhooksApi, {
  events: Webhooks.events,
  list: Webhooks.list,
  create: Webhooks.create,
  edit: Webhooks.edit,
  renewSecret: Webhooks.renewSecret,
  remove: Webhooks.remove,
  test: Deliveries.test,
  deliveries: Deliveries.list,
  resend: Deliveries.resend,
});
