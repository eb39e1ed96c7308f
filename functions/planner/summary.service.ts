import { isClosedItem } from '../../shared/planner/closed-statuses.ts';
import { plannerSummary } from '../../shared/planner/planner-summary.ts';
import type { Scope } from '../_kit/scope.ts';
import { saveSummary } from '../_kit/summary.ts';
import { get as getCompany } from '../companies/companies.service.ts';
import { itemRows } from './estimates.service.ts';

/** Keeps the company's figures of its roadmap up to date. */
export async function refreshSummary(scope: Scope, companyId: string): Promise<boolean> {
  const { fiscalYearStart } = await getCompany(scope, { companyId });
  return saveSummary(scope, companyId, 'planner', async () => {
    const rows = await itemRows(scope, companyId, { consistent: true });
    return plannerSummary(
      rows.filter((row) => !isClosedItem(row)),
      fiscalYearStart,
    );
  });
}
