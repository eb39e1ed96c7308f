import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { MinutesView } from '../../features/meetings/minutes/minutes-view.tsx';
import { homeQuery, minutesQuery } from '../../features/portal/queries.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { hrefsOf } from '../hrefs.ts';

export const Route = createFileRoute('/portal/$mspSlug/_app/meetings/$meetingId')({
  loader: ({ context: { queryClient }, params: { meetingId } }) =>
    Promise.all([queryClient.ensureQueryData(minutesQuery(meetingId)), queryClient.ensureQueryData(homeQuery())]),
  component: HeldMeeting,
});

/** The minutes of a meeting, as they stand. */
function HeldMeeting() {
  const { mspSlug, meetingId } = Route.useParams();
  const { msp } = useSession();
  const { data: minutes } = useSuspenseQuery(minutesQuery(meetingId));
  const { data: home } = useSuspenseQuery(homeQuery());
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Meetings', href: hrefsOf(mspSlug).meetings }]}
        title="Minutes"
        actions={
          <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
        }
      />
      <MinutesView minutes={minutes} from={{ msp: msp.name, company: home.company.name }} />
    </>
  );
}
