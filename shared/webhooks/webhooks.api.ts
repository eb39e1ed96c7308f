import { op } from '../kernel/op.ts';
import { Gone } from '../kernel/record.ts';
import { Delivery, DeliveryFilter, DeliveryPage, OneDelivery } from './delivery.ts';
import {
  EventKinds,
  NewWebhook,
  OneWebhook,
  RenewSecret,
  Webhook,
  WebhookChange,
  Webhooks,
  WebhookVersion,
  WebhookWithSecret,
} from './webhook.ts';

const one = '/webhooks/{webhookId}' as const;

/** Addresses of an MSP's own that are told what happens, signed, and the log of what they were told. */
export const webhooksApi = {
  events: op('webhooks:manage', 'GET', '/webhook-events').output(EventKinds),
  list: op('webhooks:manage', 'GET', '/webhooks').output(Webhooks),
  create: op('webhooks:manage', 'POST', '/webhooks').input(NewWebhook).output(WebhookWithSecret),
  edit: op('webhooks:manage', 'PATCH', one).input(WebhookChange).output(Webhook),
  renewSecret: op('webhooks:manage', 'POST', `${one}/renew-secret`).input(RenewSecret).output(WebhookWithSecret),
  remove: op('webhooks:manage', 'DELETE', one).input(WebhookVersion).output(Gone),
  /** Sends an event that says nothing, to see whether it arrives. */
  test: op('webhooks:manage', 'POST', `${one}/test`).input(OneWebhook).output(Delivery),
  deliveries: op('webhooks:manage', 'GET', `${one}/deliveries`).input(DeliveryFilter).output(DeliveryPage),
  resend: op('webhooks:manage', 'POST', `${one}/deliveries/{deliveryId}/resend`).input(OneDelivery).output(Delivery),
};
