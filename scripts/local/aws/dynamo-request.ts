import { attributesIn } from './dynamo-expressions.ts';
import type { AccessRequest } from './iam.ts';

/** A request DynamoDB itself would not accept; `code` is its error code. */
export class DynamoRequestError extends Error {
  override name = 'DynamoRequestError';
  readonly code: 'UnknownOperationException' | 'ValidationException';

  constructor(code: DynamoRequestError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export type Item = Record<string, unknown>;
/** The fields of a request, or of one entry of a batch or transaction, that decide access. */
export interface Entry {
  TableName?: string;
  IndexName?: string;
  Key?: Item;
  Item?: Item;
  KeyConditions?: Record<string, { ComparisonOperator?: string; AttributeValueList?: unknown[] }>;
  KeyConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
  AttributesToGet?: string[];
  Select?: string;
  ReturnValues?: string;
  ReturnConsumedCapacity?: string;
  [field: string]: unknown;
}

const EXPRESSIONS = [
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
];

export const invalid = (message: string): DynamoRequestError => new DynamoRequestError('ValidationException', message);

/** The table's name, also when the request names it by ARN. */
export function tableOf({ TableName }: Entry): string {
  if (typeof TableName !== 'string' || TableName === '') throw invalid('TableName is required.');
  return TableName.startsWith('arn:') ? (TableName.split('table/')[1]?.split('/')[0] ?? TableName) : TableName;
}

/** A key value as IAM sees it: the text of the string, number or base64 behind the type letter. */
export function keyText(value: unknown, attribute: string): string {
  const [text] = Object.values((value ?? {}) as Record<string, unknown>);
  if (typeof text !== 'string') throw invalid(`One of the required keys was not given a value: ${attribute}.`);
  return text;
}

/** Top-level attributes the request names anywhere: keys, items and expressions. */
export function attributesOf(entry: Entry): string[] {
  const placeholders = { names: entry.ExpressionAttributeNames, values: entry.ExpressionAttributeValues };
  const named = EXPRESSIONS.flatMap((field) => {
    const expression = entry[field];
    return typeof expression === 'string' ? attributesIn(expression, placeholders) : [];
  });
  const items = [...Object.keys(entry.Key ?? {}), ...Object.keys(entry.Item ?? {})];
  return [
    ...new Set([...items, ...(entry.AttributesToGet ?? []), ...Object.keys(entry.KeyConditions ?? {}), ...named]),
  ];
}

/** The `dynamodb:` context keys of one access. */
export function contextOf(entry: Entry, leadingKeys: string[], enclosing?: string): AccessRequest['context'] {
  const context: AccessRequest['context'] = {};
  if (leadingKeys.length > 0) context['dynamodb:LeadingKeys'] = [...new Set(leadingKeys)];
  if (enclosing) context['dynamodb:EnclosingOperation'] = enclosing;
  const attributes = attributesOf(entry);
  if (attributes.length > 0) context['dynamodb:Attributes'] = attributes;
  for (const field of ['Select', 'ReturnValues', 'ReturnConsumedCapacity'] as const) {
    const value = entry[field];
    if (typeof value === 'string') context[`dynamodb:${field}`] = value;
  }
  return context;
}
