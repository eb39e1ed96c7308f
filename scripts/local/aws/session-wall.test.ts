import { describe, expect, it } from 'vitest';
import { accessOf } from './dynamo-access.ts';
import { decide, type Principal, type RoleRecord } from './iam.ts';
import { Credentials, type Creds } from './sts.ts';

const ACCOUNT = '000000000000';
const NOW = new Date('2026-11-22T10:00:00Z');
const APP = `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/app-local`;

/** A data role that grants more than any wall lets through: the session policy alone must hold. */
const write: RoleRecord = {
  arn: `arn:aws:iam::${ACCOUNT}:role/app-write`,
  name: 'app-write',
  tags: {},
  trust: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: ACCOUNT } }],
  policies: [
    {
      Effect: 'Allow',
      Action: ['*Item', 'Batch*', 'Query', 'Scan', 'PartiQL*'].map((action) => `dynamodb:${action}`),
      Resource: [APP, `${APP}/index/*`],
    },
  ],
};

describe('the wall of one MSP, as a session policy', () => {
  const inside = {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['t#m1#*'] },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
  const committed = {
    ...inside,
    'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
  };
  const wall = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PartiQL*'],
        Resource: '*',
        Condition: inside,
      },
      {
        Effect: 'Allow',
        Action: [
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:ConditionCheckItem',
          'dynamodb:BatchWriteItem',
        ],
        Resource: '*',
        Condition: committed,
      },
    ],
  });
  const credentials = new Credentials(new Map([[write.arn, write]]));
  const caller: Principal = {
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/goals-api/worker-1`,
    account: ACCOUNT,
    tags: {},
    policies: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: write.arn }],
  };
  const creds = credentials.assumeRole(
    caller,
    { RoleArn: write.arn, RoleSessionName: 'm1', Policy: wall },
    NOW,
  ) as Creds;
  const staff = credentials.principalOf(creds.accessKeyId, creds.sessionToken, NOW) as Principal;
  const tables = { arnOf: () => APP, keysOf: () => ({ pk: 'pk', indexes: { gsi1: { pk: 'gsi1pk' } } }) };
  const refusalOf = (operation: string, body: object): string | undefined => {
    const refused = accessOf(operation, { TableName: 'app-local', ...body }, tables)
      .map((access) => decide(staff, access))
      .find(({ allowed }) => !allowed);
    return refused && !refused.allowed ? refused.message : undefined;
  };
  const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'co' } });
  const query = (pk: string, attribute = 'pk', IndexName?: string) => ({
    IndexName,
    KeyConditionExpression: '#k = :k',
    ExpressionAttributeNames: { '#k': attribute },
    ExpressionAttributeValues: { ':k': { S: pk } },
  });
  const put = (pk: string) => ({ Put: { TableName: 'app-local', Item: key(pk) } });

  it.each([
    ['GetItem', { Key: key('t#m1#cos') }],
    ['Query', query('t#m1#cos')],
    ['Query', query('t#m1#cos', 'gsi1pk', 'gsi1')],
    ['BatchGetItem', { RequestItems: { 'app-local': { Keys: [key('t#m1#a'), key('t#m1#b')] } } }],
    ['TransactWriteItems', { TransactItems: [put('t#m1#a'), put('t#m1#ob#0')] }],
    ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'app-local', Key: key('t#m1#a') } }] }],
  ])('lets staff %s %j', (operation, body) => {
    expect(refusalOf(operation, body)).toBeUndefined();
  });

  it.each([
    ["another MSP's item", 'GetItem', { Key: key('t#m2#cos') }],
    ['an MSP whose id begins alike', 'GetItem', { Key: key('t#m10#cos') }],
    ["another MSP's partition", 'Query', query('t#m2#cos')],
    ["another MSP's index partition", 'Query', query('t#m2#cos', 'gsi1pk', 'gsi1')],
    ["the table's key on an index", 'Query', query('t#m1#cos', 'pk', 'gsi1')],
    [
      'one foreign key in a batch',
      'BatchGetItem',
      { RequestItems: { 'app-local': { Keys: [key('t#m1#a'), key('t#m2#b')] } } },
    ],
    ['one foreign put in a transaction', 'TransactWriteItems', { TransactItems: [put('t#m1#a'), put('t#m2#a')] }],
    ['a scan, although granted', 'Scan', {}],
    ['a scan of an index', 'Scan', { IndexName: 'gsi1' }],
    ['PartiQL, although granted', 'ExecuteStatement', { Statement: 'SELECT * FROM "app-local"' }],
    ['a write outside a transaction', 'PutItem', { Item: key('t#m1#a') }],
    ['an update outside a transaction', 'UpdateItem', { Key: key('t#m1#a') }],
    ['a delete outside a transaction', 'DeleteItem', { Key: key('t#m1#a') }],
    [
      'a batch of writes',
      'BatchWriteItem',
      { RequestItems: { 'app-local': [{ PutRequest: { Item: key('t#m1#a') } }] } },
    ],
  ])('refuses %s', (_, operation, body) => {
    expect(refusalOf(operation, body)).toMatch(/because no session policy allows the dynamodb:\w+ action$/);
  });

  it('does not widen the role: what the role lacks stays refused', () => {
    expect(refusalOf('DescribeTable', {})).toMatch(/because no identity-based policy allows/);
  });
});
