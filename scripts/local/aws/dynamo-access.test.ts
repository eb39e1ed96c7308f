import { describe, expect, it } from 'vitest';
import { accessOf, type DynamoRequestError } from './dynamo-access.ts';

const ARN = 'arn:aws:dynamodb:us-east-1:000000000000:table/';
const tables = {
  arnOf: (table: string) => `${ARN}${table}`,
  keysOf: () => ({ pk: 'pk', indexes: { gsi1: { pk: 'gsi1pk' } } }),
};
const accesses = (operation: string, body: unknown) => accessOf(operation, body, tables);
const only = (operation: string, body: unknown) => {
  const [access, ...others] = accesses(operation, body);
  expect(others).toEqual([]);
  return access;
};
const key = (pk: string, sk = 'co') => ({ pk: { S: pk }, sk: { S: sk } });
const leading = (operation: string, body: unknown) =>
  accesses(operation, body).map(({ context }) => context['dynamodb:LeadingKeys']);

describe('single items', () => {
  it.each(['GetItem', 'UpdateItem', 'DeleteItem'])('%s is judged by its key', (operation) => {
    expect(only(operation, { TableName: 'app', Key: key('t#m1#cos') })).toEqual({
      action: `dynamodb:${operation}`,
      resource: `${ARN}app`,
      context: { 'dynamodb:LeadingKeys': ['t#m1#cos'], 'dynamodb:Attributes': ['pk', 'sk'] },
    });
  });

  it('PutItem is judged by the key of the item it writes, whatever else it names', () => {
    const body = { TableName: 'app', Item: { ...key('t#m2#cos'), name: { S: 'x' } }, Key: key('t#m1#cos') };
    expect(leading('PutItem', body)).toEqual([['t#m2#cos']]);
    expect(leading('DeleteItem', body)).toEqual([['t#m1#cos']]);
  });

  it('a table named by ARN is the same table', () => {
    expect(only('GetItem', { TableName: `${ARN}app`, Key: key('a') })?.resource).toBe(`${ARN}app`);
  });

  it('number and binary keys are judged by their text', () => {
    expect(leading('GetItem', { TableName: 'app', Key: { pk: { N: '12' } } })).toEqual([['12']]);
    expect(leading('GetItem', { TableName: 'app', Key: { pk: { B: 'AAE=' } } })).toEqual([['AAE=']]);
  });

  it('tells which attributes are touched and what is returned', () => {
    const access = only('UpdateItem', {
      TableName: 'app',
      Key: key('t#m1#cos'),
      UpdateExpression: 'SET #n.inner = if_not_exists(#n.inner, :zero) - :one, tags[0] = :tag REMOVE old',
      ConditionExpression: 'attribute_exists(pk) AND (size(#l) > :one OR v IN (:v1, :v2))',
      ExpressionAttributeNames: { '#n': 'name', '#l': 'links' },
      ReturnValues: 'ALL_NEW',
      ReturnConsumedCapacity: 'INDEXES',
    });
    expect(access?.context['dynamodb:Attributes']).toEqual(['pk', 'sk', 'links', 'v', 'name', 'tags', 'old']);
    expect(access?.context).toMatchObject({
      'dynamodb:ReturnValues': 'ALL_NEW',
      'dynamodb:ReturnConsumedCapacity': 'INDEXES',
    });
    const read = {
      TableName: 'app',
      Key: key('a'),
      ProjectionExpression: '#n, v',
      ExpressionAttributeNames: { '#n': 'name' },
    };
    expect(only('GetItem', read)?.context['dynamodb:Attributes']).toEqual(['pk', 'sk', 'name', 'v']);
    const old = { TableName: 'app', Key: { pk: { S: 'a' } }, AttributesToGet: ['name'] };
    expect(only('GetItem', old)?.context['dynamodb:Attributes']).toEqual(['pk', 'name']);
  });
});

