import { createFileRoute, notFound, useNavigate } from '@tanstack/react-router';
import { ActivityPage } from '../../features/portal/activity-page.tsx';
import { type ActivitySearch, KINDS, SIDES } from '../../features/portal/activity-search.ts';
import { textParam, wordParam } from '../../lib/search.ts';
import { sessionQuery, useSession } from '../../lib/session.ts';

export const Route = createFileRoute('/portal/$mspSlug/_app/activity')({
  validateSearch: (raw: Record<string, unknown>): ActivitySearch => ({
    month: textParam(raw, 'month'),
    kind: wordParam(raw, 'kind', KINDS),
    by: wordParam(raw, 'by', SIDES),
  }),
  beforeLoad: async ({ context: { queryClient } }) => {
    const { permissions } = await queryClient.ensureQueryData(sessionQuery());
    if (!permissions.includes('portal:audit')) throw notFound();
  },
  component: Activity,
});

function Activity() {
  const { msp } = useSession();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <ActivityPage
      mspName={msp.name}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
