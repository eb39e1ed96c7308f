import type { DynamoClient } from '../engines/dynamo-client.ts';

type Values = Record<string, { S?: string }>;
type Write = { TableName?: string; Item?: Values; Key?: Values };

const LONG_ID = /[0-9a-z]{26}/g;

/**
 * Which partitions were written on behalf of which id, so that a test can look at everything an MSP has without reading
 * the whole table.
 */
export class Written {
  readonly #partitions = new Map<string, { table: string; pk: string; ids: Set<string> }>();

  /** Notes a write that was applied: every id in it may later ask for its partitions. */
  note(input: Record<string, unknown>, text: string): void {
    const items = (input.TransactItems as Record<string, Write>[] | undefined)?.flatMap((item) => Object.values(item));
    const ids = new Set(text.match(LONG_ID) ?? []);
    for (const { TableName: table, Item, Key } of items ?? [input as Write]) {
      const pk = (Item ?? Key)?.pk?.S;
      if (table === undefined || pk === undefined) continue;
      const known = this.#partitions.get(`${table} ${pk}`);
      if (known) for (const id of ids) known.ids.add(id);
      else this.#partitions.set(`${table} ${pk}`, { table, pk, ids: new Set(ids) });
    }
  }

  /** Every row of the partitions that were written together with this id, as the engine has them (DynamoDB's JSON). */
  async rowsAbout(id: string, client: DynamoClient): Promise<Record<string, unknown>[]> {
    const wanted = [...this.#partitions.values()].filter(
      ({ pk, ids }) => pk.includes(id) || (ids.has(id) && !/^t#/.test(pk)),
    );
    const found = await Promise.all(wanted.map(({ table, pk }) => partition(client, table, pk)));
    return found.flat();
  }
}

async function partition(client: DynamoClient, table: string, pk: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let start: unknown;
  do {
    const page = await client.call<{ Items?: Record<string, unknown>[]; LastEvaluatedKey?: unknown }>('Query', {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
      ...(start ? { ExclusiveStartKey: start } : {}),
    });
    rows.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return rows;
}
