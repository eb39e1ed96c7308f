import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../shared/webhooks/delivery.ts';
import type { EventKind, NewWebhook, WebhookWithSecret } from '../../shared/webhooks/webhook.ts';
import { newId } from '../_kit/new-id.ts';
import { control, idle, logs } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, newStaff, type Owner, ok, unique } from '../identity/testing/members.ts';
import { Receiver, signatureBy } from './testing/receiver.ts';
import { createWebhook, EVENT, editWebhook, logOf, webhookNow, webhooksOf } from './testing/subscribed.ts';

let owner: Owner;
let receiver: Receiver;

beforeAll(async () => {
  [owner, receiver] = await Promise.all([easyMsp(), new Receiver().open()]);
});
afterAll(() => receiver.close());

const path = () => `/${unique('hook')}`;

describe('a webhook', () => {
  it('is told what happens, thin and signed, by whoever asked for it', async () => {
    const at = path();
    const webhook = ok(await createWebhook(owner, receiver.url(at)));
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
    const calm = await webhookNow(owner, webhook);
    expect([calm?.v, calm?.failingSince]).toEqual([webhook.v, undefined]);
  });

  it('tells its secret once, and keeps it sealed', async () => {
    const webhook = ok(await createWebhook(owner, receiver.url(path())));
    expect(webhook.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(webhook.secrets).toEqual([{ last4: webhook.secret.slice(-4), setAt: expect.any(String) }]);
    ok(await ask(owner, 'POST', `/webhooks/${webhook.webhookId}/test`));
    await idle();
    const rows = [
      await control('rows', { about: owner.mspId }),
      await webhooksOf(owner),
      await logOf(owner, webhook),
      await logs(),
    ];
    expect(JSON.stringify(rows)).not.toContain(webhook.secret.slice('whsec_'.length, -4));
  });

  it('is checked before it is made: address, events, clients, and how many there are', async () => {
    const refused = async (more: Partial<NewWebhook>) => {
      const { status, body } = await createWebhook(owner, receiver.url('/x'), more);
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
    for (let made = 0; made < 10; made += 1) ok(await createWebhook(crowded, receiver.url(path())));
    expect((await createWebhook(crowded, receiver.url(path()))).body.code).toBe('webhook.too-many');
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
    const webhook = ok(await createWebhook(owner, receiver.url(at)));
    const off = ok(await editWebhook(owner, webhook, { on: false, name: 'Slack' }));
    expect(off).toMatchObject({ state: 'off', name: 'Slack' });
    expect((await editWebhook(owner, webhook, { on: true })).body.code).toBe('webhook.changed');
    await newCompany(owner);
    await idle();
    expect(receiver.at(at)).toEqual([]);
    const on = ok(await editWebhook(owner, off, { on: true }));
    await newCompany(owner);
    await receiver.called(at);
    ok(await ask(owner, 'DELETE', `/webhooks/${on.webhookId}`, { v: on.v }));
    expect(await webhookNow(owner, on)).toBeUndefined();
    await newCompany(owner);
    await idle();
    expect(receiver.at(at)).toHaveLength(1);
    expect((await ask(owner, 'GET', `/webhooks/${on.webhookId}/deliveries`)).status).toBe(404);
  });

  it('signs with the old secret and the new one while they change, then with the new one alone', async () => {
    const at = path();
    const first = ok(await createWebhook(owner, receiver.url(at)));
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

describe('who may', () => {
  it('see and change webhooks: owners and administrators, of clients that they see, of their own MSP', async () => {
    const mine = await newCompany(owner);
    const [manager, narrow, stranger] = await Promise.all([
      newStaff(owner, 'manager'),
      newStaff(owner, 'admin', [mine]),
      easyMsp(),
    ]);
    expect((await createWebhook(manager, receiver.url('/x'))).body.code).toBe('access.forbidden');
    expect((await createWebhook(narrow, receiver.url('/x'))).body.errors?.[0]?.path).toBe('companies');
    const at = path();
    const wide = ok(await createWebhook(owner, receiver.url(path())));
    const own = ok(
      await createWebhook(narrow, receiver.url(at), { companies: [mine], facts: [EVENT, 'companies.company.changed'] }),
    );
    expect((await webhooksOf(narrow)).map(({ webhookId }) => webhookId)).toEqual([own.webhookId]);
    const { deliveryId } = ok(await ask<Delivery>(owner, 'POST', `/webhooks/${wide.webhookId}/test`));
    await idle();
    for (const who of [narrow, stranger]) {
      const tries = await Promise.all([
        editWebhook(who, wide, { url: receiver.url('/stolen') }),
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
