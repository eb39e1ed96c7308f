import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import { Closing } from './failure.ts';
import type { LambdaFunction } from './lambda-function.ts';

const RETRIES = 2;

/**
 * Invokes functions for senders that do not wait for the answer: up to two retries, as Lambda does for asynchronous
 * invocations, with pauses of milliseconds instead of minutes.
 */
export class LaterInvocations {
  readonly #invoke: (fn: LambdaFunction, event: unknown) => Promise<unknown>;
  readonly #activity: Activity;
  readonly #complain: (line: object) => void;

  constructor(
    invoke: (fn: LambdaFunction, event: unknown) => Promise<unknown>,
    activity: Activity,
    complain: (line: object) => void,
  ) {
    this.#invoke = invoke;
    this.#activity = activity;
    this.#complain = complain;
  }

  /** Returns at once; `idle()` waits for it. */
  start(fn: LambdaFunction, event: unknown): void {
    void this.#run(fn, event).finally(this.#activity.begin('invocation'));
  }

  async #run(fn: LambdaFunction, event: unknown): Promise<void> {
    for (let attempt = 0; attempt <= RETRIES; attempt++) {
      try {
        await this.#invoke(fn, event);
        return;
      } catch (error) {
        if (error instanceof Closing) return;
        const message = `Asynchronous invocation failed (attempt ${attempt + 1} of ${RETRIES + 1}): ${(error as Error).message}`;
        this.#complain({ level: 'ERROR', function: fn.name, message });
        if (attempt < RETRIES) await delay(100 * 2 ** attempt);
      }
    }
  }
}
