import { unmarshall } from '@aws-sdk/util-dynamodb';
import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { EntityItem } from 'electrodb';
import { OutboxEntity } from './ledger.entity.ts';
import { failure, logger } from './logger.ts';
import { recordOf } from './stored-row.ts';

export type OutboxRow = EntityItem<typeof OutboxEntity>;

function rowOf(record: DynamoDBRecord): OutboxRow | undefined {
  const image = record.dynamodb?.NewImage;
  if (record.eventName !== 'INSERT' || !image) return undefined;
  return recordOf(OutboxEntity, unmarshall(image as never));
}

/**
 * The consumer of the outbox stream. `work` returns the rows it could not place; the stream then resumes at the first of
 * them, so later rows may come again and their subscribers must not mind.
 */
export function outboxStream(work: (rows: OutboxRow[]) => Promise<readonly OutboxRow[]>) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async (event) => {
    const sequenceOf = new Map<string, string>();
    const rows: OutboxRow[] = [];
    for (const record of event.Records) {
      const row = rowOf(record);
      if (!row) continue;
      rows.push(row);
      sequenceOf.set(row.eventId, record.dynamodb?.SequenceNumber ?? '');
    }
    const [failed] = await work(rows).catch((error: unknown) => {
      logger.error('publish failed', { operation: 'platform.publish', failure: failure(error) });
      throw error;
    });
    logger.info('published', { operation: 'platform.publish', facts: rows.length });
    return { batchItemFailures: failed ? [{ itemIdentifier: sequenceOf.get(failed.eventId) ?? '' }] : [] };
  });
}
