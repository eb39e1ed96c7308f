import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import type { FactDefinition } from '../../events/define.ts';
import { Id } from '../../shared/kernel/id.ts';
import { AlreadyHandled } from './commit.ts';
import { env } from './env.ts';
import { failure, logger } from './logger.ts';
import { type Scope, systemScope } from './scope.ts';
import { Units } from './units.ts';

/** What travels over the bus: the outbox row's own id and time, never the bus's. */
export const FactEnvelope = z.object({
  eventId: Id,
  mspId: Id,
  version: z.int(),
  at: z.iso.datetime(),
  actorId: z.string(),
  causes: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
});

/** The event as its rule puts it on a queue; the rule has asked for the name. */
const Delivered = z.object({ 'detail-type': z.string(), detail: FactEnvelope });

/** Facts about an occurrence that a handler may need beside its detail. */
export interface Occurrence {
  eventId: string;
  at: string;
  actorId: string;
}

type Effect<Detail> = (scope: Scope, detail: Detail, occurrence: Occurrence) => Promise<unknown>;

function jobName(): string {
  return env('AWS_LAMBDA_FUNCTION_NAME').replace(/^fairlead-[a-z]+-/, '');
}

/** What a subscriber does about the event of a message. */
type Handling = (scope: Scope, told: Told) => Promise<unknown>;
interface Told {
  name: string;
  data: Record<string, unknown>;
  occurrence: Occurrence;
}

async function handle(effect: Handling, record: SQSRecord) {
  const job = jobName();
  const { 'detail-type': name, detail } = Delivered.parse(JSON.parse(record.body));
  const { eventId, mspId, at, actorId, causes, data } = detail;
  const units = new Units();
  const scope = systemScope(mspId, job, {
    requestId: record.messageId,
    causes: [...causes, name],
    inbox: { subscriber: job, eventId },
    units,
  });
  try {
    await effect(scope, { name, data, occurrence: { eventId, at, actorId } });
  } catch (error) {
    if (!(error instanceof AlreadyHandled)) throw error;
  }
  logger.info('fact', {
    operation: job,
    mspId,
    requestId: record.messageId,
    eventId,
    units: { read: units.read, write: units.write },
  });
}

const subscriber = (effect: Handling) =>
  middy<SQSEvent, SQSBatchResponse>().handler(async (event) => {
    const failed: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      try {
        await handle(effect, record);
      } catch (error) {
        logger.error('fact failed', { operation: jobName(), requestId: record.messageId, failure: failure(error) });
        failed.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failed };
  });

/**
 * One subscriber of one fact. Its effect is one commit, which records the event in the subscriber's inbox: however often
 * and in whatever order the bus delivers, the effect happens once. A message that fails goes back alone; its batch goes on.
 */
export function on<Detail>(fact: FactDefinition<string, Detail>, effect: Effect<Detail>) {
  return subscriber((scope, { data, occurrence }) => effect(scope, fact.detail.parse(data), occurrence));
}

/** A fact as a subscriber of several hears it. */
export interface AnyFact {
  name: string;
  version: number;
  data: Record<string, unknown>;
}

/** One subscriber of several facts, which it treats alike. @throws for a fact that is not among them */
export function onAny(facts: readonly FactDefinition[], effect: Effect<AnyFact>) {
  return subscriber((scope, { name, data, occurrence }) => {
    const fact = facts.find((one) => one.name === name);
    if (!fact) throw new Error(`${jobName()} does not wait for ${name}.`);
    const detail = fact.detail.parse(data) as Record<string, unknown>;
    return effect(scope, { name, version: fact.version, data: detail }, occurrence);
  });
}
