import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOf } from './dynamo-access.ts';

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
const leading = (operation: string, body: unknown) =>
  accesses(operation, body).map(({ context }) => context['dynamodb:LeadingKeys']);

describe('queries and scans', () => {
  const names = { '#pk': 'pk', '#sk1': 'sk' };
  const values = { ':pk': { S: 't#m1#cos' }, ':sk1': { S: 'open#' } };
  const query = (rest: object) => ({
    TableName: 'app',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ...rest,
  });

  it.each([
    '#pk = :pk and begins_with(#sk1, :sk1)',
    '#pk=:pk AND #sk1 BETWEEN :sk1 AND :sk2',
    'begins_with(#sk1,:sk1) AND (#pk = :pk)',
    ':pk = #pk',
    'pk = :pk',
  ])('%s is bound to its partition', (KeyConditionExpression) => {
    expect(leading('Query', query({ KeyConditionExpression }))).toEqual([['t#m1#cos']]);
  });

  it('a query of an index is bound to the partition key of the index and asks for the index', () => {
    const access = only(
      'Query',
      query({
        IndexName: 'gsi1',
        KeyConditionExpression: '#p = :pk',
        ExpressionAttributeNames: { '#p': 'gsi1pk' },
        Select: 'ALL_PROJECTED_ATTRIBUTES',
      }),
    );
    expect(access?.resource).toBe(`${ARN}app/index/gsi1`);
    expect(access?.context).toMatchObject({
      'dynamodb:LeadingKeys': ['t#m1#cos'],
      'dynamodb:Select': 'ALL_PROJECTED_ATTRIBUTES',
    });
  });

  it.each([
    ['another attribute', { KeyConditionExpression: '#sk1 = :pk' }],
    ["the table's key on an index", { IndexName: 'gsi1', KeyConditionExpression: '#pk = :pk' }],
    ['an unknown index', { IndexName: 'gsi9', KeyConditionExpression: '#pk = :pk' }],
    ['no equality', { KeyConditionExpression: '#pk > :pk' }],
    ['an unknown value', { KeyConditionExpression: '#pk = :other' }],
    ['an unknown name', { KeyConditionExpression: '#other = :pk' }],
    ['nothing at all', {}],
  ])('%s has no leading keys', (_, rest) => {
    expect(leading('Query', query(rest))).toEqual([undefined]);
  });

  it('two bindings of one key are both judged', () => {
    const both = { ':pk': { S: 't#m1#cos' }, ':o': { S: 't#m2#cos' } };
    const body = query({ KeyConditionExpression: '#pk = :pk AND #pk = :o', ExpressionAttributeValues: both });
    expect(leading('Query', body)).toEqual([['t#m1#cos', 't#m2#cos']]);
  });

  it('key conditions of the older form are read too', () => {
    const eq = { pk: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 't#m1#cos' }] } };
    expect(leading('Query', { TableName: 'app', KeyConditions: eq })).toEqual([['t#m1#cos']]);
    const gt = { pk: { ComparisonOperator: 'GT', AttributeValueList: [{ S: 't#m1#cos' }] } };
    expect(leading('Query', { TableName: 'app', KeyConditions: gt })).toEqual([undefined]);
  });

  it('a scan has none, of the table or of an index', () => {
    expect(only('Scan', { TableName: 'app', Select: 'COUNT' })).toEqual({
      action: 'dynamodb:Scan',
      resource: `${ARN}app`,
      context: { 'dynamodb:Select': 'COUNT' },
    });
    expect(only('Scan', { TableName: 'app', IndexName: 'gsi1' })?.resource).toBe(`${ARN}app/index/gsi1`);
  });

  it('any value under any placeholder is found', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/);
    fc.assert(
      fc.property(word, word, fc.string(), fc.boolean(), (name, value, text, reversed) => {
        const sides = reversed ? `:${value} = #${name}` : `#${name} = :${value}`;
        const body = {
          TableName: 'app',
          KeyConditionExpression: sides,
          ExpressionAttributeNames: { [`#${name}`]: 'pk' },
          ExpressionAttributeValues: { [`:${value}`]: { S: text } },
        };
        expect(leading('Query', body)).toEqual([[text]]);
      }),
    );
  });
});
