import { afterAll, beforeAll, expect } from 'vitest';
import { budgetSent } from '../../events/budgets.ts';
import { companyCreated } from '../../events/companies.ts';
import type { NewFact } from '../../events/define.ts';
import { plannerItemPublished } from '../../events/planner.ts';
import type { Delivery } from '../../shared/webhooks/delivery.ts';
import type { Webhook, WebhookWithSecret } from '../../shared/webhooks/webhook.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, easyMsp, type Owner, ok, unique } from '../identity/testing/members.ts';
import { Receiver, signatureBy } from './testing/receiver.ts';

interface World {
  mspId: string;
  owner: Owner;
  companyId: string;
  /** One that takes what it is told, one that does not, and one that goes. */
  good: WebhookWithSecret;
  bad: WebhookWithSecret;
  gone: WebhookWithSecret;
}

const FACTS = [companyCreated, plannerItemPublished, budgetSent].map(({ name }) => name);
const receiver = new Receiver();

beforeAll(() => receiver.open());
afterAll(() => receiver.close());

const pathOf = ({ url }: Webhook) => new URL(url).pathname;

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  // A client that only facts speak of: what is told of a real one could still be on its way.
  const companyId = newId();
  const made = async (name: string) => {
    const body = { name, url: receiver.url(`/${unique(name)}`), facts: FACTS };
    return ok(await ask<WebhookWithSecret>(owner, 'POST', '/webhooks', body));
  };
  const [good, bad, gone] = [await made('good'), await made('bad'), await made('gone')];
  receiver.answers(pathOf(bad), (response) => response.writeHead(500).end('no'));
  return { mspId: owner.mspId, owner, companyId, good, bad, gone };
}

/** What other features tell. */
const tell = (mspId: string, ...facts: NewFact[]) =>
  as('platform-api', () => commit(systemScope(mspId, 'trial'), [], facts));

const logOf = async (owner: Owner, { webhookId }: Webhook) =>
  ok(await ask<{ items: Delivery[] }>(owner, 'GET', `/webhooks/${webhookId}/deliveries`)).items;

async function play(world: World, { write, last, settle }: Hand): Promise<void> {
  const { mspId, owner, companyId, good, bad, gone } = world;
  const { cookie } = owner;
  await tell(mspId, companyCreated.of({ companyId }));
  await tell(mspId, plannerItemPublished.of({ companyId, plannerItemId: newId(), publishedVersion: 1 }));
  await settle();
  const v = ok(await ask<{ items: Webhook[] }>(owner, 'GET', '/webhooks')).items.find(
    ({ webhookId }) => webhookId === bad.webhookId,
  )?.v;
  const path = `/webhooks/${bad.webhookId}`;
  await write({ operation: 'edit', method: 'PATCH', path, cookie, body: { v, name: 'Answers late' } });
  await write({
    operation: 'remove',
    method: 'DELETE',
    path: `/webhooks/${gone.webhookId}`,
    cookie,
    body: { v: gone.v },
  });
  await tell(mspId, budgetSent.of({ companyId, budgetId: newId(), sentVersion: 1, lines: 3 }));
  await settle();
  const [told] = await logOf(owner, good);
  const again = `/webhooks/${good.webhookId}/deliveries/${told?.deliveryId}/resend`;
  await write({ operation: 'resend', method: 'POST', path: again, cookie });
  await settle();
  await last({ operation: 'test', method: 'POST', path: `/webhooks/${good.webhookId}/test`, cookie });
}

/** Everything arrived, under the id it has in the log, with a signature that holds; nothing else did. */
async function holds({ owner, good, bad, gone }: World): Promise<void> {
  const arrived = (webhook: Webhook) => receiver.calls.filter((call) => call.path === pathOf(webhook));
  for (const webhook of [good, bad]) {
    const log = await logOf(owner, webhook);
    const ids = arrived(webhook).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set(log.map(({ deliveryId }) => deliveryId)));
    for (const call of arrived(webhook))
      expect(call.headers['webhook-signature']).toBe(signatureBy(webhook.secret, call));
    for (const { deliveryId, body } of log) {
      const bodies = arrived(webhook).filter(({ headers }) => headers['webhook-id'] === deliveryId);
      expect(new Set(bodies.map(({ raw }) => raw))).toEqual(new Set([body]));
    }
  }
  expect((await logOf(owner, good)).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  expect((await logOf(owner, bad)).map(({ state }) => state)).toEqual(Array(3).fill('waiting'));
  expect(new Set(arrived(gone).map(({ headers }) => headers['webhook-id'])).size).toBe(2);
}

const once = 'answers with what is shown once: its own tests repeat it';

survives({ feature: 'webhooks', prepare, play, holds, elsewhere: { create: once, renewSecret: once } });
