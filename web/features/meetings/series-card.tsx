import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, CalendarPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { REPEAT_WORDS } from '../../../shared/meetings/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { MeetingWhen } from './meeting-when.tsx';
import { meetingQuery } from './queries.ts';

/** A neighbour in the series, by title and time. */
function Neighbour({
  label,
  icon,
  companyId,
  meetingId,
  hrefOf,
}: {
  label: string;
  icon: ReactNode;
  companyId: string;
  meetingId: string;
  hrefOf: (meetingId: string) => string;
}) {
  const { data } = useQuery(meetingQuery({ companyId, meetingId }));
  return (
    <li className="flex items-start gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3">
      {icon}
      <span className="flex min-w-0 flex-col">
        <span className="text-ink-3 text-meta">{label}</span>
        <TextLink href={hrefOf(meetingId)} className="break-words">
          {data?.title ?? 'Meeting'}
        </TextLink>
        <span className="text-ink-3 text-meta">{data ? <MeetingWhen meeting={data} /> : null}</span>
      </span>
    </li>
  );
}

/** What came before and what comes after, for a meeting that is not alone. */
export function SeriesCard({
  meeting,
  hrefOf,
  onNext,
}: {
  meeting: MeetingDetail;
  hrefOf: (meetingId: string) => string;
  /** Plans the one after a meeting that is over; absent for who may not. */
  onNext?: () => void;
}) {
  const { companyId, previousMeetingId, nextMeetingId, repeat, status } = meeting;
  const isOver = status === 'closed' || status === 'cancelled';
  const isEnd = isOver && !nextMeetingId;
  if (!previousMeetingId && !nextMeetingId && !repeat && !isEnd) return null;
  return (
    <Card>
      <CardHead title="Series" fact={repeat ? REPEAT_WORDS[repeat] : undefined} />
      <CardBody className="flex flex-col gap-2.5">
        <ul className="flex flex-col gap-2.5 empty:hidden">
          {previousMeetingId ? (
            <Neighbour
              label="Last one"
              icon={<ArrowLeft aria-hidden />}
              {...{ companyId, hrefOf }}
              meetingId={previousMeetingId}
            />
          ) : null}
          {nextMeetingId ? (
            <Neighbour
              label="Next one"
              icon={<ArrowRight aria-hidden />}
              {...{ companyId, hrefOf }}
              meetingId={nextMeetingId}
            />
          ) : null}
        </ul>
        {nextMeetingId ? null : repeat && !isOver ? (
          <p className="text-ink-2 text-meta">
            The next one is planned when this one is closed, with what it leaves open.
          </p>
        ) : isEnd && onNext ? (
          <Button icon={<CalendarPlus aria-hidden />} className="self-start" onClick={onNext}>
            Plan the next one
          </Button>
        ) : null}
      </CardBody>
    </Card>
  );
}
