import type { Scope } from '../_kit/scope.ts';
import { pullsOf } from '../integrations/plan.service.ts';
import type { StepKey } from '../integrations/pull.service.ts';
import { assess } from './assess.service.ts';

const STEP_MS = 45_000;

/**
 * Fourth step of a sync, called until it says `done`: judges each company that was synced, one after the other.
 *
 * @param from how many companies earlier calls have judged
 */
export async function assessCompanies(
  scope: Scope,
  { runId }: StepKey,
  from: number,
): Promise<{ state: 'more' | 'done'; assessed: number }> {
  const stopAt = performance.now() + STEP_MS;
  const pulls = await pullsOf(scope, runId);
  const synced = pulls.filter(({ state }) => state === 'done' || state === 'held');
  const companies = [...new Set(synced.map(({ companyId }) => companyId))].sort();
  let assessed = from;
  for (const companyId of companies.slice(from)) {
    if (performance.now() > stopAt) return { state: 'more', assessed };
    await assess(scope, companyId);
    assessed += 1;
  }
  return { state: 'done', assessed };
}
