import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { companyQuery, scopeCompaniesQuery } from '../features/companies/queries.ts';

/** The name of a client that the first hundred do not hold. */
function ClientName({ companyId }: { companyId: string }) {
  return useQuery(companyQuery(companyId)).data?.name ?? '…';
}

/** Names of clients by id, for lists over all of them; stable as long as the names are. */
export function useClientName(): (companyId: string) => ReactNode {
  const companies = useQuery(scopeCompaniesQuery()).data?.items;
  const names = useMemo(() => new Map(companies?.map(({ companyId, name }) => [companyId, name])), [companies]);
  return useCallback((companyId: string) => names.get(companyId) ?? <ClientName companyId={companyId} />, [names]);
}
