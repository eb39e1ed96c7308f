import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type OutboxRow, publish } from './outbox.ts';
import { walled } from './wall.ts';

/** Publishes what a crash left in the outbox. */
export async function handler(event: { source?: string }) {
  const table = await walled(process.env, 'northlight');
  const query = new QueryCommand({
    TableName: process.env.APP_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 't#northlight#ob#0' },
  });
  const { Items = [] } = await table.send(query);
  for (let start = 0; start < Items.length; start += 10) await publish(Items.slice(start, start + 10) as OutboxRow[]);
  console.log(JSON.stringify({ level: 'INFO', message: 'swept', source: event.source, rows: Items.length }));
}
