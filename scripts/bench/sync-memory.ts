import { commit } from '../../functions/_kit/commit.ts';
import { newId } from '../../functions/_kit/new-id.ts';
import { put } from '../../functions/_kit/operations.ts';
import { systemScope } from '../../functions/_kit/scope.ts';
import type { DataSet } from '../../functions/integrations/data-set.service.ts';
import { plan } from '../../functions/integrations/plan.service.ts';
import { pull } from '../../functions/integrations/pull.service.ts';
import { RunEntity } from '../../functions/integrations/run.entity.ts';
import { freshRun } from '../../functions/integrations/runs.service.ts';
import { DATA_SETS } from '../../functions/m365/data-sets.ts';

export interface MemoryOrder {
  /** Variables of the function that pulls. */
  environment: Record<string, string>;
  mspId: string;
  integrationId: string;
}

/** Pages are looked at one in so many: each look collects all garbage first. */
const EVERY = 4;

/** The most megabytes that live on the heap while a tenant is pulled for the first time, garbage left out. */
async function peak({ mspId, integrationId }: MemoryOrder): Promise<number> {
  const scope = systemScope(mspId, 'm365-step-pull');
  const runId = newId();
  await commit(scope, [put(RunEntity, freshRun(scope, integrationId, runId, 'person'))]);
  let [most, looks] = [0, 0];
  const look = () => {
    looks += 1;
    if (looks % EVERY !== 1) return;
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  };
  const watched = DATA_SETS.map(
    (dataSet): DataSet => ({
      ...dataSet,
      write: (...given) => {
        look();
        return dataSet.write(...given);
      },
    }),
  );
  const key = { integrationId, runId, longestWait: 1 };
  const planned = { ...key, ...(await plan(scope, { integrationId, runId })) };
  for (let state = ''; state !== 'done'; ) state = (await pull(scope, planned, watched)).state;
  return most / 1_000_000;
}

if (import.meta.main) {
  process.once('message', (order: MemoryOrder) => {
    Object.assign(process.env, order.environment);
    peak(order).then(
      (megabytes) => process.send?.(megabytes, () => process.disconnect()),
      (error: Error) => {
        process.stderr.write(`${error.stack}\n`);
        process.exit(1);
      },
    );
  });
}
