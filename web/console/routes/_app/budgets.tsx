import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { ChooseClient } from '../../../features/companies/choose-client.tsx';
import { textParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/budgets')({
  validateSearch: (raw: Record<string, unknown>) => ({ q: textParam(raw, 'q') }),
  component: AllBudgets,
});

function AllBudgets() {
  const { q } = Route.useSearch();
  const navigate = useNavigate();
  return (
    <ChooseClient
      title="Budgets"
      fact="A budget belongs to one client. Choose whose."
      search={q ?? ''}
      onSearch={(text) => void navigate({ to: '/budgets', search: { q: text || undefined }, replace: true })}
      hrefOf={(companyId) => hrefOf('budgets', companyId)}
    />
  );
}
