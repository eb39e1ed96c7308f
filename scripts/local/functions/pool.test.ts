import { describe, expect, it } from 'vitest';
import { Closing, FunctionFailure } from './failure.ts';
import type { FunctionWorker } from './function-worker.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { placesIn, WorkerPool } from './pool.ts';

const PLACES = 14;
const fn = (name: string, background: boolean) => ({ name, background }) as LambdaFunction;

/** A pool whose workers are pretended: they answer when told. */
function pretendPool() {
  const started: string[] = [];
  const ended: string[] = [];
  const failures: string[] = [];
  const pool = new WorkerPool(
    ({ name }) => {
      started.push(name);
      let alive = true;
      const worker = {
        get alive() {
          return alive;
        },
        invoke: async (event: unknown) => {
          if (event !== 'die') return JSON.stringify(event);
          alive = false;
          throw new FunctionFailure('Runtime.ExitError', 'gone');
        },
        end: async () => {
          alive = false;
          ended.push(name);
        },
      };
      return worker as unknown as FunctionWorker;
    },
    ({ name }, { errorType }) => failures.push(`${name} ${errorType}`),
    PLACES,
  );
  return { pool, started, ended, failures };
}

/** True when a lease is not given at once. */
async function waits(lease: Promise<unknown>): Promise<boolean> {
  const given = await Promise.race([lease.then(() => true), new Promise((resolve) => setImmediate(resolve, false))]);
  return !given;
}

describe('the worker pool', () => {
  it('has places by memory: never too few to serve, never more than are of use', () => {
    const gigabytes = [2, 8, 16, 64].map((gigabyte) => placesIn(gigabyte * 2 ** 30));
    expect(gigabytes).toEqual([14, 25, 51, 80]);
  });

  it('uses an idle worker again and starts at most two for a function', async () => {
    const { pool, started } = pretendPool();
    const goals = fn('goals-api', false);
    await pool.invoke(goals, 1);
    await pool.invoke(goals, 2);
    expect(started).toEqual(['goals-api']);
    const [first, second, third] = [pool.lease(goals), pool.lease(goals), pool.lease(goals)];
    await (await second).invoke(3);
    expect(started).toEqual(['goals-api', 'goals-api'].slice(0, started.length));
    expect(await waits(third)).toBe(true);
    expect(pool.contended).toBe(true);
    (await first).release();
    expect(await (await third).invoke('third')).toBe('third');
    expect(pool.contended).toBe(false);
  });

  it('keeps places for API calls whatever the background does', async () => {
    const { pool } = pretendPool();
    const leases = Array.from({ length: 7 }, (_, index) => pool.lease(fn(`on-${index}`, true)));
    expect(await waits(leases[6] as Promise<unknown>)).toBe(true);
    expect(await waits(pool.lease(fn('goals-api', false)))).toBe(false);
  });

  it('ends the idle worker that was used longest ago when the house is full', async () => {
    const { pool, ended } = pretendPool();
    const functions = Array.from({ length: PLACES }, (_, index) => fn(`api-${index}`, false));
    for (const one of functions) await pool.invoke(one, 'x');
    await pool.invoke(functions[0] as LambdaFunction, 'again');
    await pool.invoke(fn('api-14', false), 'x');
    expect(ended).toEqual(['api-1']);
    expect(pool.alive().size).toBe(PLACES);
  });

  it('lets one who can have a place pass one who cannot', async () => {
    const { pool } = pretendPool();
    const busy = fn('busy', false);
    const held = [await pool.lease(busy), await pool.lease(busy)];
    const stuck = pool.lease(busy);
    expect(await pool.invoke(fn('other', false), 'passed')).toBe('passed');
    expect(await waits(stuck)).toBe(true);
    for (const lease of held) lease.release();
    await stuck;
  });

  it('tells of a failure and starts a new worker for the next event', async () => {
    const { pool, started, failures } = pretendPool();
    const goals = fn('goals-api', false);
    await expect(pool.invoke(goals, 'die')).rejects.toThrow('gone');
    expect(await pool.invoke(goals, 'next')).toBe('next');
    expect(started).toHaveLength(2);
    expect(failures).toEqual(['goals-api Runtime.ExitError']);
  });

  it('starts a new worker within a lease when the first one dies', async () => {
    const { pool, started } = pretendPool();
    const lease = await pool.lease(fn('on-x', true));
    await expect(lease.invoke('die')).rejects.toThrow('gone');
    expect(await lease.invoke('next')).toBe('next');
    expect(started).toHaveLength(2);
  });

  it('gives later events a new worker once the code was replaced, also within a lease', async () => {
    const { pool, started, ended } = pretendPool();
    const [goals, other] = [fn('goals-api', false), fn('other-api', false)];
    await pool.invoke(other, 1);
    const lease = await pool.lease(goals);
    await lease.invoke(1);
    pool.replace(goals);
    expect(await lease.invoke(2)).toBe(2);
    lease.release();
    await pool.invoke(goals, 3);
    await pool.invoke(other, 4);
    expect(started).toEqual(['other-api', 'goals-api', 'goals-api']);
    expect(ended).toEqual(['goals-api']);
  });

  it('refuses those who wait and those who come when it closes', async () => {
    const { pool, ended } = pretendPool();
    const goals = fn('goals-api', false);
    const lease = await pool.lease(goals);
    await lease.invoke(1);
    await pool.lease(goals);
    const waiting = pool.lease(goals);
    const closed = pool.close();
    await expect(waiting).rejects.toThrow(Closing);
    await closed;
    expect(ended).toEqual(['goals-api']);
    await expect(pool.invoke(goals, 1)).rejects.toThrow(Closing);
    await expect(lease.invoke(1)).rejects.toThrow(Closing);
  });
});
