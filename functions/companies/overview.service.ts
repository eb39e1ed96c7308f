import { MOST_CONTACTS } from '../../shared/companies/contact.ts';
import { MOST_LOCATIONS } from '../../shared/companies/location.ts';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { SummaryEntity } from '../_kit/summary.entity.ts';
import { get } from './companies.service.ts';
import { ContactEntity } from './contact.entity.ts';
import { LocationEntity } from './location.entity.ts';

/**
 * Features that keep figures, people and sites of one company: low enough to read at once, and twice what may be added, for
 * those who add the last ones at the same time.
 */
const MOST = 2 * Math.max(MOST_CONTACTS, MOST_LOCATIONS);

/** What is known about a company: its record, and each feature's own figures, in one round of reads. */
export async function overview(scope: Scope, { companyId }: { companyId: string }): Promise<CompanyOverview> {
  const owner = { mspId: scope.mspId, companyId };
  const [company, contacts, locations, summaries] = await Promise.all([
    get(scope, owner),
    all(scope, ContactEntity, ContactEntity.query.inCompany(owner), { most: MOST }),
    all(scope, LocationEntity, LocationEntity.query.inCompany(owner), { most: MOST }),
    all(scope, SummaryEntity, SummaryEntity.query.ofCompany(owner), { most: MOST }),
  ]);
  return { company, contacts: contacts.length, locations: locations.length, summaries };
}
