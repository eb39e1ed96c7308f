import { MOST_CONTACTS } from '../../shared/companies/contact.ts';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { SummaryEntity } from '../_kit/summary.entity.ts';
import { get } from './companies.service.ts';
import { ContactEntity } from './contact.entity.ts';
import { LocationEntity } from './location.entity.ts';

/**
 * Features that keep figures, people and sites of one company: far above what a client has, low enough to read at once. A file
 * brings at most half as many people.
 */
const MOST = 2 * MOST_CONTACTS;

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
