import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { z } from 'zod';
import { Id } from '../../shared/kernel/id.ts';
import { failure, logger } from './logger.ts';
import { type Scope, systemScope } from './scope.ts';

/** What the dispatcher puts on a schedule's queue, one message per MSP. */
export const ScheduleMessage = z.object({ mspId: Id, slot: z.iso.datetime() });

/**
 * A job that the clock starts, once for each MSP under that MSP's wall. `slot` is the time it was due: a job that must not
 * run twice for one slot uses it as its key.
 */
export function schedule(name: string, work: (scope: Scope, slot: string) => Promise<unknown>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async (event) => {
    const failed: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      try {
        const { mspId, slot } = ScheduleMessage.parse(JSON.parse(record.body));
        await work(systemScope(mspId, name, { requestId: record.messageId }), slot);
      } catch (error) {
        logger.error('schedule failed', { operation: name, requestId: record.messageId, failure: failure(error) });
        failed.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failed };
  });
}
