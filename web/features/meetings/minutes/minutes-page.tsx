import { useQuery } from '@tanstack/react-query';
import { Play, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OneMeeting } from '../../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { TYPE_WORDS } from '../../../../shared/meetings/words.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { counted, formatDate } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { useLocale } from '../../../ui/locale.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { CardSkeleton } from '../../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/states.tsx';
import { unsavedWords } from '../live/kept-meeting.ts';
import { meetingQuery, minutesQuery } from '../queries.ts';
import { STATUSES } from '../statuses.ts';
import { MinutesView } from './minutes-view.tsx';
import { Standing } from './standing.tsx';
import { WritingUp } from './writing-up.tsx';

export type MinutesTab = 'write' | 'preview';

/** What the route knows of other features for minutes. */
export interface MinutesAround {
  companyName: string;
  mspName: string;
  userId: string;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  may: { write: boolean; hold: boolean; plan: boolean };
  titleOf: (budgetId: string) => string | undefined;
  hrefs: {
    list: string;
    meeting: (meetingId: string) => string;
    live: string;
    planner: (plannerItemId: string) => string;
  };
}

/** The minutes of one meeting: written up after it was held, and frozen once they are closed. */
export function MinutesPage({
  one,
  tab,
  onTab,
  around,
}: {
  one: OneMeeting;
  tab: MinutesTab;
  onTab: (tab: MinutesTab) => void;
  around: MinutesAround;
}) {
  const { data: meeting, error, refetch } = useQuery(meetingQuery(one));
  const isHeld = meeting !== undefined && ['live', 'minutes', 'closed'].includes(meeting.status);
  const minutes = useQuery({ ...minutesQuery(one), enabled: isHeld });
  if (error && !meeting) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!meeting) return <CardSkeleton label="Loading the minutes" rows={12} className="min-h-120" />;
  const paper = minutes.data ? (
    <MinutesView minutes={minutes.data} from={{ msp: around.mspName, company: around.companyName }} />
  ) : minutes.error ? (
    <ErrorState error={minutes.error} onRetry={() => void minutes.refetch()} />
  ) : (
    <CardSkeleton label="Loading the minutes" rows={12} className="mx-auto min-h-120 w-full max-w-180" />
  );
  return (
    <div className="flex flex-col gap-4">
      <Head meeting={meeting} around={around} printable={minutes.data !== undefined} />
      <Body meeting={meeting} around={around} tab={tab} onTab={onTab} paper={paper} />
    </div>
  );
}

function Head({ meeting, around, printable }: { meeting: MeetingDetail; around: MinutesAround; printable: boolean }) {
  const { locale, timeZone } = useLocale();
  const { title, type, status, startedAt, startsAt } = meeting;
  return (
    <PageHead
      className="print:hidden"
      crumbs={[
        { label: 'Meetings', href: around.hrefs.list },
        { label: title, href: around.hrefs.meeting(meeting.meetingId) },
      ]}
      title="Minutes"
      badge={<Badge tone={STATUSES[status].tone}>{STATUSES[status].word}</Badge>}
      fact={`${TYPE_WORDS[type]}, ${formatDate(startedAt ?? startsAt, locale, timeZone, { weekday: true, time: true })}`}
      actions={
        printable ? (
          <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
        ) : undefined
      }
    />
  );
}

function Body({
  meeting,
  around,
  paper,
  ...tabs
}: {
  meeting: MeetingDetail;
  around: MinutesAround;
  tab: MinutesTab;
  onTab: (tab: MinutesTab) => void;
  paper: ReactNode;
}) {
  const { status, meetingId } = meeting;
  const { hrefs, userId, may } = around;
  const unsaved = unsavedWords(userId, meetingId);
  if (status === 'closed') return <Standing meeting={meeting} around={around} paper={paper} />;
  if (status === 'draft' || status === 'published' || status === 'cancelled')
    return (
      <EmptyState
        title="There are no minutes yet"
        action={<LinkButton href={hrefs.meeting(meetingId)}>Open the meeting</LinkButton>}
      >
        {status === 'cancelled'
          ? 'This meeting was cancelled.'
          : 'Minutes are drafted from what is decided while the meeting is held.'}
      </EmptyState>
    );
  return (
    <>
      {unsaved > 0 ? (
        <Callout
          className="no-print"
          title={`${counted(unsaved, 'word')} of the meeting ${unsaved === 1 ? 'is' : 'are'} in this browser only`}
          actions={<LinkButton href={hrefs.live}>Save them in live mode</LinkButton>}
        >
          They were said without a connection or were not taken. Closing now would leave them out.
        </Callout>
      ) : null}
      {status === 'live' ? (
        <Callout
          className="no-print"
          tone="info"
          title="The meeting is being held"
          actions={
            may.hold ? (
              <LinkButton href={hrefs.live} icon={<Play aria-hidden />}>
                Go to live mode
              </LinkButton>
            ) : undefined
          }
        >
          These are its minutes so far. They are closed after it is ended.
        </Callout>
      ) : null}
      <WritingUp key={status} meeting={meeting} around={around} paper={paper} {...tabs} />
    </>
  );
}
