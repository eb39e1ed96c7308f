import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { filterOf, parseClientSearch } from '../../../features/meetings/meeting-search.ts';
import { MeetingsPage } from '../../../features/meetings/meetings-page.tsx';
import { actionsQuery, meetingsQuery } from '../../../features/meetings/queries.ts';
import { useMay } from '../../../lib/session.ts';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

const PlanMeeting = lazy(() => import('../../plan-meeting.tsx'));

export const Route = createFileRoute('/_app/c/$companyId/meetings/')({
  validateSearch: parseClientSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, params: { companyId }, deps }) => {
    if (deps.show === 'actions')
      void queryClient.prefetchInfiniteQuery(actionsQuery(companyId, deps.closed ? 'closed' : 'open'));
    else void queryClient.prefetchInfiniteQuery(meetingsQuery(companyId, filterOf(deps)));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Meetings,
});

function Meetings() {
  const { companyId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const people = usePeople();
  const may = useMay();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const onSearch = (next: typeof search) =>
    void navigate({ to: '/c/$companyId/meetings', params: { companyId }, search: next, replace: true });
  const itemHref = (plannerItemId: string) => hrefOf(`planner/${plannerItemId}`, companyId);
  return (
    <>
      <MeetingsPage
        key={companyId}
        company={company}
        search={search}
        onSearch={onSearch}
        people={people}
        hrefOf={(meetingId) => hrefOf(`meetings/${meetingId}`, companyId)}
        templatesHref={hrefOf('meeting-templates', undefined)}
        itemHref={itemHref}
        onOpenItem={(plannerItemId) => router.history.push(itemHref(plannerItemId))}
      />
      <Suspense>
        {search.new && may('meetings:write') && company.status !== 'archived' ? (
          <PlanMeeting
            key={companyId}
            companyId={companyId}
            templateId={search.template}
            onClose={() => onSearch({ ...search, new: undefined, template: undefined })}
          />
        ) : null}
      </Suspense>
    </>
  );
}
