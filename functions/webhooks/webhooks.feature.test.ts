import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyCreated } from '../../events/companies.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import type { Delivery } from '../../shared/webhooks/delivery.ts';
import type { EventKind, NewWebhook, Webhook, WebhookWithSecret } from '../../shared/webhooks/webhook.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, control, idle, logs } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  type Member,
  newCompany,
  newStaff,
  type Owner,
  ok,
  unique,
} from '../identity/testing/members.ts';
import { callAgain } from './due.service.ts';
import { excerptOf } from './sending.service.ts';
import { Receiver, signatureBy } from './testing/receiver.ts';

const HOUR = 3_600_000;
const EVENT = companyCreated.name;
let owner: Owner;
let receiver: Receiver;

beforeAll(async () => {
  [owner, receiver] = await Promise.all([easyMsp(), new Receiver().open()]);
});
afterAll(() => receiver.close());

const path = () => `/${unique('hook')}`;
const create = (who: Member, at: string, more: Partial<NewWebhook> = {}) =>
  ask<WebhookWithSecret>(who, 'POST', '/webhooks', { name: 'Teams', url: receiver.url(at), facts: [EVENT], ...more });
const listed = async (who: Member) => ok(await ask<{ items: Webhook[] }>(who, 'GET', '/webhooks')).items;
const found = async (who: Member, { webhookId }: { webhookId: string }) =>
  (await listed(who)).find((webhook) => webhook.webhookId === webhookId);
const logOf = async (who: Member, { webhookId }: { webhookId: string }) =>
  ok(await ask<{ items: Delivery[] }>(who, 'GET', `/webhooks/${webhookId}/deliveries`)).items;
const edit = (who: Member, { webhookId, v }: Webhook, set: object) =>
  ask<Webhook>(who, 'PATCH', `/webhooks/${webhookId}`, { v, ...set });

/** The clock of the deliveries strikes, so many hours from now; what it planned is called. */
async function tick(mspId: string, hours: number): Promise<void> {
  const now = () => new Date(Date.now() + hours * HOUR);
  await as('webhooks-schedule-due-deliveries', () => callAgain(systemScope(mspId, 'tick', { now })));
  await idle();
}

