import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { CompanyList, type ListSearch } from '../../../features/companies/company-list.tsx';
import { flagParam, textParam, wordParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/')({
  validateSearch: (raw: Record<string, unknown>): ListSearch => ({
    q: textParam(raw, 'q'),
    status: wordParam(raw, 'status', ['active', 'onboarding', 'archived']),
    cursor: textParam(raw, 'cursor'),
    new: flagParam(raw, 'new'),
  }),
  component: Clients,
});

function Clients() {
  const search = Route.useSearch();
  const navigate = useNavigate();
  return (
    <CompanyList
      search={search}
      importHref={hrefOf('import', undefined)}
      onSearch={(next) => void navigate({ to: '/', search: next, replace: true })}
      onOpen={(companyId) => void navigate({ to: '/c/$companyId', params: { companyId } })}
    />
  );
}
