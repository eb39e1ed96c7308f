import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { LinkEnd } from '../../../../shared/kernel/link.ts';
import { recordPath } from '../../../../shared/kernel/record-path.ts';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { companyQuery } from '../../../features/companies/queries.ts';
import { MeetingPage } from '../../../features/meetings/meeting-page.tsx';
import { meetingHistoryQuery, meetingQuery } from '../../../features/meetings/queries.ts';
import { textParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';
import { useInvitable } from '../../use-invitable.ts';

const PlanMeeting = lazy(() => import('../../plan-meeting.tsx'));

export const Route = createFileRoute('/_app/c/$companyId/meetings/$meetingId/')({
  validateSearch: (raw: Record<string, unknown>): { peek?: string } => ({ peek: textParam(raw, 'peek') }),
  loader: async ({ context: { queryClient }, params }) => {
    void queryClient.prefetchInfiniteQuery(meetingHistoryQuery(params));
    await Promise.all([
      queryClient.ensureQueryData(meetingQuery(params)),
      queryClient.ensureQueryData(companyQuery(params.companyId)),
    ]);
  },
  component: Meeting,
});

function Meeting() {
  const { companyId, meetingId } = Route.useParams();
  const { peek } = Route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const people = usePeople();
  const invitable = useInvitable(companyId);
  const [after, setAfter] = useState<MeetingDetail>();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const hrefs = useMemo(() => {
    const at = (path: string) => hrefOf(path, companyId);
    return {
      list: at('meetings'),
      live: at(`meetings/${meetingId}/live`),
      minutes: at(`meetings/${meetingId}/minutes`),
      meeting: (id: string) => at(`meetings/${id}`),
      item: (id: string) => at(`planner/${id}`),
      record: (record: LinkEnd) => recordPath(companyId, record),
    };
  }, [companyId, meetingId]);
  return (
    <>
      <MeetingPage
        key={meetingId}
        company={company}
        meetingId={meetingId}
        people={people}
        invitable={invitable}
        peek={peek}
        onPeek={(next) =>
          void navigate({
            to: '/c/$companyId/meetings/$meetingId',
            params: { companyId, meetingId },
            search: { peek: next },
            replace: peek !== undefined,
          })
        }
        hrefs={hrefs}
        onOpenItem={(plannerItemId) => router.history.push(hrefs.item(plannerItemId))}
        onNext={setAfter}
      />
      <Suspense>
        {after ? (
          <PlanMeeting
            key={after.meetingId}
            companyId={companyId}
            previous={after}
            onClose={() => setAfter(undefined)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
