import { createFileRoute, notFound, useNavigate } from '@tanstack/react-router';
import { ActivityPage } from '../../features/portal/activity-page.tsx';
import { type ActivitySearch, KINDS, monthOf, SIDES } from '../../features/portal/activity-search.ts';
import { textParam, wordParam } from '../../lib/search.ts';
import { sessionQuery, useSession } from '../../lib/session.ts';
import { NotFound } from '../route-states.tsx';

export const Route = createFileRoute('/portal/$mspSlug/_app/activity')({
  validateSearch: (raw: Record<string, unknown>): ActivitySearch => ({
    month: monthOf(textParam(raw, 'month')),
    kind: wordParam(raw, 'kind', KINDS),
    by: wordParam(raw, 'by', SIDES),
  }),
  loader: async ({ context: { queryClient } }) => {
    const { permissions } = await queryClient.ensureQueryData(sessionQuery());
    if (!permissions.includes('portal:audit')) throw notFound();
  },
  // Who is not told of it stays in the portal's frame.
  notFoundComponent: NotFound,
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
