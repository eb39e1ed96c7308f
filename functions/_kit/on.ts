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

async function handle<Detail>(fact: FactDefinition<string, Detail>, effect: Effect<Detail>, record: SQSRecord) {
  const job = jobName();
  const body = JSON.parse(record.body) as { detail?: unknown };
  const { eventId, mspId, at, actorId, causes, data } = FactEnvelope.parse(body.detail);
  const units = new Units();
  const scope = systemScope(mspId, job, {
    requestId: record.messageId,
    causes: [...causes, fact.name],
    inbox: { subscriber: job, eventId },
    units,
  });
  try {
    await effect(scope, fact.detail.parse(data), { eventId, at, actorId });
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

/**
 * One subscriber of one fact. Its effect is one commit, which records the event in the subscriber's inbox: however often
 * and in whatever order the bus delivers, the effect happens once. A message that fails goes back alone; its batch goes on.
 */
export function on<Detail>(fact: FactDefinition<string, Detail>, effect: Effect<Detail>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async (event) => {
    const failed: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      try {
        await handle(fact, effect, record);
      } catch (error) {
        logger.error('fact failed', { operation: jobName(), requestId: record.messageId, failure: failure(error) });
        failed.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failed };
  });
}
