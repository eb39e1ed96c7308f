import { valuesEqualTo } from './dynamo-expressions.ts';
import {
  attributesOf,
  contextOf,
  DynamoRequestError,
  type Entry,
  type Item,
  invalid,
  keyText,
  tableOf,
} from './dynamo-request.ts';
import type { AccessRequest } from './iam.ts';

export { DynamoRequestError } from './dynamo-request.ts';

type Access = AccessRequest;

/** How table names of a request become ARNs and keys. */
export interface Tables {
  arnOf(tableName: string): string;
  keysOf(tableName: string): { pk: string; indexes: Record<string, { pk: string }> };
}

/** One access to one item, whose key stands in `Item` for puts and in `Key` for all else. */
function itemAccess(action: string, entry: Entry, key: Item | undefined, tables: Tables, enclosing?: string): Access {
  const table = tableOf(entry);
  const { pk } = tables.keysOf(table);
  const context = contextOf(entry, [keyText(key?.[pk], pk)], enclosing);
  return { action: `dynamodb:${action}`, resource: tables.arnOf(table), context };
}

function queryAccess(entry: Entry, tables: Tables): Access {
  const table = tableOf(entry);
  const keys = tables.keysOf(table);
  const pk = entry.IndexName === undefined ? keys.pk : keys.indexes[entry.IndexName]?.pk;
  const placeholders = { names: entry.ExpressionAttributeNames, values: entry.ExpressionAttributeValues };
  const legacy = pk === undefined ? undefined : entry.KeyConditions?.[pk];
  const bound = [
    ...(pk === undefined ? [] : valuesEqualTo(pk, entry.KeyConditionExpression ?? '', placeholders)),
    ...(legacy?.ComparisonOperator === 'EQ' ? (legacy.AttributeValueList ?? []) : []),
  ];
  const leadingKeys = bound.map((value) => keyText(value, pk ?? ''));
  return { action: 'dynamodb:Query', resource: resourceOf(entry, tables), context: contextOf(entry, leadingKeys) };
}

function resourceOf(entry: Entry, tables: Tables): string {
  const arn = tables.arnOf(tableOf(entry));
  return entry.IndexName === undefined ? arn : `${arn}/index/${entry.IndexName}`;
}

function batchAccess(
  action: string,
  tableName: string,
  keys: (Item | undefined)[],
  rest: Entry,
  tables: Tables,
): Access {
  const table = tableOf({ TableName: tableName });
  const { pk } = tables.keysOf(table);
  const leadingKeys = keys.map((key) => keyText(key?.[pk], pk));
  const attributes = [...keys.flatMap((key) => Object.keys(key ?? {})), ...attributesOf(rest)];
  const context = contextOf({ ...rest, AttributesToGet: attributes }, leadingKeys);
  return { action: `dynamodb:${action}`, resource: tables.arnOf(table), context };
}

const TRANSACTION_ACTIONS = new Map([
  ['ConditionCheck', 'ConditionCheckItem'],
  ['Delete', 'DeleteItem'],
  ['Get', 'GetItem'],
  ['Put', 'PutItem'],
  ['Update', 'UpdateItem'],
]);

function transactionAccess(operation: string, { TransactItems }: Entry, tables: Tables): Access[] {
  return ((TransactItems ?? []) as Record<string, Entry>[]).flatMap((item) =>
    Object.entries(item).map(([kind, entry]) => {
      const action = TRANSACTION_ACTIONS.get(kind);
      if (!action) throw invalid(`${kind} is not an operation of ${operation}.`);
      return itemAccess(action, entry, kind === 'Put' ? entry.Item : entry.Key, tables, operation);
    }),
  );
}

/** PartiQL is judged by statement kind and table, and never carries leading keys: a walled policy refuses it. */
function partiqlAccess(statement: unknown, tables: Tables): Access {
  const text = typeof statement === 'string' ? statement.trim() : '';
  const kind = /^(select|insert|update|delete)\b/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const name = /(?:\bfrom|\binto|^update)\s+"?([\w.-]+)"?(?:\."([\w.-]+)")?/i.exec(text);
  if (kind === '' || !name?.[1]) throw invalid('Statement is not well formed.');
  const action = `dynamodb:PartiQL${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  return { action, resource: resourceOf({ TableName: name[1], IndexName: name[2] }, tables), context: {} };
}

const TABLE_OPERATIONS = new Set([
  'CreateTable',
  'DeleteTable',
  'DescribeContinuousBackups',
  'DescribeTable',
  'DescribeTimeToLive',
  'UpdateTable',
  'UpdateTimeToLive',
]);

type Rows = Record<string, { Keys?: Item[] } & Entry>;
type Writes = Record<string, { PutRequest?: Entry; DeleteRequest?: Entry }[]>;
type Statements = { Statement?: unknown }[];

function accessesOf(operation: string, entry: Entry, tables: Tables): Access[] {
  switch (operation) {
    case 'PutItem':
      return [itemAccess(operation, entry, entry.Item, tables)];
    case 'DeleteItem':
    case 'GetItem':
    case 'UpdateItem':
      return [itemAccess(operation, entry, entry.Key, tables)];
    case 'Query':
      return [queryAccess(entry, tables)];
    case 'Scan':
      return [{ action: 'dynamodb:Scan', resource: resourceOf(entry, tables), context: contextOf(entry, []) }];
    case 'BatchGetItem':
      return Object.entries((entry.RequestItems ?? {}) as Rows).map(([table, { Keys = [], ...rest }]) =>
        batchAccess(operation, table, Keys, rest, tables),
      );
    case 'BatchWriteItem':
      return Object.entries((entry.RequestItems ?? {}) as Writes).map(([table, writes]) => {
        const keys = writes.flatMap(({ PutRequest, DeleteRequest }) => [
          ...(PutRequest ? [PutRequest.Item] : []),
          ...(DeleteRequest ? [DeleteRequest.Key] : []),
        ]);
        return batchAccess(operation, table, keys, {}, tables);
      });
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return transactionAccess(operation, entry, tables);
    case 'ExecuteStatement':
      return [partiqlAccess(entry.Statement, tables)];
    case 'BatchExecuteStatement':
      return ((entry.Statements ?? []) as Statements).map(({ Statement }) => partiqlAccess(Statement, tables));
    case 'ExecuteTransaction':
      return ((entry.TransactStatements ?? []) as Statements).map(({ Statement }) => partiqlAccess(Statement, tables));
    case 'ListTables':
      return [{ action: 'dynamodb:ListTables', resource: '*', context: {} }];
    default:
      if (TABLE_OPERATIONS.has(operation)) {
        return [{ action: `dynamodb:${operation}`, resource: tables.arnOf(tableOf(entry)), context: {} }];
      }
      throw new DynamoRequestError(
        'UnknownOperationException',
        `${operation} is not a DynamoDB operation the local cloud serves.`,
      );
  }
}

/**
 * The accesses IAM must allow, all of them, before a DynamoDB request may run (AWS Service Authorization Reference,
 * "Actions, resources, and condition keys for Amazon DynamoDB"): one per item in transactions, one per table in
 * batches, otherwise one. Never empty. Throws `DynamoRequestError` on operations it does not know and on requests
 * whose items have no key.
 */
export function accessOf(operation: string, body: unknown, tables: Tables): Access[] {
  const accesses = accessesOf(operation, (body ?? {}) as Entry, tables);
  if (accesses.length === 0) throw invalid(`${operation} names no item.`);
  return accesses;
}