describe('batches and transactions', () => {
  it('BatchGetItem is one access a table with every key', () => {
    const RequestItems = {
      app: { Keys: [key('t#m1#a'), key('t#m2#b'), key('t#m1#a')], ProjectionExpression: 'title' },
      vault: { Keys: [key('s#1')] },
    };
    expect(accesses('BatchGetItem', { RequestItems })).toMatchObject([
      {
        action: 'dynamodb:BatchGetItem',
        resource: `${ARN}app`,
        context: { 'dynamodb:LeadingKeys': ['t#m1#a', 't#m2#b'], 'dynamodb:Attributes': ['pk', 'sk', 'title'] },
      },
      { resource: `${ARN}vault`, context: { 'dynamodb:LeadingKeys': ['s#1'] } },
    ]);
  });

  it('BatchWriteItem counts puts and deletes, also two in one entry', () => {
    const writes = [
      { PutRequest: { Item: key('t#m1#a') } },
      { DeleteRequest: { Key: key('t#m2#b') }, PutRequest: { Item: key('t#m3#c') } },
    ];
    expect(leading('BatchWriteItem', { RequestItems: { app: writes } })).toEqual([['t#m1#a', 't#m3#c', 't#m2#b']]);
  });

  it('a transaction is one access an item, with the action of the item and the operation around it', () => {
    const TransactItems = [
      { Put: { TableName: 'app', Item: key('t#m1#a') } },
      { Update: { TableName: 'app', Key: key('t#m1#b'), UpdateExpression: 'SET v = :v' } },
      { Delete: { TableName: 'app', Key: key('t#m1#c') } },
      { ConditionCheck: { TableName: 'vault', Key: key('t#m1#d'), ConditionExpression: 'attribute_exists(pk)' } },
    ];
    const found = accesses('TransactWriteItems', { TransactItems });
    expect(found.map(({ action, resource }) => [action, resource])).toEqual([
      ['dynamodb:PutItem', `${ARN}app`],
      ['dynamodb:UpdateItem', `${ARN}app`],
      ['dynamodb:DeleteItem', `${ARN}app`],
      ['dynamodb:ConditionCheckItem', `${ARN}vault`],
    ]);
    for (const { context } of found) expect(context['dynamodb:EnclosingOperation']).toBe('TransactWriteItems');
    expect(found.map(({ context }) => context['dynamodb:LeadingKeys'])).toEqual([
      ['t#m1#a'],
      ['t#m1#b'],
      ['t#m1#c'],
      ['t#m1#d'],
    ]);
    expect(only('TransactGetItems', { TransactItems: [{ Get: { TableName: 'app', Key: key('a') } }] })).toMatchObject({
      action: 'dynamodb:GetItem',
      context: { 'dynamodb:EnclosingOperation': 'TransactGetItems' },
    });
  });
});

describe('PartiQL and table operations', () => {
  it.each([
    ['SELECT * FROM "app" WHERE pk = ?', 'dynamodb:PartiQLSelect', 'app'],
    ['select name from "app"."gsi1" where gsi1pk = ?', 'dynamodb:PartiQLSelect', 'app/index/gsi1'],
    ['INSERT INTO app VALUE {}', 'dynamodb:PartiQLInsert', 'app'],
    [' UPDATE "app" SET v = 1', 'dynamodb:PartiQLUpdate', 'app'],
    ['DELETE FROM "app" WHERE pk = ?', 'dynamodb:PartiQLDelete', 'app'],
  ])('%s', (Statement, action, resource) => {
    const expected = { action, resource: `${ARN}${resource}`, context: {} };
    expect(only('ExecuteStatement', { Statement })).toEqual(expected);
    expect(only('BatchExecuteStatement', { Statements: [{ Statement }] })).toEqual(expected);
    expect(only('ExecuteTransaction', { TransactStatements: [{ Statement }] })).toEqual(expected);
  });

  it('tables are described by name, listed without one', () => {
    expect(only('DescribeTable', { TableName: 'app' })?.resource).toBe(`${ARN}app`);
    expect(only('ListTables', {})).toEqual({ action: 'dynamodb:ListTables', resource: '*', context: {} });
  });
});

describe('requests that are refused before any decision', () => {
  it.each([
    ['RestoreTableToPointInTime', {}, 'UnknownOperationException', 'not a DynamoDB operation the local cloud serves'],
    ['toString', {}, 'UnknownOperationException', 'toString is not'],
    ['GetItem', { Key: key('a') }, 'ValidationException', 'TableName is required'],
    ['GetItem', { TableName: 'app', Key: { sk: { S: 'a' } } }, 'ValidationException', 'not given a value: pk'],
    ['PutItem', { TableName: 'app', Key: key('a') }, 'ValidationException', 'not given a value: pk'],
    ['GetItem', undefined, 'ValidationException', 'TableName is required'],
    ['BatchGetItem', { RequestItems: { app: { Keys: [{}] } } }, 'ValidationException', 'not given a value: pk'],
    ['BatchGetItem', {}, 'ValidationException', 'BatchGetItem names no item'],
    ['BatchWriteItem', {}, 'ValidationException', 'BatchWriteItem names no item'],
    ['TransactWriteItems', {}, 'ValidationException', 'TransactWriteItems names no item'],
    [
      'TransactWriteItems',
      { TransactItems: [{ toString: {} }] },
      'ValidationException',
      'toString is not an operation',
    ],
    ['ExecuteTransaction', {}, 'ValidationException', 'ExecuteTransaction names no item'],
    ['ExecuteStatement', { Statement: 'DROP app' }, 'ValidationException', 'Statement is not well formed'],
    ['ExecuteStatement', {}, 'ValidationException', 'Statement is not well formed'],
  ])('%s %j', (operation, body, code, message) => {
    const error = (() => {
      try {
        return accesses(operation, body);
      } catch (thrown) {
        return thrown as DynamoRequestError;
      }
    })();
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  });
});
