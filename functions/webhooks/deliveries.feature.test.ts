import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notification } from '../../shared/notifications/notification.ts';
import type { Delivery } from '../../shared/webhooks/delivery.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, control, idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, ok, unique } from '../identity/testing/members.ts';
import { callAgain } from './due.service.ts';
import { excerptOf } from './sending.service.ts';
import { Receiver } from './testing/receiver.ts';
import { createWebhook, editWebhook, logOf, webhookNow } from './testing/subscribed.ts';

const HOUR = 3_600_000;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await new Receiver().open();
});
afterAll(() => receiver.close());

const path = () => `/${unique('hook')}`;

/** The clock of the deliveries strikes, so many hours from now; what it planned is called. */
async function tick(mspId: string, hours: number): Promise<void> {
  const now = () => new Date(Date.now() + hours * HOUR);
  await as('webhooks-schedule-due-deliveries', () => callAgain(systemScope(mspId, 'tick', { now })));
  await idle();
}

describe('a delivery that fails', () => {
  it('is called again by the clock with the same id and body, ever later, and given up after a day', async () => {
    const msp = await easyMsp();
    const at = path();
    const webhook = ok(await createWebhook(msp, receiver.url(at)));
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
    expect(await webhookNow(msp, webhook)).toMatchObject({ state: 'on', failingSince: expect.any(String) });

    receiver.answers(at, (response) => response.writeHead(200).end('thanks'));
    const resend = () =>
      ask<Delivery>(msp, 'POST', `/webhooks/${webhook.webhookId}/deliveries/${delivery?.deliveryId}/resend`);
    ok(await resend());
    await idle();
    const [again] = await logOf(msp, webhook);
    expect(again).toMatchObject({ state: 'delivered', deliveryId: delivery?.deliveryId });
    expect(again?.attempts.at(-1)).toMatchObject({ status: 200, excerpt: 'thanks' });
    expect((await webhookNow(msp, webhook))?.failingSince).toBeUndefined();
    for (let sent = 6; sent < 20; sent += 1) {
      ok(await resend());
      await idle();
    }
    expect((await resend()).body.code).toBe('delivery.too-often');
  }, 60_000);

  it('switches its webhook off at once when the receiver wants no more, and owners are told', async () => {
    const msp = await easyMsp();
    const at = path();
    const webhook = ok(await createWebhook(msp, receiver.url(at)));
    receiver.answers(at, (response) => response.writeHead(410).end());
    await newCompany(msp);
    await idle();
    const disabled = await webhookNow(msp, webhook);
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
    const on = ok(await editWebhook(msp, (await webhookNow(msp, webhook)) ?? webhook, { on: true }));
    expect([on.state, on.reason, on.failingSince]).toEqual(['on', undefined, undefined]);
  });

  it('is not made any more when its webhook was switched off meanwhile, and is found again when its worker was lost', async () => {
    const msp = await easyMsp();
    const at = path();
    const webhook = ok(await createWebhook(msp, receiver.url(at)));
    receiver.answers(at, (response) => response.writeHead(503).end());
    await newCompany(msp);
    await idle();
    const current = (await webhookNow(msp, webhook)) ?? webhook;
    ok(await editWebhook(msp, current, { on: false }));
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
    const waiting = ok(await createWebhook(msp, receiver.url(slow)));
    ok(await createWebhook(msp, receiver.url(quick)));
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
