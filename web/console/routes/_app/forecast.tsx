import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { ChooseClient } from '../../../features/companies/choose-client.tsx';
import { textParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/forecast')({
  validateSearch: (raw: Record<string, unknown>) => ({ q: textParam(raw, 'q') }),
  component: AllForecasts,
});

function AllForecasts() {
  const { q } = Route.useSearch();
  const navigate = useNavigate();
  return (
    <ChooseClient
      title="Forecast"
      fact="A forecast is of one client. Choose whose."
      search={q ?? ''}
      onSearch={(text) => void navigate({ to: '/forecast', search: { q: text || undefined }, replace: true })}
      hrefOf={(companyId) => hrefOf('forecast', companyId)}
    />
  );
}
