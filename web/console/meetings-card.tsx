import { dateIn } from '../../shared/kernel/calendar.ts';
import type { MeetingSummary } from '../../shared/meetings/meeting-summary.ts';
import { STATUSES } from '../features/meetings/statuses.ts';
import { DateText, RelativeTime } from '../ui/amount.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card, CardBody, CardHead, CardLink } from '../ui/card.tsx';
import { counted, formatTime } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import { useLocale } from '../ui/locale.tsx';

const NONE: MeetingSummary = { openActions: 0 };

/** The leaf of a calendar: month over day. */
function Leaf({ date }: { date: string }) {
  const { locale } = useLocale();
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (
    <span
      aria-hidden
      className="num flex w-11 shrink-0 flex-col items-center rounded-control border border-line py-1 text-meta"
    >
      <span className="text-ink-3">{part({ month: 'short' })}</span>
      <span className="font-semibold text-18">{part({ day: 'numeric' })}</span>
    </span>
  );
}

/** When a client is met next, and what is open since the last time. */
export function MeetingsCard({ summary = NONE, href }: { summary: MeetingSummary | undefined; href: string }) {
  const { locale, timeZone: own } = useLocale();
  const { next, lastHeldAt, openActions } = summary;
  return (
    <Card>
      <CardHead
        title="Next meeting"
        action={
          next ? (
            <CardLink href={`${href}/${next.meetingId}`}>Open agenda</CardLink>
          ) : (
            <CardLink href={`${href}?new=true`}>Plan one</CardLink>
          )
        }
      />
      <CardBody className="flex flex-col gap-2.5">
        {next ? (
          <>
            <div className="flex items-center gap-3">
              <Leaf date={dateIn(next.timeZone, new Date(next.startsAt))} />
              <div className="flex min-w-0 flex-col">
                <Link href={`${href}/${next.meetingId}`} className="break-words font-medium hover:underline">
                  {next.title}
                </Link>
                <span className="text-ink-3 text-meta">
                  <DateText iso={dateIn(next.timeZone, new Date(next.startsAt))} year={false} weekday />,{' '}
                  {formatTime(next.startsAt, locale, next.timeZone, { zone: next.timeZone !== own })},{' '}
                  <RelativeTime iso={next.startsAt} />
                </span>
              </div>
            </div>
            <div className="flex items-center justify-between gap-2 border-line border-t pt-2.5">
              <Badge tone={STATUSES[next.status].tone}>{STATUSES[next.status].word}</Badge>
              <span className="num text-ink-2 text-meta">{counted(next.itemCount, 'item')}</span>
            </div>
          </>
        ) : (
          <p className="text-ink-3">
            No meeting ahead.{' '}
            {lastHeldAt ? (
              <>
                Last met <RelativeTime iso={lastHeldAt} />.
              </>
            ) : null}
          </p>
        )}
        {openActions > 0 ? (
          <Link href={`${href}?show=actions`} className="text-ink-2 text-meta hover:underline">
            {counted(openActions, 'action is open', 'actions are open')}
          </Link>
        ) : null}
      </CardBody>
    </Card>
  );
}
