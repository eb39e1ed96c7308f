import type { Links } from '../../shared/kernel/link.ts';
import { costOf, licences as counted, type Licence, type LicenceList } from '../../shared/m365/licence.ts';
import type { M365Settings } from '../../shared/m365/settings.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { linksAt } from '../platform/links.service.ts';
import { orUnknown } from './known-company.ts';
import { settings } from './settings.service.ts';
import { OrderEntity, SeatsEntity } from './tenant.entity.ts';

const MOST = 2_000;

/** Seats of a company with cost and next change. */
export async function licencesOf(
  scope: Scope,
  companyId: string,
  settled: M365Settings | Promise<M365Settings>,
): Promise<Licence[]> {
  const owner = { mspId: scope.mspId, companyId };
  const [rules, seats, orders] = await Promise.all([
    settled,
    all(scope, SeatsEntity, SeatsEntity.query.ofCompany(owner), { most: MOST }),
    all(scope, OrderEntity, OrderEntity.query.ofCompany(owner), { most: MOST }),
  ]);
  return counted(seats, orders, rules);
}

/** The licences page: every SKU of the tenant, dearest first. */
export async function licences(scope: Scope, { companyId }: { companyId: string }): Promise<LicenceList> {
  const settled = settings(scope);
  const [rules, items] = await Promise.all([settled, licencesOf(scope, companyId, settled)]);
  return orUnknown(scope, companyId, items.length === 0, { items, currency: rules.currency, ...costOf(items) });
}

/** Where a licence of this company is used. */
export async function licenceLinks(
  scope: Scope,
  { companyId, partNumber }: { companyId: string; partNumber: string },
): Promise<Links> {
  const items = await linksAt(scope, companyId, { type: 'licence', id: partNumber });
  return orUnknown(scope, companyId, items.length === 0, { items });
}
