import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClientMeeting, ClientMeetingRow } from '../../../shared/meetings/client-meeting.ts';
import type { Exhibit } from '../../../shared/meetings/exhibit.ts';
import { timeText } from '../../../shared/meetings/time-text.ts';
import type { PortalMeetings } from '../../../shared/portal/portal.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState } from '../../ui/states.tsx';

/** What the company and its MSP talk about next, and what they decided before. */
export function MeetingsPage({
  mspName,
  meetings,
  exhibit,
  minutesHref,
}: {
  mspName: string;
  meetings: PortalMeetings;
  /** The figures of the agenda item of this title. */
  exhibit: (figures: Exhibit, of: string) => ReactNode;
  minutesHref: (meetingId: string) => string;
}) {
  const { ahead, over } = meetings;
  return (
    <>
      <PageHead title="Meetings" fact={`What you and ${mspName} talk about, and what was decided.`} />
      {ahead.length === 0 ? (
        <Card>
          <EmptyState title="No meeting is planned">
            When {mspName} publishes the agenda of your next meeting, it stands here.
          </EmptyState>
        </Card>
      ) : (
        ahead.map((meeting) => <Ahead key={meeting.meetingId} meeting={meeting} exhibit={exhibit} />)
      )}
      {over.length > 0 ? (
        <Card>
          <CardHead title="Held before" ruled />
          <ul className="divide-y divide-line">
            {over.map((meeting) => (
              <li key={meeting.meetingId}>
                <Over meeting={meeting} href={minutesHref(meeting.meetingId)} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}

function Ahead({ meeting, exhibit }: { meeting: ClientMeeting; exhibit: (figures: Exhibit, of: string) => ReactNode }) {
  const { locale } = useLocale();
  const { title, startsAt, durationMinutes, timeZone, place, people, items, underWay } = meeting;
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <Card>
      <div className="flex flex-col gap-1 border-line border-b px-4 py-3.5">
        <h2 className="flex flex-wrap items-center gap-2 font-semibold text-15">
          {title}
          {underWay ? <Badge tone="info">Under way</Badge> : null}
        </h2>
        <p className="num">{timeText(startsAt, durationMinutes, timeZone, locale)}</p>
        {place ? <p className="break-words text-ink-2">{place}</p> : null}
        {people.length > 0 ? <p className="text-ink-3 text-meta">With {people.join(', ')}</p> : null}
      </div>
      {items.length === 0 ? (
        <EmptyState title="The agenda is still open" className="py-8" />
      ) : (
        <ol aria-label={`Agenda, ${minutes} minutes`} className="divide-y divide-line">
          {items.map((item, index) => {
            const { facts, table } = item.exhibit;
            const hasMore = Boolean(item.text) || facts.length > 0 || Boolean(table);
            return (
              <li key={item.agendaItemId}>
                <div className="flex min-h-11 items-center gap-3 px-4 py-2.5">
                  <span className="num w-6 shrink-0 text-ink-3">{index + 1}</span>
                  <span className="min-w-0 flex-1 font-medium">{item.title}</span>
                  {item.purpose === 'decide' ? <Badge tone="info">To decide</Badge> : null}
                  <span className="num shrink-0 text-ink-3 text-meta">{item.minutes} min</span>
                </div>
                {hasMore ? (
                  <div className="flex flex-col gap-3 px-4 pb-4 sm:pl-13">
                    {item.text ? <p className="whitespace-pre-line text-ink-2">{item.text}</p> : null}
                    {exhibit(item.exhibit, item.title)}
                  </div>
                ) : null}
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}

function Over({ meeting, href }: { meeting: ClientMeetingRow; href: string }) {
  const { locale } = useLocale();
  const { title, startsAt, durationMinutes, timeZone } = meeting;
  return (
    <Link href={href} className="flex min-h-16 items-center gap-3 px-4 py-3 outline-offset-[-3px] hover:bg-hover">
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="font-medium">{title}</span>
        <span className="num text-ink-3 text-meta">{timeText(startsAt, durationMinutes, timeZone, locale)}</span>
      </span>
      <span className="text-ink-2 text-meta">Minutes</span>
      <ArrowRight aria-hidden className="size-4 shrink-0 text-ink-2" />
    </Link>
  );
}
