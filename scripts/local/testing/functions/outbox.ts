import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { walled } from './wall.ts';

export interface OutboxRow {
  pk: string;
  sk: string;
  noteId: string;
  text: string;
}

const bus = new EventBridgeClient({});
const TableName = process.env.APP_TABLE;

/** Publishes rows and deletes those the bus took. Returns the places of those it refused. */
export async function publish(rows: OutboxRow[]): Promise<number[]> {
  const { Entries = [] } = await bus.send(
    new PutEventsCommand({
      Entries: rows.map(({ noteId, text }) => ({
        EventBusName: process.env.BUS_NAME,
        Source: 'fairlead',
        DetailType: 'notes.note.created',
        Detail: JSON.stringify({ noteId, text }),
      })),
    }),
  );
  const published = rows.filter((_, index) => !Entries[index]?.ErrorCode);
  if (published.length > 0) {
    const table = await walled(process.env, 'northlight');
    const TransactItems = published.map(({ pk, sk }) => ({ Delete: { TableName, Key: { pk, sk } } }));
    await table.send(new TransactWriteCommand({ TransactItems }));
  }
  return rows.flatMap((_, index) => (Entries[index]?.ErrorCode ? [index] : []));
}
