import type { Page } from '../../shared/kernel/page.ts';
import { type M365CompanyFilter, M365Figures, type M365Overview } from '../../shared/m365/overview.ts';
import type { Scope } from '../_kit/scope.ts';
import { findMany } from '../_kit/store.ts';
import { SummaryEntity } from '../_kit/summary.entity.ts';
import { summaryOf } from '../_kit/summary.ts';
import { list as listCompanies } from '../companies/companies.service.ts';
import { sourceOf } from '../integrations/organisations.service.ts';
import { orUnknown } from './known-company.ts';

/** Figures of an older shape are left out until the next sync writes them anew. */
function figuresOf(figures: unknown): M365Figures | undefined {
  return M365Figures.safeParse(figures).data;
}

/** Whether and how a company's Microsoft 365 is connected, with its figures. */
export async function overview(scope: Scope, { companyId }: { companyId: string }): Promise<M365Overview> {
  const [source, summary] = await Promise.all([
    sourceOf(scope, companyId, 'microsoft-365'),
    summaryOf(scope, companyId, 'm365'),
  ]);
  const state: M365Overview['connection']['state'] = !source
    ? 'not-connected'
    : source.leaving
      ? 'leaving'
      : 'connected';
  const figures = source ? figuresOf(summary?.figures) : undefined;
  return orUnknown(scope, companyId, !source && !summary, {
    companyId,
    connection: { state, tenant: source?.name, integrationId: source?.integrationId },
    ...(figures ? { figures, updatedAt: summary?.updatedAt } : {}),
  });
}

/** The clients that the actor sees, each with its figures. */
export async function listCompaniesWithFigures(
  scope: Scope,
  input: M365CompanyFilter,
): Promise<Page<{ companyId: string; name: string; figures?: M365Figures; updatedAt?: string }>> {
  const companies = await listCompanies(scope, input);
  const gets = companies.items.map(({ companyId }) =>
    SummaryEntity.get({ mspId: scope.mspId, companyId, feature: 'm365' }),
  );
  const summaries = new Map((await findMany(scope, SummaryEntity, gets)).map((row) => [row.companyId, row]));
  const items = companies.items.map(({ companyId, name }) => {
    const summary = summaries.get(companyId);
    const figures = figuresOf(summary?.figures);
    return { companyId, name, ...(figures && summary ? { figures, updatedAt: summary.updatedAt } : {}) };
  });
  return { ...companies, items };
}
