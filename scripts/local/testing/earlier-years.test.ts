import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { startFixture } from './fixture.ts';
import { clientOptions } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const THEN = new Date('2024-11-20T17:00:00Z');
const HOUR_MS = 3_600_000;

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startFixture();
});
afterAll(() => cloud.close());
afterEach(() => cloud.time.catchUp());

interface Echo {
  now: string;
  remaining: number;
  event: { requestContext: { timeEpoch: number } };
}

const echo = async () => (await (await fetch(`${cloud.origin}/api/echo/x`)).json()) as Echo;

/** Hours between an instant and another: clocks go on while a test runs. */
const hoursFrom = (from: Date, to: string | number) => Math.floor((new Date(to).getTime() - from.getTime()) / HOUR_MS);

async function noted(id: string): Promise<string> {
  const body = JSON.stringify({ id, text: 'a note' });
  expect((await fetch(`${cloud.origin}/api/notes`, { method: 'POST', body })).status).toBe(201);
  return (await fetch(`${cloud.origin}/api/notes/${id}`)).text();
}

describe('functions that live in earlier years', () => {
  it('see the time that was set, the time of their events too, and are given their own to answer', async () => {
    cloud.time.setBack(THEN);
    const { now, remaining, event } = await echo();
    expect(hoursFrom(THEN, now)).toBe(0);
    expect(hoursFrom(THEN, event.requestContext.timeEpoch)).toBe(0);
    expect(remaining).toBeGreaterThan(0);
  });

  it('are served by the AWS services then and, with the clients they have, today', async () => {
    expect(await noted('before')).toContain('a note');
    cloud.time.setBack(THEN);
    expect(await noted('then')).toContain('a note');
    await cloud.idle();
    cloud.time.catchUp();
    expect(await noted('today')).toContain('a note');
    const machine = new Date();
    expect(hoursFrom(machine, (await echo()).now)).toBe(0);
  });

  it('are alone in it: a caller in this process goes by the clock of the machine', async () => {
    cloud.time.setBack(THEN);
    const ses = new SESv2Client(clientOptions(cloud.environmentOf('notes-api')));
    const Content = { Simple: { Subject: { Data: 'Today' }, Body: { Text: { Data: 'x' } } } };
    const Destination = { ToAddresses: ['ada@example.com'] };
    await ses.send(new SendEmailCommand({ FromEmailAddress: 'mail@fairlead.example', Destination, Content }));
    expect(hoursFrom(THEN, cloud.mailbox.list()[0]?.at ?? '')).toBeGreaterThan(24);
  });

  it('cannot be ahead of the machine', () => {
    expect(() => cloud.time.setBack(new Date(Date.now() + HOUR_MS))).toThrow('can only be set back');
  });
});
