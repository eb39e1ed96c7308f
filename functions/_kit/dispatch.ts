import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import middy from '@middy/core';
import { z } from 'zod';
import { pieces } from '../../shared/kernel/pieces.ts';
import { ownDynamo } from './clients/aws.ts';
import { sqs } from './clients/bus.ts';
import { env } from './env.ts';
import { logger } from './logger.ts';
import { MSP_SHARDS, MspListEntity } from './msp-list.entity.ts';
import { recordOf } from './stored-row.ts';

/** What a rule of the clock says: which job's queue, and when it was due. */
const Tick = z.object({ schedule: z.string(), queueUrl: z.url(), time: z.iso.datetime().optional() });
/** SQS takes ten messages a call. */
const BATCH = 10;

async function listMsps(): Promise<string[]> {
  const found: string[] = [];
  for (let shard = 0; shard < MSP_SHARDS; shard += 1) {
    let start: Record<string, unknown> | undefined;
    do {
      const params = MspListEntity.query.listed({ shard }).params({ table: env('VAULT_TABLE') });
      const output = await ownDynamo().send(
        new QueryCommand({ ...(params as { TableName: string }), ExclusiveStartKey: start }),
      );
      found.push(...(output.Items ?? []).flatMap((row) => recordOf(MspListEntity, row)?.mspId ?? []));
      start = output.LastEvaluatedKey;
    } while (start);
  }
  return found;
}

/**
 * Turns a tick of the clock into one message per MSP on the job's queue. It sees the ids of all MSPs and no row of any.
 *
 * @throws when SQS refuses a message: the tick is then delivered again, and jobs know their slot
 */
export const dispatch = () =>
  middy<unknown, void>().handler(async (event) => {
    const { schedule, queueUrl, time } = Tick.parse(event);
    const slot = time ?? new Date().toISOString();
    const msps = await listMsps();
    for (const some of pieces(msps, BATCH)) {
      const output = await sqs().send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: some.map((mspId, i) => ({
            Id: String(i),
            MessageBody: JSON.stringify({ mspId, slot }),
            MessageGroupId: mspId,
          })),
        }),
      );
      if (output.Failed?.length) throw new Error(`SQS refused ${output.Failed.length} messages of ${schedule}.`);
    }
    logger.info('dispatched', { operation: schedule, messages: msps.length });
  });
