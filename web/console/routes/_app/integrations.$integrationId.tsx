import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { scopeCompaniesQuery } from '../../../features/companies/queries.ts';
import { IntegrationPage, type IntegrationSearch } from '../../../features/integrations/integration-page.tsx';
import { integrationQuery } from '../../../features/integrations/queries.ts';
import { textParam, wordParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';

const TABS = ['sync', 'history', 'settings'] as const;

export const Route = createFileRoute('/_app/integrations/$integrationId')({
  validateSearch: (raw: Record<string, unknown>): IntegrationSearch => ({
    tab: wordParam(raw, 'tab', TABS),
    run: textParam(raw, 'run'),
    cursor: textParam(raw, 'cursor'),
  }),
  loader: ({ context: { queryClient }, params: { integrationId } }) =>
    queryClient.ensureQueryData(integrationQuery(integrationId)),
  component: OneIntegration,
});

function OneIntegration() {
  const { integrationId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useQuery(scopeCompaniesQuery(typed));
  const options = data?.items;
  const companies = useMemo(
    () => ({ options: options ?? [], searching: isFetching, onSearch: setTyped }),
    [options, isFetching],
  );
  const companyHref = useCallback((companyId: string) => hrefOf('m365', companyId), []);
  return (
    <IntegrationPage
      key={integrationId}
      integrationId={integrationId}
      search={search}
      onSearch={(next) =>
        void navigate({ to: '/integrations/$integrationId', params: { integrationId }, search: next, replace: true })
      }
      companies={companies}
      companyHref={companyHref}
      findingsHref={hrefOf('findings', undefined)}
      onGone={() => void navigate({ to: '/integrations' })}
    />
  );
}
