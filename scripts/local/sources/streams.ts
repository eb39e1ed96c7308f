import { setTimeout as delay } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Activity } from '../activity.ts';
import { passesFilter } from '../aws/event-pattern.ts';
import type { Faults } from '../faults.ts';
import { Closing } from '../functions/failure.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import type { Insert, Inserts } from './inserts.ts';
import { failuresIn, type Mapping } from './mapping.ts';

interface Pending {
  record: DynamoDBRecord;
  done: () => void;
}

/** The records of one mapping that share a partition key: handled in their order, one batch at a time. */
interface Lane {
  key: string;
  mapping: Mapping;
  pending: Pending[];
}

export interface StreamParts {
  mappings: Mapping[];
  inserts: Inserts;
  invoke(fn: LambdaFunction, event: unknown): Promise<unknown>;
  /** Hands a batch that was given up to a queue. */
  abandon(mapping: Mapping, records: DynamoDBRecord[]): void;
  activity: Activity;
  faults: Faults;
  complain(line: object): void;
}

const LONGEST_PAUSE_MS = 2000;

/** Feeds committed inserts to the functions that listen to a table's stream. */
export class Streams {
  readonly #parts: StreamParts;
  readonly #lanes = new Map<string, Lane>();
  readonly #closing = new AbortController();
  /** Lanes that wait for the end of `together`. */
  #waiting: Lane[] | undefined;
  readonly #byTable: Map<string, Mapping[]>;

  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#byTable = Map.groupBy(parts.mappings, ({ sourceArn }) => sourceArn.split(/[:/]/)[6] ?? '');
  }

  /** What the request will insert that somebody listens to. Ask before it runs, `emit` the answer once it has. */
  async foresee(input: Record<string, unknown>): Promise<Insert[]> {
    const heard = this.#parts.inserts
      .of(input, new Set(this.#byTable.keys()))
      .filter((insert) => this.#listeners(insert).length > 0);
    return this.#parts.inserts.onlyNew(heard);
  }

  /** Queues the inserts of a request that has committed; returns before anything is delivered. */
  emit(input: Record<string, unknown>, inserts: Insert[]): void {
    if (inserts.length === 0 || !this.#parts.inserts.isFirst(input)) return;
    const opened: Lane[] = [];
    for (const insert of inserts)
      for (const mapping of this.#listeners(insert)) {
        const lane = this.#lane(mapping, JSON.stringify(Object.values(insert.keys)[0]), opened);
        const record = this.#parts.inserts.recordOf(insert, mapping.sourceArn);
        lane.pending.push({ record, done: this.#parts.activity.begin('stream record') });
      }
    // Not before all records are in their lanes, so that what was committed together is handed over together.
    if (this.#waiting) this.#waiting.push(...opened);
    else for (const lane of opened) void this.#drain(lane);
  }

  /** Delivers nothing new while `work` is done, and then all of it in full batches, as under a batching window. */
  async together<T>(work: () => Promise<T>): Promise<T> {
    const waiting: Lane[] = [];
    this.#waiting = waiting;
    try {
      return await work();
    } finally {
      this.#waiting = undefined;
      for (const lane of waiting) void this.#drain(lane);
    }
  }

  close(): void {
    this.#closing.abort();
  }

  #lane(mapping: Mapping, partition: string, opened: Lane[]): Lane {
    const key = `${mapping.sourceArn} ${mapping.fn.name} ${partition}`;
    const known = this.#lanes.get(key);
    if (known) return known;
    const lane = { key, mapping, pending: [] };
    this.#lanes.set(key, lane);
    opened.push(lane);
    return lane;
  }

  #listeners(insert: Insert): Mapping[] {
    const event = { eventName: 'INSERT', dynamodb: { Keys: insert.keys, NewImage: insert.image } };
    return (this.#byTable.get(insert.table) ?? []).filter(({ filter }) => passesFilter(filter, event));
  }

  async #drain(lane: Lane): Promise<void> {
    const { mapping, pending } = lane;
    let size = mapping.batchSize;
    let failures = 0;
    while (pending.length > 0 && !this.#closing.signal.aborted) {
      const batch = pending.slice(0, size);
      const handled = await this.#deliver(mapping, batch);
      if (handled === undefined) return;
      for (const { done } of pending.splice(0, handled)) done();
      if (handled === batch.length) {
        size = mapping.batchSize;
        failures = 0;
        continue;
      }
      failures = handled > 0 ? 1 : failures + 1;
      if (failures > mapping.maxRetries) {
        const lost = pending.splice(0, batch.length - handled);
        this.#parts.abandon(
          mapping,
          lost.map(({ record }) => record),
        );
        for (const { done } of lost) done();
        failures = 0;
      } else if (mapping.bisects) size = Math.max(1, Math.ceil((batch.length - handled) / 2));
      await this.#pause(Math.min(25 * 2 ** failures, LONGEST_PAUSE_MS));
    }
    // In the same step as the last look at `pending`: a record that comes later opens the lane anew.
    this.#lanes.delete(lane.key);
  }

  /** @returns how many records from the start are handled, or undefined when the cloud is closing. */
  async #deliver(mapping: Mapping, batch: Pending[]): Promise<number | undefined> {
    const { faults, invoke, complain } = this.#parts;
    const mentions = (text: string) => batch.some(({ record }) => JSON.stringify(record).includes(text));
    const struck = faults.at({ service: 'stream', operation: 'deliver', function: mapping.fn.name, mentions });
    for (const { effect, delayMs = 0 } of struck) if (effect === 'delay') await this.#pause(delayMs);
    const times = struck.some(({ effect }) => effect === 'duplicate') ? 2 : 1;
    let handled = 0;
    for (let time = 0; time < times; time++) {
      try {
        const answer = await invoke(mapping.fn, { Records: batch.map(({ record }) => record) });
        handled = mapping.reportsFailures ? handledBefore(failuresIn(answer), batch) : batch.length;
      } catch (error) {
        if (error instanceof Closing) return undefined;
        complain({
          level: 'WARN',
          function: mapping.fn.name,
          message: `Stream batch failed: ${(error as Error).message}`,
        });
        handled = 0;
      }
    }
    return handled;
  }

  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#closing.signal }).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    });
  }
}

/** A stream is resumed at the earliest reported failure; an unknown identifier fails the whole batch. */
function handledBefore(failed: string[], batch: Pending[]): number {
  const places = failed.map((id) => batch.findIndex(({ record }) => record.dynamodb?.SequenceNumber === id));
  return places.length === 0 ? batch.length : Math.max(0, Math.min(...places));
}
