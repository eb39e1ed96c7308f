import { totalOf } from '../../shared/budgets/amounts.ts';
import type { Budget } from '../../shared/budgets/budget.ts';
import type { Company } from '../../shared/companies/company.ts';
import { decimal } from '../../shared/exports/csv.ts';
import type { FindingRow } from '../../shared/findings/finding.ts';
import type { PlannerItem } from '../../shared/planner/planner-item.ts';
import type { Report } from '../../shared/reports/report.ts';
import { list as budgetsOf } from '../budgets/budgets.service.ts';
import { list as companiesOf } from '../companies/companies.service.ts';
import { listAll as allFindings, list as findingsOf } from '../findings/findings.service.ts';
import { list as itemsOf } from '../planner/planner.service.ts';
import { list as reportsOf } from '../reports/reports.service.ts';
import { listing, withClient } from './listing.ts';

export const companies = listing<'companies', Company>(
  [
    ['Client', (row) => row.name],
    ['Industry', (row) => row.industry],
    ['Agreement', (row) => row.agreement],
    ['Seats', (row) => row.seats],
    ['Status', (row) => row.status],
    ['Website', (row) => row.website],
    ['Phone', (row) => row.phone],
    ['Currency', (row) => row.currency],
    ['Time zone', (row) => row.timeZone],
    ['Fiscal year starts in month', (row) => row.fiscalYearStart],
  ],
  (scope, { filter, limit, cursor }) => companiesOf(scope, { ...filter, limit, cursor }),
);

export const findings = listing<'findings', FindingRow & { client: string }>(
  [
    ['Finding', (row) => row.title],
    ['Client', (row) => row.client],
    ['Risk', (row) => row.risk],
    ['Status', (row) => row.status],
    ['Source', (row) => row.raisedBy],
    ['Why', (row) => row.why],
    ['Records affected', (row) => row.affectedCount],
    ['Estimate', (row) => row.estimate && decimal(row.estimate.minor, row.estimate.currency)],
    ['Saving a year', (row) => row.saving && decimal(row.saving.minorPerYear, row.saving.currency)],
    ['Currency', (row) => row.estimate?.currency ?? row.saving?.currency],
    ['Raised', (row) => row.raisedAt],
    ['Decided', (row) => row.decidedAt],
    ['Healed', (row) => row.healedAt],
  ],
  async (scope, { companyId, filter, limit, cursor }) => {
    const wanted = { ...filter, limit, cursor };
    return withClient(
      scope,
      await (companyId ? findingsOf(scope, { ...wanted, companyId }) : allFindings(scope, wanted)),
    );
  },
);

export const planner = listing<'planner', PlannerItem>(
  [
    ['Item', (row) => row.title],
    ['Lane', (row) => row.lane],
    ['Status', (row) => row.status],
    ['Start', (row) => row.startDate],
    ['End', (row) => row.endDate],
    ['Priority', (row) => row.priority],
    ['Hours', (row) => row.hours],
    ['Estimate', (row) => decimal(row.oneTimeMinor, row.currency)],
    ['A month', (row) => decimal(row.monthlyMinor, row.currency)],
    ['A year', (row) => decimal(row.annualMinor, row.currency)],
    ['Currency', (row) => row.currency],
    ['Published', (row) => row.publishedAt],
    ['Changed', (row) => row.updatedAt],
  ],
  async (scope, { companyId, filter: { lanes, statuses, ...filter }, limit, cursor }) => {
    const page = await itemsOf(scope, { ...filter, companyId, limit, cursor });
    const wanted = (row: PlannerItem) =>
      (lanes?.includes(row.lane) ?? true) && (statuses?.includes(row.status) ?? true);
    return { ...page, items: page.items.filter(wanted) };
  },
);

export const budgets = listing<'budgets', Budget>(
  [
    ['Budget', (row) => row.title],
    ['Fiscal year', (row) => row.fiscalYear],
    ['Status', (row) => row.status],
    ['Pending', (row) => decimal(row.sums.pending, row.currency)],
    ['Approved', (row) => decimal(row.sums.approved, row.currency)],
    ['Rejected', (row) => decimal(row.sums.rejected, row.currency)],
    ['Total', (row) => decimal(totalOf(row.sums), row.currency)],
    ['Currency', (row) => row.currency],
    ['Due', (row) => row.dueDate],
    ['Sent', (row) => row.sentAt],
    ['Changed', (row) => row.updatedAt],
  ],
  (scope, { companyId, filter, limit, cursor }) => budgetsOf(scope, { ...filter, companyId, limit, cursor }),
);

export const reports = listing<'reports', Report>(
  [
    ['Report', (row) => row.title],
    ['From', (row) => row.period.from],
    ['To', (row) => row.period.to],
    ['Pages', (row) => row.made?.pdf.pages],
    ['Made', (row) => row.createdAt],
    ['Client sees it since', (row) => row.publishedAt],
    ['Status', (row) => row.status],
  ],
  (scope, { companyId, limit, cursor }) => reportsOf(scope, { companyId, limit, cursor }),
);
