import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Rights on DynamoDB rows by partition key. `ForAllValues` is true for a request without keys, so `Null: false` stands
 * beside it; Scan and PartiQL are granted nowhere. (AWS: "Using IAM policy conditions for fine-grained access control".)
 */
export const READ_ITEMS = ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem'] as const;
export const WRITE_ITEMS = ['PutItem', 'UpdateItem', 'DeleteItem'] as const;
type ItemAction = (typeof READ_ITEMS)[number] | (typeof WRITE_ITEMS)[number];

interface Rows {
  actions: readonly ItemAction[];
  /** The table and those of its indexes that may be asked. */
  tables: string[];
  /** Patterns of partition keys. */
  keys: string[];
  /** The write counts only inside TransactWriteItems: a commit, with its audit and outbox rows. */
  inCommit?: true;
  /** The keys are those that must not be touched: everything else of the table may. */
  except?: true;
}

/** A statement that allows actions on rows of the given partition keys and on nothing else. */
export function walled({ actions, tables, keys, inCommit, except }: Rows): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: tables,
    conditions: {
      [except ? 'ForAllValues:StringNotLike' : 'ForAllValues:StringLike']: { 'dynamodb:LeadingKeys': keys },
      Null: { 'dynamodb:LeadingKeys': 'false' },
      ...(inCommit ? { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } } : {}),
    },
  });
}
