import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { walled } from './wall.ts';

/** Counts each delivery of a note in a row of its own, and fails for ever on a note that says `poison`. */
export async function handler(event: SQSEvent) {
  const table = await walled(process.env, 'northlight');
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId } of event.Records) {
    const { detail } = JSON.parse(body) as { detail: { noteId: string; text: string } };
    if (detail.text === 'poison') {
      batchItemFailures.push({ itemIdentifier: messageId });
      continue;
    }
    await table.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: process.env.APP_TABLE,
              Key: { pk: 't#northlight#ib#notes', sk: detail.noteId },
              UpdateExpression: 'ADD deliveries :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
        ],
      }),
    );
  }
  return { batchItemFailures };
}
