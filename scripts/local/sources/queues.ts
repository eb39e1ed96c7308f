import { setTimeout as delay } from 'node:timers/promises';
import type { SQSBatchItemFailure, SQSRecord } from 'aws-lambda';
import type { Activity } from '../activity.ts';
import type { Queue, QueuesAndFiles } from '../engines/fauxqs.ts';
import { VISIBLE_AT_ONCE } from '../engines/provision.ts';
import type { Faults } from '../faults.ts';
import { Closing } from '../functions/failure.ts';
import type { Lease, WorkerPool } from '../functions/pool.ts';
import { failuresIn, type Mapping } from './mapping.ts';
import { recordOf } from './sqs-record.ts';

export interface QueueParts {
  engine: QueuesAndFiles;
  pool: WorkerPool;
  activity: Activity;
  faults: Faults;
  complain(line: object): void;
}

/** How long a worker may stay with one queue while others wait for a worker. */
const STAY_MS = 1000;
const LONGEST_TIMER_MS = 60_000;
/**
 * A batch that takes longer holds up no other: they get a worker of their own, as on AWS. A worker costs a quarter of a second
 * of processor time until it is warm, so one that is only slow to warm up gets the time for it.
 */
const PATIENCE_MS = 1_000;

/**
 * Feeds a queue to its function. A worker is taken for as long as messages are there, up to two when more than a batch
 * waits or one takes its time, so that many queues over few workers do not end and start workers for every message.
 */
export class QueueSource {
  readonly #mapping: Mapping;
  readonly #queue: Queue;
  readonly #parts: QueueParts;
  #pumps = 0;
  /** When the batches that are being handled were handed over. */
  readonly #handling = new Set<{ since: number }>();
  #closed = false;
  #wake: (() => void) | undefined;

  constructor(mapping: Mapping, parts: QueueParts) {
    this.#mapping = mapping;
    this.#parts = parts;
    const queue = parts.engine.sqsStore.getQueueByArn(mapping.sourceArn);
    if (!queue || queue.isFifo() || mapping.filter)
      throw new Error(
        `The mapping of ${mapping.fn.name} to ${mapping.sourceArn} must be of a standard queue, without a filter.`,
      );
    this.#queue = queue;
  }

  /** Messages that are visible or in flight. */
  get depth(): number {
    return this.#queue.messages.length + this.#queue.inflightMessages.size;
  }

