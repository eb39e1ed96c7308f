import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { startFixture } from './fixture.ts';
import { clientOptions, walled } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startFixture();
});
afterAll(() => cloud.close());
afterEach(() => cloud.faults.clear());

const write = (id: string, text = 'hello') =>
  fetch(`${cloud.origin}/api/notes`, { method: 'POST', body: JSON.stringify({ id, text }) });

async function deliveriesOf(noteId: string): Promise<number | undefined> {
  const table = await walled(cloud.environmentOf('notes-api'), 'northlight');
  const Key = { pk: 't#northlight#ib#notes', sk: noteId };
  const { Item } = await table.send(new GetCommand({ TableName: 'fixture-app', Key }));
  return Item?.deliveries;
}

describe('a fact on its way from the commit to its subscriber', () => {
  it('goes over stream, publisher, bus, filter and queue into a row', async () => {
    expect((await write('flow-1')).status).toBe(201);
    await cloud.idle();
    expect(await deliveriesOf('flow-1')).toBe(1);
  });

  it('is left out when no rule wants it', async () => {
    await write('flow-quiet', 'quiet');
    await cloud.idle();
    expect(await deliveriesOf('flow-quiet')).toBeUndefined();
  });

  it('does not leave when the transaction is cancelled', async () => {
    await write('flow-twice');
    await cloud.idle();
    const published = cloud.recorder.count({ operation: 'PutEvents' });
    expect((await write('flow-twice')).status).toBe(500);
    await cloud.idle();
    expect(cloud.recorder.count({ operation: 'PutEvents' })).toBe(published);
  });

  it.each([
    ['stream', 'fairlead-fixture-platform-stream-outbox'],
    ['queue', 'fairlead-fixture-notes-on-note-created'],
    ['bus', 'fixture-notes'],
  ])('comes twice when the %s duplicates a delivery', async (service, receiver) => {
    cloud.faults.add({ service, operation: 'deliver', function: receiver, effect: 'duplicate', times: 1 });
    await write(`flow-double-${service}`);
    await cloud.idle();
    expect(await deliveriesOf(`flow-double-${service}`)).toBe(2);
  });

  it('is published again from the failed row on when the bus refuses an entry', async () => {
    cloud.faults.add({ operation: 'PutEvents', effect: 'fail-entry', entry: 0, times: 3 });
    await write('flow-refused');
    await cloud.idle();
    expect(await deliveriesOf('flow-refused')).toBe(1);
  });

  it.each([
    ['kill-worker-before', 'TransactWriteItems', 1],
    ['kill-worker-after', 'TransactWriteItems', 2],
    ['timeout-before', 'TransactWriteItems', 1],
    ['throttle', 'AssumeRole', 1],
  ] as const)('survives a subscriber struck by %s at %s', async (effect, operation, deliveries) => {
    cloud.faults.add({ operation, function: 'fairlead-fixture-notes-on-note-created', effect, times: 1 });
    const id = `flow-${effect}`;
    await write(id);
    await cloud.idle();
    expect(await deliveriesOf(id)).toBe(deliveries);
  });
});

describe('messages in disorder', () => {
  it('all arrive, once each', async () => {
    cloud.faults.add({ service: 'queue', effect: 'reorder' });
    cloud.faults.add({ service: 'queue', effect: 'delay', delayMs: 5 });
    const ids = ['reordered-1', 'reordered-2', 'reordered-3'];
    await Promise.all(ids.map((id) => write(id)));
    await cloud.idle();
    for (const id of ids) expect(await deliveriesOf(id)).toBe(1);
  });
});

describe('a message that cannot be handled', () => {
  it('goes to the dead-letter queue after its last receive, without holding up others', async () => {
    await write('poisoned', 'poison');
    await write('after-poison');
    await cloud.idle();
    expect(await deliveriesOf('after-poison')).toBe(1);
    const sqs = new SQSClient(clientOptions(cloud.environmentOf('notes-api')));
    const QueueUrl = `${cloud.origin}/000000000000/fixture-notes-dead`;
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages.map(({ Body }) => JSON.parse(Body ?? '').detail.noteId)).toEqual(['poisoned']);
  });
});

describe('a queue', () => {
  const sqs = () => new SQSClient(clientOptions(cloud.environmentOf('notes-api')));

  it('takes messages from functions and feeds them to its subscriber', async () => {
    const QueueUrl = `${cloud.origin}/000000000000/fixture-notes`;
    const MessageBody = JSON.stringify({ detail: { noteId: 'sent-by-hand', text: 'hello' } });
    await sqs().send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: 'northlight' }));
    await cloud.idle();
    expect(await deliveriesOf('sent-by-hand')).toBe(1);
    const { Attributes } = await sqs().send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    expect(Attributes).toEqual({ ApproximateNumberOfMessages: '0' });
  });

  it('is closed to functions without a right to it', async () => {
    const stranger = new SQSClient(clientOptions(cloud.environmentOf('trouble-api')));
    const QueueUrl = `${cloud.origin}/000000000000/fixture-notes`;
    await expect(stranger.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });
});

describe('a schedule', () => {
  it('runs its function on demand with the event of its rule', async () => {
    await cloud.runSchedule('fixture-sweep');
    expect(cloud.logs.find(({ message }) => message === 'swept')).toMatchObject({
      function: 'fairlead-fixture-platform-schedule-sweep',
      source: 'aws.events',
    });
    await expect(cloud.runSchedule('nothing')).rejects.toThrow('The templates have no schedule nothing.');
  });
});
