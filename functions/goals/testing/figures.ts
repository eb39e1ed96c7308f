import { companyRefreshed } from '../../../events/m365.ts';
import { commit } from '../../_kit/commit.ts';
import { newId } from '../../_kit/new-id.ts';
import { put } from '../../_kit/operations.ts';
import { stamped } from '../../_kit/record.ts';
import { systemScope } from '../../_kit/scope.ts';
import { find } from '../../_kit/store.ts';
import { saveSummary } from '../../_kit/summary.ts';
import { as } from '../../_kit/testing/world.ts';
import { CompanySourceEntity } from '../../integrations/organisation.entity.ts';

/** What a sync of Microsoft 365 says of a client now. */
export function figuresAre(
  mspId: string,
  companyId: string,
  { scorePercent, wasteMonthlyMinor }: { scorePercent: number; wasteMonthlyMinor: number },
): Promise<void> {
  const scope = systemScope(mspId, 'goals-test');
  const figures = {
    scorePercent,
    users: 40,
    guests: 0,
    licences: 40,
    licenceMonthlyMinor: 80_000,
    wastedLicences: 2,
    wasteMonthlyMinor,
    currency: 'USD',
    toAddress: 3,
  };
  const vendor = 'microsoft-365' as const;
  const tenant = {
    companyId,
    vendor,
    integrationId: newId(),
    organisationId: newId(),
    externalId: 'x',
    name: 'Tenant',
  };
  return as('m365-step-assess', async () => {
    const key = CompanySourceEntity.get({ mspId, companyId, vendor });
    if (!(await find(scope, CompanySourceEntity, key))) {
      await commit(scope, [put(CompanySourceEntity, stamped(scope, tenant), { audit: false })]);
    }
    await saveSummary(scope, companyId, 'm365', async () => figures);
    await commit(scope, [], [companyRefreshed.of({ companyId })]);
  });
}
