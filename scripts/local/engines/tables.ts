import type { Resource } from '../aws/template.ts';
import type { DynamoClient } from './dynamo-client.ts';

interface KeyElement {
  AttributeName: string;
  KeyType: string;
}

interface IndexShape {
  IndexName: string;
  KeySchema: KeyElement[];
  Projection: { ProjectionType?: string; NonKeyAttributes?: string[] };
}

interface TableShape {
  KeySchema: KeyElement[];
  GlobalSecondaryIndexes?: IndexShape[];
}

/**
 * Creates the tables of the templates (`AWS::DynamoDB::GlobalTable`) that the engine does not have yet. Streams stay
 * off in the engine: the gateway itself tells the mappings what was inserted.
 * @throws when a table of the state folder has other keys or indexes than its template.
 */
export async function createTables(client: DynamoClient, tables: Resource[]): Promise<void> {
  const { TableNames } = await client.call<{ TableNames: string[] }>('ListTables', {});
  await Promise.all(
    tables.map(async (table) => {
      if (!TableNames.includes(table.physicalId)) return client.call('CreateTable', definitionOf(table));
      const { Table } = await client.call<{ Table: TableShape }>('DescribeTable', { TableName: table.physicalId });
      if (shapeOf(Table) === shapeOf(table.properties as unknown as TableShape)) return undefined;
      throw new Error(
        `Table ${table.physicalId} of the state folder has other keys or indexes than its template: ` +
          'npm run reset starts over with an empty state folder.',
      );
    }),
  );
}

function definitionOf(table: Resource): object {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = table.properties;
  return {
    TableName: table.physicalId,
    AttributeDefinitions,
    KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(Array.isArray(GlobalSecondaryIndexes) && {
      GlobalSecondaryIndexes: (GlobalSecondaryIndexes as IndexShape[]).map(
        ({ IndexName, KeySchema: keys, Projection }) => ({ IndexName, KeySchema: keys, Projection }),
      ),
    }),
  };
}

function shapeOf(table: TableShape): string {
  const keys = (schema: KeyElement[]) =>
    schema.map(({ KeyType, AttributeName }) => `${KeyType}=${AttributeName}`).sort();
  const indexes = (table.GlobalSecondaryIndexes ?? []).map((index) =>
    [index.IndexName, ...keys(index.KeySchema), ...(index.Projection.NonKeyAttributes ?? []).toSorted()].join(),
  );
  return JSON.stringify([keys(table.KeySchema), indexes.sort()]);
}
