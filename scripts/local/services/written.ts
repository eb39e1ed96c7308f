import { pieces } from '../../../shared/kernel/pieces.ts';
import type { DynamoClient } from '../engines/dynamo-client.ts';

type Values = Record<string, { S?: string }>;
type Write = { TableName?: string; Item?: Values; Key?: Values };
type Row = Record<string, unknown>;

interface Partition {
  table: string;
  pk: string;
  /** Sort keys of all rows that were ever written here. */
  rows: Set<string>;
}

const LONG_ID = /[0-9a-z]{26}/g;
/** DynamoDB's limit for one BatchGetItem. */
const MOST_KEYS = 100;

/**
 * Which partitions were written on behalf of which id, and which rows, so that a test can look at everything an MSP has in
 * few calls and without reading the whole table.
 */
export class Written {
  readonly #partitions = new Map<string, Partition>();
  readonly #byId = new Map<string, Set<Partition>>();

  /** Notes a write that was applied: every id in it may later ask for its partitions. */
  note(input: Record<string, unknown>, text: string): void {
    const items = (input.TransactItems as Record<string, Write>[] | undefined)?.flatMap((item) => Object.values(item));
    const ids = new Set(text.match(LONG_ID) ?? []);
    for (const { TableName: table, Item, Key } of items ?? [input as Write]) {
      const { pk, sk } = Item ?? Key ?? {};
      if (table === undefined || pk?.S === undefined || sk?.S === undefined) continue;
      const partition = this.#partition(table, pk.S);
      partition.rows.add(sk.S);
      for (const id of ids) this.#of(id).add(partition);
    }
  }

  /**
   * Every row of the partitions that were written together with this id, as the engine has them (DynamoDB's JSON).
   * @param below only of those whose key starts with this
   */
  async rowsAbout(id: string, client: DynamoClient, below = ''): Promise<Row[]> {
    const keys = [...this.#of(id)]
      .filter(({ pk }) => pk.startsWith(below) && (pk.includes(id) || !pk.startsWith('t#')))
      .flatMap(({ table, pk, rows }) => [...rows].map((sk) => ({ table, key: { pk: { S: pk }, sk: { S: sk } } })));
    return (await Promise.all(pieces(keys, MOST_KEYS).map((some) => read(client, some)))).flat();
  }

  #partition(table: string, pk: string): Partition {
    const name = `${table} ${pk}`;
    const partition = this.#partitions.get(name) ?? { table, pk, rows: new Set() };
    this.#partitions.set(name, partition);
    return partition;
  }

  #of(id: string): Set<Partition> {
    const partitions = this.#byId.get(id) ?? new Set();
    this.#byId.set(id, partitions);
    return partitions;
  }
}

type Requested = Record<string, { Keys: object[]; ConsistentRead: true }>;

async function read(client: DynamoClient, keys: { table: string; key: object }[]): Promise<Row[]> {
  const rows: Row[] = [];
  let requested: Requested = {};
  for (const { table, key } of keys) {
    requested[table] ??= { Keys: [], ConsistentRead: true };
    requested[table].Keys.push(key);
  }
  while (Object.keys(requested).length > 0) {
    const answer = await client.call<{ Responses: Record<string, Row[]>; UnprocessedKeys?: Requested }>(
      'BatchGetItem',
      { RequestItems: requested },
    );
    rows.push(...Object.values(answer.Responses).flat());
    requested = answer.UnprocessedKeys ?? {};
  }
  return rows;
}
