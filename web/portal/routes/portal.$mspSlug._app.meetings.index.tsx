import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { ExhibitView } from '../../features/meetings/exhibit-view.tsx';
import { MeetingsPage } from '../../features/portal/meetings-page.tsx';
import { meetingsQuery } from '../../features/portal/queries.ts';
import { useSession } from '../../lib/session.ts';
import { hrefsOf } from '../hrefs.ts';

export const Route = createFileRoute('/portal/$mspSlug/_app/meetings/')({
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(meetingsQuery()),
  component: Meetings,
});

function Meetings() {
  const { mspSlug } = Route.useParams();
  const { msp } = useSession();
  const { data: meetings } = useSuspenseQuery(meetingsQuery());
  return (
    <MeetingsPage
      mspName={msp.name}
      meetings={meetings}
      exhibit={(figures, of) => <ExhibitView exhibit={figures} of={of} />}
      minutesHref={(meetingId) => `${hrefsOf(mspSlug).meetings}/${meetingId}`}
    />
  );
}
