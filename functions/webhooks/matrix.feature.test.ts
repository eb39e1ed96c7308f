import { beforeAll, describe, expect, it } from 'vitest';
import { OUTWARD_FACTS } from '../../events/outward.ts';
import type { Delivery } from '../../shared/webhooks/delivery.ts';
import type { Webhook } from '../../shared/webhooks/webhook.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, control } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { tell } from './deliveries.service.ts';

/** A webhook of the matrix, and whether it is to hear of something. */
interface Subscription {
  name: string;
  of: Owner;
  facts: string[];
  companies: 'all' | string[];
  on: boolean;
  hears: (fact: string, companyId: string | undefined) => boolean;
}

const EVERY = OUTWARD_FACTS.map(({ name }) => name);
/** Every second one. */
const HALF = EVERY.filter((_, at) => at % 2 === 0);
const inCompany = new Set(OUTWARD_FACTS.filter(({ detail }) => 'companyId' in shapeOf(detail)).map(({ name }) => name));

function shapeOf(detail: unknown): object {
  return (detail as { shape: object }).shape;
}

let owner: Owner;
let mine: string;
let other: string;
let subscriptions: { subscription: Subscription; webhookId: string }[];

beforeAll(async () => {
  let stranger: Owner;
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  [mine, other] = await Promise.all([newCompany(owner), newCompany(owner)]);
  const every = { of: owner, facts: EVERY, companies: 'all' as const, on: true };
  const declared: Subscription[] = [
    { ...every, name: 'everything', hears: () => true },
    { ...every, name: 'some facts', facts: HALF, hears: (fact) => HALF.includes(fact) },
    { ...every, name: 'one client', companies: [mine], hears: (_, companyId) => companyId === mine },
    { ...every, name: 'switched off', on: false, hears: () => false },
    { ...every, name: 'another MSP', of: stranger, hears: () => false },
  ];
  subscriptions = [];
  for (const subscription of declared) {
    const { of, name, facts, companies, on } = subscription;
    const body = { name, url: 'https://hooks.example.com/fairlead', facts, companies };
    const made = ok(await ask<Webhook>(of, 'POST', '/webhooks', body));
    if (!on) ok(await ask(of, 'PATCH', `/webhooks/${made.webhookId}`, { v: made.v, on }));
    subscriptions.push({ subscription, webhookId: made.webhookId });
  }
  // What is planned stays planned: nothing is sent to anybody.
  await Promise.all([owner, stranger].map(({ mspId }) => control('hold', { about: mspId })));
});

describe('every fact that may leave the house and every kind of subscription', () => {
  it('is planned for exactly those that are declared to hear of it', async () => {
    const told: { fact: string; deliveryId: string; companyId: string | undefined }[] = [];
    const at = new Date().toISOString();
    for (const { name, version } of OUTWARD_FACTS) {
      const concerned = inCompany.has(name) ? [mine, other] : [undefined];
      for (const companyId of concerned) {
        const eventId = newId();
        const data = companyId ? { companyId } : {};
        const scope = systemScope(owner.mspId, 'matrix', { inbox: { subscriber: 'matrix', eventId } });
        await as('webhooks-on-outward-fact', () => tell(scope, { name, version, data }, { eventId, at, actorId: 'x' }));
        told.push({ fact: name, deliveryId: eventId, companyId });
      }
    }
    const wrong: string[] = [];
    for (const { subscription, webhookId } of subscriptions) {
      const heard = new Set<string>();
      let cursor = '';
      do {
        const path = `/webhooks/${webhookId}/deliveries?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
        const page = ok(await ask<{ items: Delivery[]; cursor?: string }>(subscription.of, 'GET', path));
        for (const { deliveryId } of page.items) heard.add(deliveryId);
        cursor = page.cursor ?? '';
      } while (cursor);
      for (const { fact, deliveryId, companyId } of told) {
        const declared = subscription.hears(fact, companyId);
        if (heard.has(deliveryId) !== declared)
          wrong.push(`${subscription.name}, ${fact} of ${companyId}: declared ${declared}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(told.length * subscriptions.length).toBeGreaterThan(200);
  });
});
