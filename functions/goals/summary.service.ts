import { goalSummary } from '../../shared/goals/goal-summary.ts';
import type { Scope } from '../_kit/scope.ts';
import { saveSummary } from '../_kit/summary.ts';
import { goalRows } from './goal-records.ts';

/** Keeps the company's figures of its goals up to date. */
export function refreshSummary(scope: Scope, companyId: string): Promise<boolean> {
  return saveSummary(scope, companyId, 'goals', async () =>
    goalSummary(await goalRows(scope, companyId, { consistent: true })),
  );
}
