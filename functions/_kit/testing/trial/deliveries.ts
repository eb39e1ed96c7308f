import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { expect } from 'vitest';
import { root } from '../../../../scripts/build/prepare.ts';
import { logger } from '../../logger.ts';
import { newId } from '../../new-id.ts';
import { as, control, invoke } from '../world.ts';
import { unpublished } from './picture.ts';

/** A fact on its way to one subscriber. */
export interface Message {
  messageId: string;
  /** `planner-on-budget-answered` */
  subscriber: string;
  body: string;
  /** How often it was handed over. */
  received: number;
}

// Handlers run in this thread too: what they say of facts that are cut off on purpose would bury what a test has to say.
logger.setLogLevel('SILENT');

type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** Deliveries of one message before its queue gives it up. */
const MOST_RECEIVES = 5;

/** Resolves when every fact that an MSP has committed is on the bus. */
export const published = (mspId: string) =>
  expect.poll(() => unpublished(mspId), { timeout: 20_000, interval: 20 }).toBe(0);

/** Keeps back every fact of an MSP from now on: `collect` hands them out. */
export const holdFacts = (mspId: string) => control<void>('hold', { about: mspId });

/** The facts told since the last call, once all of them are on the bus: one message for each subscriber. */
export async function collect(mspId: string): Promise<Message[]> {
  await published(mspId);
  const held = await control<{ queue: string; body: string }[]>('release', { about: mspId });
  return held.map(({ queue, body }) => ({
    messageId: newId(),
    subscriber: queue.replace(/^[^-]+-[^-]+-/, ''),
    body,
    received: 0,
  }));
}

const eventOf = (messages: readonly Message[]): SQSEvent => ({
  Records: messages.map(({ messageId, body }) => ({ messageId, body }) as SQSEvent['Records'][number]),
});

async function handlerOf(subscriber: string): Promise<Handler> {
  const [feature = '', file = ''] = subscriber.split(/-(?=on-)/);
  const module = await import(pathToFileURL(join(root, 'functions', feature, `${file}.ts`)).href);
  return module.handler as Handler;
}

/**
 * Hands messages to their subscriber as its queue does.
 *
 * @param where `here` runs the handler in this thread under the function's own role, `worker` in a worker that may be killed
 * @returns the messages that have to come again
 * @throws when a message was given up
 */
export async function deliver(messages: readonly Message[], where: 'here' | 'worker'): Promise<Message[]> {
  const subscriber = messages[0]?.subscriber ?? '';
  const counted = messages.map((message) => ({ ...message, received: message.received + 1 }));
  const failed = await (where === 'here'
    ? as(subscriber, async () => (await handlerOf(subscriber))(eventOf(messages), {} as Context))
    : invoke<SQSBatchResponse>(subscriber, eventOf(messages))
  ).then(
    ({ batchItemFailures }) => new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)),
    () => new Set(messages.map(({ messageId }) => messageId)),
  );
  const again = counted.filter(({ messageId }) => failed.has(messageId));
  const lost = again.find(({ received }) => received >= MOST_RECEIVES);
  if (lost) throw new Error(`${subscriber} gave this fact up after ${MOST_RECEIVES} deliveries: ${lost.body}`);
  return again;
}