  start(): void {
    void this.#watch();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async #watch(): Promise<void> {
    while (!this.#closed) {
      this.#queue.processTimers();
      const slow = [...this.#handling].filter(({ since }) => Date.now() - since >= PATIENCE_MS).length;
      const wanted = Math.min(2, slow + Math.ceil(this.#queue.messages.length / this.#mapping.batchSize));
      while (this.#pumps < wanted) {
        this.#pumps++;
        void this.#pump().finally(() => {
          this.#pumps--;
          this.#wake?.();
        });
      }
      await this.#change();
    }
  }

  /** Resolves with a new message, the end of a pump or the next message that becomes visible by time. */
  #change(): Promise<void> {
    const deadlines = [
      ...[...this.#queue.inflightMessages.values()].map(({ visibilityDeadline }) => visibilityDeadline),
      ...this.#queue.delayedMessages.map(({ delayUntil }) => delayUntil ?? 0),
      ...(this.#queue.messages.length > 0 ? this.#patienceEnds() : []),
    ];
    const wait = Math.min(LONGEST_TIMER_MS, ...deadlines.map((deadline) => Math.max(1, deadline - Date.now())));
    return new Promise((resolve) => {
      const waiters = this.#queue.pollWaiters;
      const waiter = { resolve: () => this.#wake?.(), timer: setTimeout(() => this.#wake?.(), wait) };
      waiters.push(waiter);
      this.#wake = () => {
        clearTimeout(waiter.timer);
        if (waiters.includes(waiter)) waiters.splice(waiters.indexOf(waiter), 1);
        this.#wake = undefined;
        resolve();
      };
    });
  }

  /** When batches that are being handled now will have taken their time. */
  #patienceEnds(): number[] {
    return [...this.#handling].map(({ since }) => since + PATIENCE_MS).filter((end) => end > Date.now());
  }

  async #pump(): Promise<void> {
    const { pool, activity, complain } = this.#parts;
    try {
      const lease = await pool.lease(this.#mapping.fn);
      const started = performance.now();
      try {
        // Only now is the clock started on its batches: one that waits for its first worker needs no second.
        await lease.ready();
        while (!this.#closed && (await this.#batch(lease)))
          if (pool.contended && performance.now() - started > STAY_MS) break;
      } finally {
        lease.release();
      }
    } catch (error) {
      if (!(error instanceof Closing))
        complain({ level: 'ERROR', function: this.#mapping.fn.name, message: String(error) });
    } finally {
      activity.changed();
    }
  }

  /** Takes and handles one batch. @returns false when the queue has nothing to give. */
  async #batch(lease: Lease): Promise<boolean> {
    const { engine, faults, activity } = this.#parts;
    const { fn, batchSize } = this.#mapping;
    const received = this.#queue.dequeue(batchSize, undefined, (arn) => engine.sqsStore.getQueueByArn(arn));
    if (received.length === 0) return false;
    const inOrder = received.map(({ ReceiptHandle }) => recordOf(this.#queue, ReceiptHandle));
    const mentions = (text: string) => inOrder.some(({ body }) => body.includes(text));
    const struck = faults.at({ service: 'queue', operation: 'deliver', function: fn.name, mentions });
    for (const { effect, delayMs = 0 } of struck) if (effect === 'delay') await delay(delayMs);
    const records = struck.some(({ effect }) => effect === 'reorder') ? faults.shuffled(inOrder) : inOrder;
    const twice = struck.some(({ effect }) => effect === 'duplicate');
    for (let time = 0; time < (twice ? 2 : 1); time++) {
      const failed = await this.#deliver(lease, records);
      if (twice && time === 0) continue;
      for (const { messageId, receiptHandle } of records)
        if (failed.has(messageId)) this.#retryLater(receiptHandle);
        else this.#queue.deleteMessage(receiptHandle);
    }
    activity.changed();
    return true;
  }

  /** @returns the ids of messages that have to come again. */
  async #deliver(lease: Lease, records: SQSRecord[]): Promise<Set<SQSBatchItemFailure['itemIdentifier']>> {
    const all = records.map(({ messageId }) => messageId);
    const handled = { since: Date.now() };
    this.#handling.add(handled);
    try {
      const answer = await lease.invoke({ Records: records });
      const failed = this.#mapping.reportsFailures ? failuresIn(answer) : [];
      return new Set(failed.every((id) => all.includes(id)) ? failed : all);
    } catch (error) {
      if (error instanceof Closing) throw error;
      const message = `Queue batch failed: ${(error as Error).message}`;
      this.#parts.complain({ level: 'WARN', function: this.#mapping.fn.name, message });
      return new Set(all);
    } finally {
      this.#handling.delete(handled);
    }
  }

  /**
   * On AWS a failed message comes back after the queue's visibility timeout. Minutes of that would only hide mistakes
   * here, so it comes back after 50 ms, 100 ms, 200 ms and so on.
   */
  #retryLater(receiptHandle: string): void {
    const entry = this.#queue.inflightMessages.get(receiptHandle);
    const timeout = Number(this.#queue.attributes.VisibilityTimeout);
    const receives = entry?.message.approximateReceiveCount ?? 1;
    this.#queue.changeVisibility(
      receiptHandle,
      Math.max(VISIBLE_AT_ONCE, Math.min(timeout, 0.05 * 2 ** (receives - 1))),
    );
  }
}
