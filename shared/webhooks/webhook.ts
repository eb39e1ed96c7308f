import { z } from 'zod';
import { VisibleCompanies } from '../identity/membership.ts';
import { changeOf } from '../kernel/change.ts';
import { WebhookId } from '../kernel/id.ts';
import { Flag } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line } from '../kernel/text.ts';

/** Webhooks of one MSP. */
export const MOST_WEBHOOKS = 10;
/** How long both secrets of a webhook may sign, at most. */
export const MOST_GRACE_HOURS = 24;

/** Why a webhook was switched off by us. */
export const Reason = z.enum(['failing', 'gone']);
export type Reason = z.infer<typeof Reason>;

const Address = z
  .string('Enter the address.')
  .trim()
  .max(2_000, 'Use at most 2,000 characters for the address.')
  .pipe(z.url('Enter an address such as https://hooks.company.com/fairlead.'));

const Facts = z
  .array(z.string().max(100))
  .min(1, 'Choose at least one event.')
  .max(100, 'Name each event once.')
  .transform((facts) => [...new Set(facts)].sort());

const Fields = {
  name: line('a name for the webhook', 80),
  url: Address,
  /** Names of facts, as the list of events has them. */
  facts: Facts,
  companies: VisibleCompanies.default('all'),
};

export const NewWebhook = z.strictObject(Fields);
export type NewWebhook = z.infer<typeof NewWebhook>;
export const OneWebhook = z.strictObject({ webhookId: WebhookId });
export type OneWebhook = z.infer<typeof OneWebhook>;
export const WebhookVersion = OneWebhook.extend({ v: Version });
export type WebhookVersion = z.infer<typeof WebhookVersion>;
/** `on: true` also takes back what switched it off. */
export const WebhookChange = changeOf(Fields).extend({ webhookId: WebhookId, v: Version, on: Flag.optional() });
export type WebhookChange = z.infer<typeof WebhookChange>;
export const RenewSecret = WebhookVersion.extend({
  graceHours: z
    .int('Say for how many whole hours the old secret goes on signing.')
    .min(0, 'Say for how many hours the old secret goes on signing; 0 ends it at once.')
    .max(MOST_GRACE_HOURS, `The old secret signs for at most ${MOST_GRACE_HOURS} hours more.`)
    .default(MOST_GRACE_HOURS),
});
export type RenewSecret = z.infer<typeof RenewSecret>;

/** What may be told of a signing secret. */
export const KnownSecret = z.object({ last4: z.string(), setAt: z.string(), until: z.string().optional() });

/** An address of the MSP's own that is told what happens. */
export const Webhook = z.object({
  ...RecordFields,
  webhookId: WebhookId,
  name: z.string(),
  url: z.string(),
  facts: z.array(z.string()),
  companies: z.union([z.literal('all'), z.array(z.string())]),
  /** `off` by a person, `disabled` by us. */
  state: z.enum(['on', 'off', 'disabled']),
  reason: Reason.optional(),
  disabledAt: z.string().optional(),
  /** Since when nothing has got through. */
  failingSince: z.string().optional(),
  secrets: z.array(KnownSecret),
});
export type Webhook = z.infer<typeof Webhook>;
export const Webhooks = z.object({ items: z.array(Webhook) });
export const WebhookWithSecret = Webhook.extend({ secret: z.string() });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

/** An event that a webhook may ask for. */
export const EventKind = z.object({
  name: z.string(),
  version: z.int(),
  words: z.string(),
  fields: z.array(z.string()),
});
export type EventKind = z.infer<typeof EventKind>;
export const EventKinds = z.object({ items: z.array(EventKind) });
