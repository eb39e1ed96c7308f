import { createHash } from 'node:crypto';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import type { Deployment } from '../aws/template.ts';
import type { DynamoClient } from '../engines/dynamo-client.ts';
import { REGION } from '../place.ts';

type Item = Record<string, AttributeValue>;

interface Put {
  TableName: string;
  Item: Item;
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
}

export interface Insert {
  table: string;
  keys: Item;
  image: Item;
  /** The condition proves that no such item was there before; otherwise the engine has to be asked. */
  provenNew: boolean;
}

const LATELY = 1000;

/**
 * Finds the items a TransactWriteItems inserts. The engine's own streams stay off (its writes slow down with their
 * number), so what a stream would have shown is read from the request.
 */
export class Inserts {
  readonly #client: DynamoClient;
  readonly #keysOf: Map<string, string[]>;
  readonly #tokens = new Set<string>();
  #sequence = 0n;

  constructor(client: DynamoClient, deployment: Deployment) {
    this.#client = client;
    this.#keysOf = new Map(
      deployment
        .ofType('AWS::DynamoDB::GlobalTable')
        .map(({ physicalId, properties }) => [
          physicalId,
          (properties.KeySchema as { AttributeName: string }[]).map(({ AttributeName }) => AttributeName),
        ]),
    );
  }

  /** The puts of a request into these tables, before it runs. */
  of(input: Record<string, unknown>, tables: Set<string>): Insert[] {
    const items = (input.TransactItems ?? []) as { Put?: Put }[];
    return items.flatMap(({ Put }) => {
      const keyNames = Put && tables.has(Put.TableName) ? this.#keysOf.get(Put.TableName) : undefined;
      if (!Put || !keyNames) return [];
      const keys = Object.fromEntries(keyNames.flatMap((name) => (Put.Item[name] ? [[name, Put.Item[name]]] : [])));
      return [{ table: Put.TableName, keys, image: Put.Item, provenNew: demandsAbsence(Put, keyNames) }];
    });
  }

  /** Leaves out what is already there: putting it again would be a MODIFY, and no stream here listens to those. */
  async onlyNew(inserts: Insert[]): Promise<Insert[]> {
    const checked = await Promise.all(
      inserts.map(async (insert) => {
        if (insert.provenNew) return insert;
        const found = await this.#client.call<{ Item?: Item }>('GetItem', {
          TableName: insert.table,
          Key: insert.keys,
          ConsistentRead: true,
        });
        return found.Item ? undefined : insert;
      }),
    );
    return checked.filter((insert) => insert !== undefined);
  }

  /** True once for each client request token: a repeated request succeeds without writing anything again. */
  isFirst(input: Record<string, unknown>): boolean {
    const token = input.ClientRequestToken;
    if (typeof token !== 'string') return true;
    if (this.#tokens.has(token)) return false;
    this.#tokens.add(token);
    const oldest = this.#tokens.size > LATELY ? this.#tokens.values().next().value : undefined;
    if (oldest !== undefined) this.#tokens.delete(oldest);
    return true;
  }

  /** The stream record of an insert, as Lambda receives it (AWS, Using AWS Lambda with Amazon DynamoDB). */
  recordOf({ keys, image }: Insert, streamArn: string): DynamoDBRecord {
    const sequence = String(++this.#sequence).padStart(21, '0');
    return {
      eventID: createHash('md5').update(`${streamArn}${Date.now()}${sequence}`).digest('hex'),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: REGION,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
        Keys: keys,
        NewImage: image,
        SequenceNumber: sequence,
        SizeBytes: Buffer.byteLength(JSON.stringify(image)),
        StreamViewType: 'NEW_IMAGE',
      },
      eventSourceARN: streamArn,
    };
  }
}

/** True for `attribute_not_exists(pk)` or the sort key's, alone or joined by AND. */
function demandsAbsence({ ConditionExpression = '', ExpressionAttributeNames = {} }: Put, keyNames: string[]): boolean {
  if (/\bOR\b|\bNOT\b/i.test(ConditionExpression)) return false;
  return [...ConditionExpression.matchAll(/attribute_not_exists\s*\(\s*([#\w]+)\s*\)/g)].some(([, name = '']) =>
    keyNames.includes(ExpressionAttributeNames[name] ?? name),
  );
}
