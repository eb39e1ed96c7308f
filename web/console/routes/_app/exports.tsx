import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useCallback } from 'react';
import { scopeCompaniesQuery } from '../../../features/companies/queries.ts';
import { ExportPage } from '../../../features/exports/export-page.tsx';
import { exportsQuery } from '../../../features/exports/queries.ts';

export const Route = createFileRoute('/_app/exports')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(exportsQuery()),
  component: Exports,
});

function Exports() {
  const companies = useQuery(scopeCompaniesQuery()).data?.items;
  const clientName = useCallback(
    (companyId: string) => companies?.find((company) => company.companyId === companyId)?.name,
    [companies],
  );
  return <ExportPage clientName={clientName} />;
}
