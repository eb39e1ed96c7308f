import { z } from 'zod';
import type { Scope } from '../_kit/scope.ts';
import { step } from '../_kit/step.ts';
import type { DataSet } from './data-set.service.ts';
import { fail, finish } from './finish.service.ts';
import { plan, pullsOf } from './plan.service.ts';
import { pull } from './pull.service.ts';
import { reconcile } from './reconcile.service.ts';

/** How long a step judges before it hands over to its next call. */
const STEP_MS = 45_000;

const PlanInput = z.object({
  mspId: z.string(),
  integrationId: z.string(),
  runId: z.string(),
  /** Longest wait between two looks at a vendor that asked us to wait, in seconds. */
  longestWait: z.number().min(0),
});

/** What the steps after the first are given: the run, and the fence number that its plan has drawn. */
const SyncInput = PlanInput.extend({
  fence: z.int(),
  /** Companies judged by earlier calls of the same step. */
  assessed: z.int().default(0),
});

type Named = `${string}-step-${string}`;

/** First step: takes the lease and lays out what is to be pulled. */
export const planStep = (name: Named) =>
  step(name, PlanInput, async (scope, input) => ({ ...input, ...(await plan(scope, input)) }));

/** Second step: pulls the vendor's data sets page after page. */
export const pullStep = (name: Named, dataSets: readonly DataSet[]) =>
  step(name, SyncInput, async (scope, input) => ({ ...input, ...(await pull(scope, input, dataSets)) }));

/** Third step: removes what complete listings lack. */
export const reconcileStep = (name: Named, dataSets: readonly DataSet[]) =>
  step(name, SyncInput, async (scope, input) => ({ ...input, ...(await reconcile(scope, input, dataSets)) }));

/** Fourth step: judges each company that was synced, one after the other, until time is up. */
export const assessStep = (name: Named, assess: (scope: Scope, companyId: string) => Promise<void>) =>
  step(name, SyncInput, async (scope, input) => {
    const stopAt = performance.now() + STEP_MS;
    const pulls = await pullsOf(scope, input.runId);
    const synced = pulls.filter(({ state }) => state === 'done' || state === 'held');
    const companies = [...new Set(synced.map(({ companyId }) => companyId))].sort();
    let { assessed } = input;
    for (const companyId of companies.slice(assessed)) {
      if (performance.now() > stopAt) return { ...input, state: 'more', assessed };
      await assess(scope, companyId);
      assessed += 1;
    }
    return { ...input, state: 'done', assessed };
  });

/** Last step: counts the run and frees the lease. */
export const finishStep = (name: Named) => step(name, SyncInput, finish);

/** What a run ends in that could not go on. */
export const failStep = (name: Named) => step(name, SyncInput, fail);
