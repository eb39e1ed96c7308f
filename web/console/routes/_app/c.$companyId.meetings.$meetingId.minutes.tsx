import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { companyQuery } from '../../../features/companies/queries.ts';
import { MinutesPage } from '../../../features/meetings/minutes/minutes-page.tsx';
import { meetingQuery } from '../../../features/meetings/queries.ts';
import { wordParam } from '../../../lib/search.ts';
import { useMay, useSession } from '../../../lib/session.ts';
import { useBudgetTitles } from '../../meeting-records.ts';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

export const Route = createFileRoute('/_app/c/$companyId/meetings/$meetingId/minutes')({
  validateSearch: (raw: Record<string, unknown>): { tab?: 'preview' } => ({ tab: wordParam(raw, 'tab', ['preview']) }),
  loader: async ({ context: { queryClient }, params }) => {
    await Promise.all([
      queryClient.ensureQueryData(meetingQuery(params)),
      queryClient.ensureQueryData(companyQuery(params.companyId)),
    ]);
  },
  component: MinutesRoute,
});

function MinutesRoute() {
  const one = Route.useParams();
  const { companyId, meetingId } = one;
  const { tab = 'write' } = Route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const people = usePeople();
  const { actor, msp } = useSession();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { data: meeting } = useQuery(meetingQuery(one));
  const titleOf = useBudgetTitles(companyId, meeting?.items ?? []);
  return (
    <MinutesPage
      key={meetingId}
      one={one}
      tab={tab}
      onTab={(next) =>
        void navigate({
          to: '/c/$companyId/meetings/$meetingId/minutes',
          params: one,
          search: next === 'preview' ? { tab: 'preview' } : {},
          replace: true,
        })
      }
      around={{
        companyName: company.name,
        mspName: msp.name,
        userId: actor.userId,
        people,
        may: { write: may('meetings:write'), hold: may('meetings:hold'), plan: may('planner:write') },
        titleOf,
        hrefs: {
          list: hrefOf('meetings', companyId),
          meeting: (id) => hrefOf(`meetings/${id}`, companyId),
          live: hrefOf(`meetings/${meetingId}/live`, companyId),
          planner: (plannerItemId) => hrefOf(`planner/${plannerItemId}`, companyId),
        },
      }}
    />
  );
}
