import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { isUnresolved } from '../../../../shared/meetings/unresolved.ts';
import { meetingQuery } from '../queries.ts';
import type { MinutesAround } from './minutes-page.tsx';
import { NextCard } from './side-cards.tsx';
import { StandsCard } from './stands-card.tsx';

/** The next meeting of a series is made by a fact, a moment after this one was closed. */
const SOON_MS = 60_000;
const EVERY_MS = 2_000;

/** Minutes that are closed: as they were sent, and how they can be checked. */
export function Standing({
  meeting,
  around,
  paper,
}: {
  meeting: MeetingDetail;
  around: MinutesAround;
  paper: ReactNode;
}) {
  const { companyId, nextMeetingId, repeat, closedAt = '', items } = meeting;
  useQuery({
    ...meetingQuery(meeting),
    refetchInterval: ({ state: { data } }) =>
      data?.repeat && !data.nextMeetingId && Date.now() - Date.parse(closedAt) < SOON_MS ? EVERY_MS : false,
  });
  const { data: next } = useQuery({
    ...meetingQuery({ companyId, meetingId: nextMeetingId ?? '' }),
    enabled: nextMeetingId !== undefined,
  });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem] print:block">
      {paper}
      <div className="no-print flex min-w-0 flex-col gap-4">
        <StandsCard meeting={meeting} people={around.people} />
        <NextCard
          isClosed
          left={items.filter(isUnresolved)}
          repeats={repeat !== undefined}
          nextAt={next?.startsAt}
          nextHref={nextMeetingId ? around.hrefs.meeting(nextMeetingId) : undefined}
        />
      </div>
    </div>
  );
}
