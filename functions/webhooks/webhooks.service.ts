import { z } from 'zod';
import { OUTWARD_FACTS } from '../../events/outward.ts';
import { seesAll } from '../../shared/identity/standing.ts';
import { invalid, refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import {
  type EventKind,
  MOST_WEBHOOKS,
  type NewWebhook,
  type RenewSecret,
  type Webhook,
  type WebhookChange,
  type WebhookVersion,
  type WebhookWithSecret,
} from '../../shared/webhooks/webhook.ts';
import { checkTyped } from '../_kit/clients/guarded-fetch.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove as removing } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import { type Scope, untold } from '../_kit/scope.ts';
import { refuseUnknownCompanies } from '../identity/staff.service.ts';
import { destroyCredential, sealCredential, sealing } from '../integrations/credentials.service.ts';
import { newSigningSecret } from './signature.ts';
import { WebhookEntity } from './webhook.entity.ts';
import { allWebhooks, livingSecrets, ownWebhook, told } from './webhook-records.ts';

const KNOWN = new Set(OUTWARD_FACTS.map(({ name }) => name));

/** The events that a webhook may ask for. */
export async function events(): Promise<{ items: EventKind[] }> {
  const fieldsOf = (detail: z.ZodType) => Object.keys(z.toJSONSchema(detail).properties ?? {});
  const items = OUTWARD_FACTS.map(({ name, version, outward, detail }) => ({
    name,
    version,
    words: outward,
    fields: fieldsOf(detail),
  }));
  return { items };
}

/** The MSP's webhooks; those that tell of clients whom the person does not see are left out. */
export async function list(scope: Scope): Promise<{ items: Webhook[] }> {
  const rows = await allWebhooks(scope);
  const items = rows.filter(({ companies }) => seesAll(scope.actor, companies)).map((row) => told(scope, row));
  return { items };
}

type Asked = Partial<Pick<NewWebhook, 'url' | 'facts' | 'companies'>>;

async function check(scope: Scope, { url, facts = [], companies }: Asked): Promise<void> {
  if (url !== undefined) checkTyped(url, 'url', 'webhook.address');
  const unknown = facts.find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw invalid('facts', `There is no event "${unknown}". Choose from the list of events.`);
  if (companies === undefined) return;
  if (!seesAll(scope.actor, companies))
    throw invalid('companies', 'A webhook tells of no more clients than you see. Name some of yours.');
  await refuseUnknownCompanies(scope, companies);
}

/** A fresh signing secret: what is kept of it, and the write that seals it. A secret is sealed by itself, and never read here. */
async function freshSecret(scope: Scope) {
  const secret = newSigningSecret();
  const secretId = newId(scope.now());
  const { fact, op } = await sealCredential(scope, secretId, 1, secret);
  return { secret, op, ref: { secretId, last4: fact.last4, setAt: fact.setAt } };
}

/** Makes a webhook and tells its signing secret, this once. */
export async function create(scope: Scope, input: NewWebhook): Promise<WebhookWithSecret> {
  await check(scope, input);
  if ((await allWebhooks(scope)).length >= MOST_WEBHOOKS)
    throw refused('webhook.too-many', `An MSP has at most ${MOST_WEBHOOKS} webhooks. Delete one of them first.`);
  const { secret, op, ref } = await freshSecret(scope);
  const row = stamped(scope, { ...input, webhookId: newId(scope.now()), state: 'on' as const, secrets: [ref] });
  return commit(sealing(untold(scope)), [put(WebhookEntity, row), op], [], { ...told(scope, row), secret });
}

const CLEARED = { reason: undefined, disabledAt: undefined, failingSince: undefined } as const;

/** Changes the named fields. Switched on again, a webhook starts with a clean record. */
export async function edit(scope: Scope, { webhookId, v, on, ...set }: WebhookChange): Promise<Webhook> {
  const before = basedOn(await ownWebhook(scope, { webhookId }), v, 'webhook');
  await check(scope, set);
  const turned = on === undefined ? {} : on ? { state: 'on' as const, ...CLEARED } : { state: 'off' as const };
  const after = revised(scope, before, { ...set, ...turned });
  return commit(scope, [change(WebhookEntity, before, after)], [], told(scope, after));
}

/** Another signing secret. For the hours of grace both sign, so that the receiver can change over without a gap. */
export async function renewSecret(scope: Scope, { graceHours, v, ...one }: RenewSecret): Promise<WebhookWithSecret> {
  const before = basedOn(await ownWebhook(scope, one), v, 'webhook');
  const now = scope.now();
  const until = new Date(now.getTime() + graceHours * 3_600_000).toISOString();
  const [current] = livingSecrets(before, now);
  const kept = graceHours > 0 && current ? [{ ...current, until }] : [];
  const gone = before.secrets.filter(({ secretId }) => !kept.some((one) => one.secretId === secretId));
  const { secret, op, ref } = await freshSecret(scope);
  const after = revised(scope, before, { secrets: [ref, ...kept] });
  const ops = [
    change(WebhookEntity, before, after),
    op,
    ...gone.map(({ secretId }) => destroyCredential(scope, secretId)),
  ];
  return commit(sealing(untold(scope)), ops, [], { ...told(scope, after), secret });
}

/** Deletes a webhook with its secrets; what still waits to be told is told no more. */
export async function remove(scope: Scope, { v, ...one }: WebhookVersion): Promise<Gone> {
  const row = basedOn(await ownWebhook(scope, one), v, 'webhook');
  const secrets = row.secrets.map(({ secretId }) => destroyCredential(scope, secretId));
  return commit(sealing(scope), [removing(WebhookEntity, row), ...secrets], [], {});
}