describe('a webhook', () => {
  it('is told what happens, thin and signed, by whoever asked for it', async () => {
    const at = path();
    const webhook = ok(await create(owner, at));
    const companyId = await newCompany(owner);
    await idle();
    const [call, ...more] = receiver.at(at);
    expect(more).toEqual([]);
    expect(call?.body).toEqual({
      type: EVENT,
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      version: 1,
      data: { companyId },
    });
    expect(call?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Fairlead-Webhooks/1' });
    expect(Math.abs(Number(call?.headers['webhook-timestamp']) - Date.now() / 1_000)).toBeLessThan(60);
    expect(call?.headers['webhook-signature']).toBe(call && signatureBy(webhook.secret, call));
    const [delivery] = await logOf(owner, webhook);
    expect(delivery).toMatchObject({ deliveryId: call?.headers['webhook-id'], type: EVENT, state: 'delivered' });
    expect(delivery?.body).toBe(call?.raw);
    expect(delivery?.attempts).toEqual([{ at: expect.any(String), milliseconds: expect.any(Number), status: 204 }]);
    const calm = await found(owner, webhook);
    expect([calm?.v, calm?.failingSince]).toEqual([webhook.v, undefined]);
  });

  it('tells its secret once, and keeps it sealed', async () => {
    const webhook = ok(await create(owner, path()));
    expect(webhook.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(webhook.secrets).toEqual([{ last4: webhook.secret.slice(-4), setAt: expect.any(String) }]);
    ok(await ask(owner, 'POST', `/webhooks/${webhook.webhookId}/test`));
    await idle();
    const rows = [
      await control('rows', { about: owner.mspId }),
      await listed(owner),
      await logOf(owner, webhook),
      await logs(),
    ];
    expect(JSON.stringify(rows)).not.toContain(webhook.secret.slice('whsec_'.length, -4));
  });

  it('is checked before it is made: address, events, clients, and how many there are', async () => {
    const refused = async (more: Partial<NewWebhook>) => {
      const { status, body } = await create(owner, '/x', more);
      return [status, body.code, body.errors?.[0]?.path];
    };
    for (const url of [
      'http://hooks.example/x',
      'https://10.0.0.1/x',
      'https://user:pw@hooks.example/',
      'https://[::1]/',
    ])
      expect(await refused({ url })).toEqual([400, 'webhook.address', 'url']);
    for (const name of ['identity.key.created', 'companies.company.vanished'])
      expect(await refused({ facts: [name] })).toEqual([400, 'input.invalid', 'facts']);
    expect(await refused({ companies: [newId()] })).toEqual([400, 'input.invalid', 'companies.0']);
    const crowded = await easyMsp();
    for (let made = 0; made < 10; made += 1) ok(await create(crowded, path()));
    expect((await create(crowded, path())).body.code).toBe('webhook.too-many');
    const { items } = ok(await ask<{ items: EventKind[] }>(owner, 'GET', '/webhook-events'));
    expect(items.find(({ name }) => name === EVENT)).toEqual({
      name: EVENT,
      version: 1,
      words: 'A client was added.',
      fields: ['companyId'],
    });
    expect(items.filter(({ name }) => name.startsWith('identity.'))).toEqual([]);
  });

  it('is changed, switched off and on, and deleted with its secrets', async () => {
    const at = path();
    const webhook = ok(await create(owner, at));
    const off = ok(await edit(owner, webhook, { on: false, name: 'Slack' }));
    expect(off).toMatchObject({ state: 'off', name: 'Slack' });
    expect((await edit(owner, webhook, { on: true })).body.code).toBe('webhook.changed');
    await newCompany(owner);
    await idle();
    expect(receiver.at(at)).toEqual([]);
    const on = ok(await edit(owner, off, { on: true }));
    await newCompany(owner);
    await receiver.called(at);
    ok(await ask(owner, 'DELETE', `/webhooks/${on.webhookId}`, { v: on.v }));
    expect(await found(owner, on)).toBeUndefined();
    await newCompany(owner);
    await idle();
    expect(receiver.at(at)).toHaveLength(1);
    expect((await ask(owner, 'GET', `/webhooks/${on.webhookId}/deliveries`)).status).toBe(404);
  });

  it('signs with the old secret and the new one while they change, then with the new one alone', async () => {
    const at = path();
    const first = ok(await create(owner, at));
    const renew = (v: number, graceHours: number) =>
      ask<WebhookWithSecret>(owner, 'POST', `/webhooks/${first.webhookId}/renew-secret`, { v, graceHours });
    const tested = async () => {
      ok(await ask(owner, 'POST', `/webhooks/${first.webhookId}/test`));
      await idle();
      const call = receiver.at(at).at(-1);
      if (!call) throw new Error('No test arrived.');
      return {
        given: String(call.headers['webhook-signature']).split(' '),
        by: (secret: string) => signatureBy(secret, call),
      };
    };
    const second = ok(await renew(first.v, 24));
    expect(second.secrets.map(({ until }) => until !== undefined)).toEqual([false, true]);
    const both = await tested();
    expect(both.given).toEqual([both.by(second.secret), both.by(first.secret)]);
    const third = ok(await renew(second.v, 0));
    const alone = await tested();
    expect(alone.given).toEqual([alone.by(third.secret)]);
    expect(third.secrets).toHaveLength(1);
  });
});

describe('a delivery that fails', () => {
  it('is called again by the clock with the same id and body, ever later, and given up after a day', async () => {
    const msp = await easyMsp();
    const at = path();
    const webhook = ok(await create(msp, at));
    receiver.answers(at, (response) => response.writeHead(500).end(`no\n\nkey: flk_abc, ${webhook.secret}`));
    await newCompany(msp);
    await idle();
    expect((await logOf(msp, webhook))[0]).toMatchObject({ state: 'waiting', nextAt: expect.any(String) });
    await tick(msp.mspId, 0);
    expect(receiver.at(at)).toHaveLength(1);
    for (const hours of [0.1, 1.1, 6.2, 24.3]) await tick(msp.mspId, hours);
    const calls = receiver.at(at);
    expect(calls).toHaveLength(5);
    expect(new Set(calls.map(({ headers, raw }) => `${headers['webhook-id']} ${raw}`)).size).toBe(1);
    const [delivery] = await logOf(msp, webhook);
    expect(delivery).toMatchObject({
      state: 'failed',
      attempts: Array(5).fill({ status: 500, failure: 'It answered 500.' }),
    });
    expect(delivery?.attempts[0]?.excerpt).toBe('no key: flk_…, whsec_…');
    expect(delivery?.nextAt).toBeUndefined();
    await tick(msp.mspId, 48);
    expect(receiver.at(at)).toHaveLength(5);
    expect(await found(msp, webhook)).toMatchObject({ state: 'on', failingSince: expect.any(String) });

    receiver.answers(at, (response) => response.writeHead(200).end('thanks'));
    const resend = () =>
      ask<Delivery>(msp, 'POST', `/webhooks/${webhook.webhookId}/deliveries/${delivery?.deliveryId}/resend`);
    ok(await resend());
    await idle();
    const [again] = await logOf(msp, webhook);
    expect(again).toMatchObject({ state: 'delivered', deliveryId: delivery?.deliveryId });
    expect(again?.attempts.at(-1)).toMatchObject({ status: 200, excerpt: 'thanks' });
    expect((await found(msp, webhook))?.failingSince).toBeUndefined();
    for (let sent = 6; sent < 20; sent += 1) {
      ok(await resend());
      await idle();
    }
    expect((await resend()).body.code).toBe('delivery.too-often');
  }, 60_000);

  it('switches its webhook off at once when the receiver wants no more, and owners are told', async () => {
    const msp = await easyMsp();
    const at = path();
    const webhook = ok(await create(msp, at));
    receiver.answers(at, (response) => response.writeHead(410).end());
    await newCompany(msp);
    await idle();
    const disabled = await found(msp, webhook);
    expect(disabled).toMatchObject({ state: 'disabled', reason: 'gone', disabledAt: expect.any(String) });
    const { items } = ok(await ask<{ items: Notification[] }>(msp, 'GET', '/notifications'));
    expect(items).toMatchObject([
      { type: 'webhook-disabled', record: { id: webhook.webhookId }, params: { gone: true } },
    ]);
    await newCompany(msp);
    await idle();
    expect(receiver.at(at)).toHaveLength(1);
    // A test is sent all the same: it is how one sees that the receiver is back.
    receiver.answers(at, (response) => response.writeHead(204).end());
    const sent = ok(await ask<Delivery>(msp, 'POST', `/webhooks/${webhook.webhookId}/test`));
    await idle();
    const log = await logOf(msp, webhook);
    expect(log.find(({ deliveryId }) => deliveryId === sent.deliveryId)?.state).toBe('delivered');
    const on = ok(await edit(msp, (await found(msp, webhook)) ?? webhook, { on: true }));
    expect([on.state, on.reason, on.failingSince]).toEqual(['on', undefined, undefined]);
  });

  it('is not made any more when its webhook was switched off meanwhile, and is found again when its worker was lost', async () => {
    const msp = await easyMsp();
    const at = path();
    const webhook = ok(await create(msp, at));
    receiver.answers(at, (response) => response.writeHead(503).end());
    await newCompany(msp);
    await idle();
    const current = (await found(msp, webhook)) ?? webhook;
    ok(await edit(msp, current, { on: false }));
    await tick(msp.mspId, 0.1);
    const [delivery] = await logOf(msp, webhook);
    expect(delivery).toMatchObject({ state: 'failed', attempts: [{ status: 503 }, { failure: /switched off/ }] });
    expect(receiver.at(at)).toHaveLength(1);

    // The fact that plans a call is lost: the clock plans it anew, under the next number.
    await control('hold', { about: msp.mspId });
    const { deliveryId } = ok(await ask<Delivery>(msp, 'POST', `/webhooks/${webhook.webhookId}/test`));
    const attempts = async () => {
      const held = await control<{ body: string }[]>('release', { about: msp.mspId });
      return held.map(({ body }) => JSON.parse(body).detail.data).filter((data) => data.deliveryId === deliveryId);
    };
    await expect.poll(attempts).toMatchObject([{ attempt: 1 }]);
    await tick(msp.mspId, 0.4);
    expect(await attempts()).toEqual([]);
    await tick(msp.mspId, 0.6);
    await expect.poll(attempts).toMatchObject([{ attempt: 2 }]);
  });

  it('holds up no other: one address answers only after the other was told', async () => {
    const msp = await easyMsp();
    const [slow, quick] = [path(), path()];
    const waiting = ok(await create(msp, slow));
    ok(await create(msp, quick));
    receiver.answers(slow, (response) => void receiver.called(quick).then(() => response.writeHead(204).end()));
    await newCompany(msp);
    await idle();
    expect((await logOf(msp, waiting))[0]).toMatchObject({ state: 'delivered', attempts: [{ status: 204 }] });
  });
});

it('an excerpt is one line without secrets, and short', () => {
  expect(excerptOf(' <p>\u0000hi\r\n\tthere</p> ')).toBe('<p> hi there</p>');
  expect(excerptOf('Authorization: Bearer abc.def; x')).toBe('Authorization: Bearer …; x');
  expect(excerptOf('y'.repeat(5_000))).toHaveLength(300);
});

describe('who may', () => {
  it('see and change webhooks: owners and administrators, of clients that they see, of their own MSP', async () => {
    const mine = await newCompany(owner);
    const [manager, narrow, stranger] = await Promise.all([
      newStaff(owner, 'manager'),
      newStaff(owner, 'admin', [mine]),
      easyMsp(),
    ]);
    expect((await create(manager, '/x')).body.code).toBe('access.forbidden');
    expect((await create(narrow, '/x')).body.errors?.[0]?.path).toBe('companies');
    const at = path();
    const wide = ok(await create(owner, path()));
    const own = ok(await create(narrow, at, { companies: [mine], facts: [EVENT, 'companies.company.changed'] }));
    expect((await listed(narrow)).map(({ webhookId }) => webhookId)).toEqual([own.webhookId]);
    const { deliveryId } = ok(await ask<Delivery>(owner, 'POST', `/webhooks/${wide.webhookId}/test`));
    await idle();
    for (const who of [narrow, stranger]) {
      const tries = await Promise.all([
        edit(who, wide, { url: receiver.url('/stolen') }),
        ask(who, 'POST', `/webhooks/${wide.webhookId}/renew-secret`, { v: wide.v }),
        ask(who, 'DELETE', `/webhooks/${wide.webhookId}`, { v: wide.v }),
        ask(who, 'POST', `/webhooks/${wide.webhookId}/test`),
        ask(who, 'GET', `/webhooks/${wide.webhookId}/deliveries`),
        ask(who, 'POST', `/webhooks/${wide.webhookId}/deliveries/${deliveryId}/resend`),
      ]);
      for (const { status, body } of tries) expect([status, body.code]).toEqual([404, 'webhook.not-found']);
    }
    await newCompany(owner);
    await newCompany(stranger);
    const { v } = ok(await ask<{ v: number }>(owner, 'GET', `/companies/${mine}`));
    ok(await ask(owner, 'PATCH', `/companies/${mine}`, { v, name: unique('Renamed') }));
    await idle();
    expect(receiver.at(at).map(({ body }) => body.data.companyId)).toEqual([mine]);
  });
});
