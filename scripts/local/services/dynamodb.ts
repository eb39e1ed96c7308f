import { accessOf, type Tables } from '../aws/dynamo-access.ts';
import { DynamoRequestError } from '../aws/dynamo-request.ts';
import type { AccessRequest } from '../aws/iam.ts';
import type { Deployment, Resource } from '../aws/template.ts';
import type { DynamoClient } from '../engines/dynamo-client.ts';
import { type AwsCall, type AwsService, ServiceError, targetOf } from '../gateway/aws-call.ts';
import type { HttpReply } from '../gateway/http.ts';
import type { Streams } from '../sources/streams.ts';
import type { Written } from './written.ts';

interface KeyElement {
  AttributeName: string;
  KeyType: string;
}

/** DynamoDB: judged here, done by the engine; what a transaction inserts goes to the listeners of the table's stream. */
export class DynamoDb implements AwsService {
  readonly #client: DynamoClient;
  readonly #streams: Streams;
  readonly #tables: Tables;
  readonly #written: Written | undefined;

  constructor(deployment: Deployment, client: DynamoClient, streams: Streams, written?: Written) {
    this.#written = written;
    this.#client = client;
    this.#streams = streams;
    this.#tables = tablesOf(deployment);
  }

  operationOf = targetOf;

  access({ operation, input }: AwsCall): AccessRequest[] {
    try {
      return accessOf(operation, input, this.#tables);
    } catch (error) {
      if (error instanceof DynamoRequestError) throw new ServiceError(error.code, error.message);
      throw error;
    }
  }

  async handle({ operation, input, request }: AwsCall): Promise<HttpReply> {
    const inserts = operation === 'TransactWriteItems' ? await this.#streams.foresee(input) : [];
    const { status, headers, body } = await this.#client.send(operation, request.body);
    if (status === 200) {
      this.#streams.emit(input, inserts);
      if (/^(TransactWrite|Put|Update)/.test(operation)) this.#written?.note(input, request.body.toString());
    }
    return { status, headers, body };
  }
}

/** The table or tables a request speaks of, for the record of calls: the first one stands for a batch. */
export function tableIn(input: Record<string, unknown>): string | undefined {
  if (typeof input.TableName === 'string') return input.TableName;
  const items = input.TransactItems as Record<string, { TableName?: string }>[] | undefined;
  const first = items?.[0] && Object.values(items[0])[0]?.TableName;
  return first ?? Object.keys((input.RequestItems ?? {}) as object)[0];
}

function tablesOf(deployment: Deployment): Tables {
  const byName = new Map(
    deployment
      .ofType('AWS::DynamoDB::GlobalTable')
      .map((table) => [table.physicalId, { arn: table.arn, keys: keysOf(table) }]),
  );
  const find = (name: string) => {
    const table = byName.get(name);
    if (!table)
      throw new ServiceError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
    return table;
  };
  return { arnOf: (name) => find(name).arn, keysOf: (name) => find(name).keys };
}

function keysOf({ properties }: Resource): ReturnType<Tables['keysOf']> {
  const partitionKey = (schema: unknown) =>
    (schema as KeyElement[]).find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
  const indexes = (properties.GlobalSecondaryIndexes ?? []) as { IndexName: string; KeySchema: unknown }[];
  return {
    pk: partitionKey(properties.KeySchema),
    indexes: Object.fromEntries(
      indexes.map(({ IndexName, KeySchema }) => [IndexName, { pk: partitionKey(KeySchema) }]),
    ),
  };
}
