import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { startFixture } from './fixture.ts';
import { clientOptions, sessionPolicy, walled } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const TableName = 'fixture-app';
const northlight = { pk: 't#northlight#c#1', sk: 'co' };
const southwind = { pk: 't#southwind#c#1', sk: 'co' };

let cloud: Cloud;
let table: DynamoDBDocumentClient;
beforeAll(async () => {
  cloud = await startFixture();
  table = await walled(cloud.environmentOf('notes-api'), 'northlight');
  const other = await walled(cloud.environmentOf('notes-api'), 'southwind');
  await other.send(
    new TransactWriteCommand({
      TransactItems: [{ Put: { TableName, Item: { ...southwind, gsi1pk: 't#southwind#cos', gsi1sk: 'a' } } }],
    }),
  );
  await table.send(
    new TransactWriteCommand({
      TransactItems: [{ Put: { TableName, Item: { ...northlight, gsi1pk: 't#northlight#cos', gsi1sk: 'a' } } }],
    }),
  );
});
afterAll(() => cloud.close());

const refused = (action: string) => ({
  name: 'AccessDeniedException',
  message: expect.stringMatching(
    new RegExp(
      `assumed-role/fixture-app-write/northlight is not authorized to perform: dynamodb:${action} on resource: `,
    ),
  ),
});

describe('the wall between MSPs', () => {
  it("lets a session read and query its own MSP's rows", async () => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: northlight }));
    expect(Item).toMatchObject(northlight);
    const { Items } = await table.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: '#k = :k',
        ExpressionAttributeNames: { '#k': 'gsi1pk' },
        ExpressionAttributeValues: { ':k': 't#northlight#cos' },
      }),
    );
    expect(Items).toHaveLength(1);
  });

  it("refuses another MSP's key", async () => {
    await expect(table.send(new GetCommand({ TableName, Key: southwind }))).rejects.toMatchObject(refused('GetItem'));
  });

  it("refuses another MSP's partition of an index", async () => {
    const query = new QueryCommand({
      TableName,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :k',
      ExpressionAttributeValues: { ':k': 't#southwind#cos' },
    });
    await expect(table.send(query)).rejects.toMatchObject(refused('Query'));
  });

  it('refuses a transaction of which one row is foreign, and writes none of it', async () => {
    const mixed = new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { pk: 't#northlight#c#2', sk: 'co' } } },
        { Put: { TableName, Item: { pk: 't#southwind#c#2', sk: 'co' } } },
      ],
    });
    await expect(table.send(mixed)).rejects.toMatchObject(refused('PutItem'));
    const { Item } = await table.send(new GetCommand({ TableName, Key: { pk: 't#northlight#c#2', sk: 'co' } }));
    expect(Item).toBeUndefined();
  });

  it('refuses scans', async () => {
    await expect(table.send(new ScanCommand({ TableName }))).rejects.toMatchObject(refused('Scan'));
  });

  it('refuses what its session policy does not name although the role has it', async () => {
    const batch = new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [northlight] } } });
    await expect(table.send(batch)).rejects.toMatchObject(refused('BatchGetItem'));
  });

  it('refuses a write outside a transaction', async () => {
    await expect(table.send(new PutCommand({ TableName, Item: northlight }))).rejects.toMatchObject(refused('PutItem'));
  });

  it("gives a function's own role no way to the table", async () => {
    const own = new DynamoDBClient(clientOptions(cloud.environmentOf('notes-api')));
    const read = new GetItemCommand({ TableName, Key: { pk: { S: northlight.pk }, sk: { S: 'co' } } });
    await expect(own.send(read)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('AssumeRole', () => {
  const assume = (functionName: string, policy?: string) => {
    const environment = cloud.environmentOf(functionName);
    return new STSClient(clientOptions(environment)).send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::000000000000:role/fixture-app-write',
        RoleSessionName: 'x1',
        Policy: policy,
      }),
    );
  };

  it('refuses a function whose role is not trusted', async () => {
    await expect(assume('trouble-api')).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('is not authorized to perform: sts:AssumeRole'),
    });
  });

  it('refuses a session policy over 2,048 characters', async () => {
    const long = sessionPolicy('m'.repeat(2048), TableName);
    await expect(assume('notes-api', long)).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('tells a caller who it is', async () => {
    const sts = new STSClient(clientOptions(cloud.environmentOf('trouble-api')));
    const { Arn, Account } = await sts.send(new GetCallerIdentityCommand({}));
    expect(Account).toBe('000000000000');
    expect(Arn).toMatch(/^arn:aws:sts::000000000000:assumed-role\/.+\/fairlead-fixture-trouble-api$/);
  });

  it('refuses credentials it never gave out', async () => {
    const options = clientOptions({ ...cloud.environmentOf('notes-api'), AWS_SECRET_ACCESS_KEY: 'guessed' });
    await expect(new STSClient(options).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });
});
