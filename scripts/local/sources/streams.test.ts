import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { Activity } from '../activity.ts';
import type { Deployment, Resource } from '../aws/template.ts';
import type { DynamoClient } from '../engines/dynamo-client.ts';
import { Faults } from '../faults.ts';
import { Closing } from '../functions/failure.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { Inserts } from './inserts.ts';
import type { Mapping } from './mapping.ts';
import { Streams } from './streams.ts';

const sourceArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/app/stream/1';
const fn = { name: 'fairlead-local-platform-stream-outbox' } as LambdaFunction;
const mapping: Mapping = {
  sourceArn,
  fn,
  batchSize: 10,
  filter: { Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ wildcard: 't#*#ob#*' }] } } } }) }] },
  reportsFailures: true,
  maxRetries: Number.POSITIVE_INFINITY,
  bisects: false,
  onFailure: undefined,
};
const table = {
  physicalId: 'app',
  properties: { KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }] },
} as unknown as Resource;

type Answer = (rows: string[], call: number) => unknown;

/** Streams of one table whose listener answers as told. */
function streamsWith(answer: Answer, change: Partial<Mapping> = {}, present: string[] = []) {
  const calls: string[][] = [];
  const abandoned: string[] = [];
  const activity = new Activity();
  const faults = new Faults();
  const client = {
    call: async (_: string, { Key }: { Key: { sk: { S: string } } }) =>
      present.includes(Key.sk.S) ? { Item: Key } : {},
  } as unknown as DynamoClient;
  const skOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.Keys?.sk?.S ?? '';
  const streams = new Streams({
    mappings: [{ ...mapping, ...change }],
    inserts: new Inserts(client, { ofType: () => [table] } as unknown as Deployment),
    invoke: async (_, event) => {
      const { Records } = event as { Records: DynamoDBRecord[] };
      calls.push(Records.map(skOf));
      const refused = answer(Records.map(skOf), calls.length);
      if (refused instanceof Error) throw refused;
      const failed = Records.filter((record) => (refused as string[] | undefined)?.includes(skOf(record)));
      return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber })) };
    },
    abandon: (_, records) => abandoned.push(...records.map(skOf)),
    activity,
    faults,
    complain: () => undefined,
  });
  const commit = async (puts: object[], ClientRequestToken?: string) => {
    const input = { ClientRequestToken, TransactItems: puts.map((Put) => ({ Put })) };
    streams.emit(input, await streams.foresee(input));
  };
  return { streams, commit, calls, abandoned, activity, faults };
}

const row = (sk: string, pk = 't#m#ob#0', ConditionExpression: string | undefined = 'attribute_not_exists(pk)') => ({
  TableName: 'app',
  Item: { pk: { S: pk }, sk: { S: sk } },
  ConditionExpression,
});

describe('committed inserts', () => {
  it('reach their listener in order, those alone that its filter wants', async () => {
    const { commit, calls, activity } = streamsWith(() => undefined);
    await commit([row('1'), row('other', 't#m#goals'), row('2')]);
    await activity.idle(1000);
    expect(calls.flat()).toEqual(['1', '2']);
  });

  it('of much work reach it in full batches when the work is done, also where it fails', async () => {
    const { streams, commit, calls, activity } = streamsWith(() => undefined);
    const work = streams.together(async () => {
      for (const sk of ['1', '2', '3']) await commit([row(sk)]);
      expect(calls).toEqual([]);
      throw new Error('the last part of the work');
    });
    await expect(work).rejects.toThrow('the last part');
    await activity.idle(1000);
    await commit([row('4')]);
    await activity.idle(1000);
    expect(calls).toEqual([['1', '2', '3'], ['4']]);
  });

  it('are told from overwrites: by their condition, else by asking the table', async () => {
    const { commit, calls, activity } = streamsWith(() => undefined, {}, ['there']);
    await commit([row('there', 't#m#ob#0', ''), row('new', 't#m#ob#0', '')]);
    await commit([row('either', 't#m#ob#0', 'attribute_not_exists(pk) OR v = :v')]);
    await commit([
      { ...row('named', 't#m#ob#0', 'attribute_not_exists(#a)'), ExpressionAttributeNames: { '#a': 'sk' } },
    ]);
    await activity.idle(1000);
    expect(calls.flat()).toEqual(['new', 'either', 'named']);
  });

  it('are told once when a request is repeated with its token', async () => {
    const { commit, calls, activity } = streamsWith(() => undefined);
    await commit([row('1')], 'token');
    await commit([row('1')], 'token');
    await activity.idle(1000);
    expect(calls.flat()).toEqual(['1']);
  });
});

describe('a failing listener', () => {
  it('gets the rows again from the first one it reported, before any later one', async () => {
    const { commit, calls, activity } = streamsWith((rows, call) =>
      call <= 2 && rows.includes('2') ? ['2', '3'] : [],
    );
    await commit([row('1'), row('2'), row('3')]);
    await activity.idle(5000);
    expect(calls).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
      ['2', '3'],
    ]);
  });

  it('does not hold up the rows of another partition key', async () => {
    const { commit, calls, streams } = streamsWith((rows) => (rows.includes('bad') ? new Error('no') : []));
    await commit([row('bad', 't#m#ob#0'), row('good', 't#m#ob#1')]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(calls).toContainEqual(['good']);
    streams.close();
  });

  it('sees a batch halved and, past its retries, given up alone', async () => {
    const change = { maxRetries: 2, bisects: true };
    const { commit, calls, abandoned, activity } = streamsWith(
      (rows) => (rows.includes('3') ? new Error('no') : []),
      change,
    );
    await commit([row('1'), row('2'), row('3'), row('4')]);
    await activity.idle(5000);
    expect(calls.slice(0, 3)).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(abandoned).toEqual(['3']);
    expect(calls.at(-1)).toEqual(['4']);
  });

  it('gets the whole batch again after naming a row that was not in it', async () => {
    const { commit, calls, activity } = streamsWith(() => [], { reportsFailures: true });
    await commit([row('1')]);
    await activity.idle(1000);
    expect(calls).toEqual([['1']]);
  });

  it('is left alone once the cloud closes', async () => {
    const { commit, calls, streams } = streamsWith(() => new Closing());
    await commit([row('1')]);
    await new Promise((resolve) => setImmediate(resolve));
    streams.close();
    expect(calls).toEqual([['1']]);
  });
});

describe('faults', () => {
  it('deliver a batch twice or later', async () => {
    const { commit, calls, activity, faults } = streamsWith(() => []);
    faults.add({ service: 'stream', function: 'platform-stream-outbox', effect: 'duplicate' });
    faults.add({ service: 'stream', effect: 'delay', delayMs: 1 });
    await commit([row('1')]);
    await activity.idle(1000);
    expect(calls).toEqual([['1'], ['1']]);
  });
});
