import { control } from '../world.ts';

/** Ways a call to AWS goes wrong: see `scripts/local/faults.ts`. */
export type Effect =
  | 'throttle'
  | 'timeout-before'
  | 'timeout-after'
  | 'fail-after'
  | 'kill-worker-before'
  | 'kill-worker-after';

/** Commits of one function for one MSP; others at the same cloud are left in peace. */
export interface Target {
  mspId: string;
  /** `planner-api` */
  functionName: string;
}

interface Strike {
  effect: Effect;
  /** Only the nth commit from now. */
  nth?: number;
  /** At most so many. */
  times?: number;
}

/** Runs `work` while the target's commits go wrong. */
export async function during<T>({ mspId, functionName }: Target, strike: Strike, work: () => Promise<T>): Promise<T> {
  const rule = {
    service: 'dynamodb',
    operation: 'TransactWriteItems',
    function: functionName,
    about: mspId,
    ...strike,
  };
  const fault = await control<number>('arm', { rule });
  try {
    return await work();
  } finally {
    await control('disarm', { fault });
  }
}
