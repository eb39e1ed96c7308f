import { expect, it } from 'vitest';
import type { DynamoClient } from '../engines/dynamo-client.ts';
import { Written } from './written.ts';

const [cedar, tigard, session] = [
  '01j9zq4xk3r8m2n5t7v9w1y3za',
  '01j9zq4xk3r8m2n5t7v9w1y3zb',
  '01j9zq4xk3r8m2n5t7v9w1y3zc',
];

/** Answers every query with the partition it was asked for. */
const engine = {
  call: async (_: string, { ExpressionAttributeValues }: { ExpressionAttributeValues: Record<string, unknown> }) => ({
    Items: [{ pk: ExpressionAttributeValues[':pk'] }],
  }),
} as unknown as DynamoClient;

const put = (pk: string, mspId: string) => ({
  Put: { TableName: 'app', Item: { pk: { S: pk }, mspId: { S: mspId } } },
});

it('knows the partitions of an id: its own, and what was written together with it', async () => {
  const written = new Written();
  for (const id of [cedar, tigard]) {
    const input = { TransactItems: [put(`t#${id}#msp`, id), put(`s#${session}${id}`, id), put('list', id)] };
    written.note(input, JSON.stringify(input));
  }
  const rows = await written.rowsAbout(cedar, engine);
  expect(rows.map(({ pk }) => (pk as { S: string }).S).sort()).toEqual([
    'list',
    `s#${session}${cedar}`,
    `t#${cedar}#msp`,
  ]);
});

it('counts a single write as well', async () => {
  const written = new Written();
  const input = { TableName: 'vault', Key: { pk: { S: `t#${cedar}#cr` } } };
  written.note(input, JSON.stringify(input));
  expect(await written.rowsAbout(cedar, engine)).toHaveLength(1);
});
