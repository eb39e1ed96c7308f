import { expect, it } from 'vitest';
import type { DynamoClient } from '../engines/dynamo-client.ts';
import { Written } from './written.ts';

const [cedar, tigard, session] = [
  '01j9zq4xk3r8m2n5t7v9w1y3za',
  '01j9zq4xk3r8m2n5t7v9w1y3zb',
  '01j9zq4xk3r8m2n5t7v9w1y3zc',
];

interface Asked {
  RequestItems: Record<string, { Keys: { pk: { S: string } }[] }>;
}

/** Has every row that it is asked for, and gives out ten at a time. */
function engine() {
  const calls: number[] = [];
  const client = {
    call: async (_: string, { RequestItems }: Asked) => {
      const [[table = '', { Keys = [] } = {}] = []] = Object.entries(RequestItems);
      calls.push(Keys.length);
      const rest = Keys.slice(10);
      return {
        Responses: { [table]: Keys.slice(0, 10) },
        UnprocessedKeys: rest.length > 0 ? { [table]: { Keys: rest } } : {},
      };
    },
  } as unknown as DynamoClient;
  return { client, calls };
}

const put = (pk: string, mspId: string, sk = 'co') => ({
  Put: { TableName: 'app', Item: { pk: { S: pk }, sk: { S: sk }, mspId: { S: mspId } } },
});

function noted(...items: object[]): Written {
  const written = new Written();
  for (const item of items) {
    const input = { TransactItems: [item] };
    written.note(input, JSON.stringify(input));
  }
  return written;
}

const keysOf = (rows: Record<string, unknown>[]) => rows.map(({ pk }) => (pk as { S: string }).S).sort();

it('knows the partitions of an id: its own, and what was written together with it', async () => {
  const written = noted(
    ...[cedar, tigard].flatMap((id) => [put(`t#${id}#msp`, id), put(`s#${session}${id}`, id), put('list', id)]),
  );
  const all = await written.rowsAbout(cedar, engine().client);
  expect(keysOf(all)).toEqual(['list', `s#${session}${cedar}`, `t#${cedar}#msp`]);
  expect(keysOf(await written.rowsAbout(cedar, engine().client, 't#'))).toEqual([`t#${cedar}#msp`]);
});

it('asks for all rows of a partition, also those that were written without the id, in as few calls as DynamoDB takes', async () => {
  const rows = Array.from({ length: 105 }, (_, index) => put('list', index === 0 ? cedar : tigard, `row-${index}`));
  const { client, calls } = engine();
  expect(await noted(...rows, ...rows).rowsAbout(cedar, client)).toHaveLength(105);
  expect(calls.slice(0, 2)).toEqual([100, 5]);
});

it('counts a single write as well', async () => {
  const written = new Written();
  const input = { TableName: 'vault', Key: { pk: { S: `t#${cedar}#cr` }, sk: { S: 'x' } } };
  written.note(input, JSON.stringify(input));
  expect(await written.rowsAbout(cedar, engine().client)).toHaveLength(1);
});
