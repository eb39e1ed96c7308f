import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AllMeetings } from '../../../features/meetings/all-meetings.tsx';
import { filterOf, parseMeetingSearch } from '../../../features/meetings/meeting-search.ts';
import { meetingsQuery } from '../../../features/meetings/queries.ts';
import { useMay } from '../../../lib/session.ts';
import { useClientName } from '../../client-names.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

const PlanMeeting = lazy(() => import('../../plan-meeting.tsx'));

export const Route = createFileRoute('/_app/meetings')({
  validateSearch: parseMeetingSearch,
  loaderDeps: ({ search }) => filterOf(search),
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(meetingsQuery(undefined, deps));
  },
  component: Meetings,
});

function Meetings() {
  const search = Route.useSearch();
  const navigate = useNavigate();
  const people = usePeople();
  const may = useMay();
  const clientName = useClientName();
  const onSearch = (next: typeof search) => void navigate({ to: '/meetings', search: next, replace: true });
  return (
    <>
      <AllMeetings
        search={search}
        onSearch={onSearch}
        clientName={clientName}
        people={people}
        hrefOf={({ companyId, meetingId }) => hrefOf(`meetings/${meetingId}`, companyId)}
        templatesHref={hrefOf('meeting-templates', undefined)}
      />
      <Suspense>
        {search.new && may('meetings:write') ? (
          <PlanMeeting
            templateId={search.template}
            onClose={() => onSearch({ ...search, new: undefined, template: undefined })}
          />
        ) : null}
      </Suspense>
    </>
  );
}
