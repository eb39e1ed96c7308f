import { expect } from 'vitest';
import type { Faults } from '../../../../scripts/local/faults.ts';
import type { Feature } from '../../../../shared/kernel/features.ts';
import { newId } from '../../new-id.ts';
import { type Answer, http } from '../world.ts';
import { during } from './fault.ts';
import { comparable, pictureOf } from './picture.ts';

/** One change that a scenario asks for, as a page or a script sends it. */
export interface Write {
  /** Name in the feature's contract: `publish`. */
  operation: string;
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  cookie: string;
  /** Whose write it is, when a story goes over several features; else the feature under trial. */
  feature?: Feature;
}

/** Where writes go and what is wrong there. */
export interface Place {
  mspId: string;
  /** `planner-api` */
  functionName: string;
}

export type Send = (place: Place, write: Write) => Promise<Answer>;

function ask({ method, path, body, cookie }: Write, key?: string): Promise<Answer> {
  const headers: Record<string, string> = key ? { 'idempotency-key': key } : {};
  return http(method, `/api${path}`, { cookie, headers, quiet: true, ...(body === undefined ? {} : { body }) });
}

/** A failure that its caller can act on: nothing but a problem with a code, a sentence and the request's number. */
function expectClearFailure({ status, body }: Answer, what: string): void {
  expect([500, 503], what).toContain(status);
  expect(body, what).toMatchObject({
    code: expect.any(String),
    detail: expect.any(String),
    requestId: expect.any(String),
  });
}

export const calm: Send = (_, write) => ask(write, newId());

/**
 * First the table cannot be reached: nothing has happened. Then the same request is applied but its answer lost, with the
 * worker (the first write) or on the wire (the others): repeated under its key it is told what was done, and does nothing more.
 */
export function crashing(): Send {
  let killed = false;
  return async (place, write) => {
    const key = newId();
    const before = await pictureOf(place.mspId);
    const refused = await during(place, { effect: 'timeout-before' }, () => ask(write, key));
    expectClearFailure(refused, write.operation);
    expect(await pictureOf(place.mspId), `${write.operation} failed and left traces`).toEqual(before);
    const effect = killed ? 'timeout-after' : 'kill-worker-after';
    const lost = await during(place, { effect }, () => ask(write, key));
    if (!killed) expect(lost.status, write.operation).toBe(500);
    killed = true;
    const applied = await pictureOf(place.mspId);
    const told = await ask(write, key);
    expect(comparable((await ask(write, key)).body), `${write.operation} told again`).toEqual(comparable(told.body));
    expect(await pictureOf(place.mspId), `${write.operation} repeated`).toEqual(applied);
    return told;
  };
}

/** As the last write of a scenario, without a key: the answer is lost, the change is whole all the same. */
export const lostWithoutKey: Send = async (place, write) => {
  const failed = await during(place, { effect: 'timeout-after' }, () => ask(write));
  expectClearFailure(failed, write.operation);
  return failed;
};

const TROUBLES = ['throttle', 'timeout-before', 'timeout-after', 'twice', 'none'] as const;
const DEATHS = ['kill-worker-before', 'kill-worker-after'] as const;

/**
 * Throttled, cut off for a moment, or sent twice at once by an impatient client: the caller notices nothing. With `kills` the
 * worker may also die at its commit: the caller sees it and asks again.
 */
export function unsteady(chance: Faults, kills = false): Send {
  return async (place, write) => {
    const key = newId();
    const [trouble] = chance.shuffled([...TROUBLES, ...(kills ? DEATHS : [])]);
    if (trouble === 'none') return ask(write, key);
    const death = DEATHS.find((effect) => effect === trouble);
    if (death) {
      const first = await during(place, { effect: death, nth: 1 }, () => ask(write, key));
      expect(first.status, write.operation).toBe(500);
      return ask(write, key);
    }
    if (trouble !== 'twice') return during(place, { effect: trouble as 'throttle', times: 1 }, () => ask(write, key));
    const [one, other] = await Promise.all([ask(write, key), ask(write, key)]);
    expect(comparable(other.body), `${write.operation} sent twice at once`).toEqual(comparable(one.body));
    return one;
  };
}
