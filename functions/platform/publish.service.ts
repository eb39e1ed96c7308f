import { PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { pieces } from '../../shared/kernel/pieces.ts';
import { eventBridge } from '../_kit/clients/bus.ts';
import { commit } from '../_kit/commit.ts';
import { env } from '../_kit/env.ts';
import { OutboxEntity } from '../_kit/ledger.entity.ts';
import { erase } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import type { OutboxRow } from '../_kit/stream.ts';

/** EventBridge takes ten entries a call. */
const BATCH = 10;
/** Rows deleted in one transaction. */
const ERASE = 90;
const SHARDS = [0, 1, 2, 3];

function entryOf(row: OutboxRow): PutEventsRequestEntry {
  const { eventId, mspId, version, at, actorId, causes, detail } = row;
  return {
    EventBusName: env('BUS_NAME'),
    Source: `fairlead.${row.name.split('.')[0]}`,
    DetailType: row.name,
    Time: new Date(at),
    Detail: JSON.stringify({ eventId, mspId, version, at, actorId, causes, data: detail }),
  };
}

/**
 * Puts rows on the bus, ten a call, in their order. Returns the rows that the bus did not take: only those are tried again.
 */
export async function publish(rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
  const refused: OutboxRow[] = [];
  for (const batch of pieces(rows, BATCH)) {
    const output = await eventBridge().send(new PutEventsCommand({ Entries: batch.map(entryOf) }));
    if (!output.FailedEntryCount) continue;
    batch.forEach((row, i) => {
      if (output.Entries?.[i]?.ErrorCode) refused.push(row);
    });
  }
  return refused;
}

/** Deletes published rows of one MSP, under that MSP's wall. */
export async function forget(scope: Scope, rows: readonly OutboxRow[]): Promise<void> {
  for (const some of pieces(rows, ERASE)) {
    await commit(
      scope,
      some.map((row) => erase(OutboxEntity, row)),
    );
  }
}

/**
 * Publishes what the stream left behind (a publisher killed between bus and delete, a restored table). Publishing a fact
 * twice is harmless: subscribers know its event id.
 *
 * @throws when the bus refuses rows, so that the sweep is tried again
 */
export async function sweep(scope: Scope): Promise<void> {
  const { mspId } = scope;
  for (const shard of SHARDS) {
    const rows = await all(scope, OutboxEntity, OutboxEntity.query.waiting({ mspId, shard }), {
      most: 100_000,
      consistent: true,
    });
    const refused = new Set(await publish(rows));
    await forget(
      scope,
      rows.filter((row) => !refused.has(row)),
    );
    if (refused.size > 0) throw new Error(`The bus refused ${refused.size} of ${rows.length} facts.`);
  }
}
