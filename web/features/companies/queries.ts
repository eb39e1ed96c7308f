import { keepPreviousData } from '@tanstack/react-query';
import type { CompanyFilter } from '../../../shared/companies/company.ts';
import { api } from '../../lib/api.ts';

type ListInput = Partial<Omit<CompanyFilter, 'limit'>> & { limit?: number };

/** A page of clients by name. Rows on screen stay while the next page or filter loads. */
export const companiesQuery = (input: ListInput) =>
  api.companies.list.queryOptions({ input, placeholderData: keepPreviousData });
/** The clients that the scope switcher offers at once; it asks the server for more by name. */
export const scopeCompaniesQuery = (q = '') =>
  api.companies.list.queryOptions({ input: { limit: 100, ...(q ? { q } : {}) }, staleTime: 5 * 60_000 });
export const companyQuery = (companyId: string) => api.companies.get.queryOptions({ input: { companyId } });
export const overviewQuery = (companyId: string) => api.companies.overview.queryOptions({ input: { companyId } });
/** Contacts on a page. */
export const CONTACTS_SHOWN = 100;
export const contactsQuery = (companyId: string, cursor?: string) =>
  api.companies.listContacts.queryOptions({
    input: { companyId, limit: CONTACTS_SHOWN, ...(cursor ? { cursor } : {}) },
  });
export const locationsQuery = (companyId: string) =>
  api.companies.listLocations.queryOptions({ input: { companyId, limit: 100 } });

/** Everything about clients, for invalidation after a change. */
export const companiesKey = () => api.companies.key();
