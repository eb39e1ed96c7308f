import { useQuery } from '@tanstack/react-query';
import { LockOpen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { LinkEnd } from '../../../shared/kernel/link.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { cx } from '../../ui/cx.ts';
import { counted } from '../../ui/format.ts';
import { PageWithPanel, placeAmong } from '../../ui/list-with-panel.tsx';
import { Discussion, Files } from '../../ui/record-panels.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { ActionsCard } from './actions-card.tsx';
import { AgendaCard } from './agenda-card.tsx';
import { DetailsCard } from './details-card.tsx';
import { MeetingHistory } from './history-card.tsx';
import { MeetingHead, type MeetingHrefs } from './meeting-head.tsx';
import type { Invitable, MeetingClient } from './people.ts';
import { PeopleCard } from './people-card.tsx';
import { PreparationCard } from './preparation-card.tsx';
import { meetingQuery } from './queries.ts';
import { SeriesCard } from './series-card.tsx';
import { SuggestionsCard } from './suggestions-card.tsx';
import { useAgenda } from './use-agenda.ts';
import { useMeetingRun } from './use-meeting.ts';

const ItemPanel = lazy(() => import('./item-panel.tsx'));
const PublishDialog = lazy(() => import('./publish-dialog.tsx'));
const CancelMeeting = lazy(() => import('./cancel-meeting.tsx'));
const EditDetails = lazy(() => import('./edit-details.tsx'));
const KeepTemplate = lazy(() => import('./keep-template.tsx'));

export interface MeetingPageProps {
  company: Pick<MeetingClient, 'companyId' | 'status'>;
  meetingId: string;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  /** Staff and contacts of the client; undefined while they load. */
  invitable: readonly Invitable[] | undefined;
  /** The agenda item that is open in the panel. */
  peek: string | undefined;
  onPeek: (agendaItemId: string | undefined) => void;
  hrefs: MeetingHrefs & {
    meeting: (meetingId: string) => string;
    item: (plannerItemId: string) => string;
    record: (record: LinkEnd) => string | undefined;
  };
  onOpenItem: (plannerItemId: string) => void;
  /** Plans the one after this meeting. */
  onNext: (meeting: MeetingDetail) => void;
}

/** One meeting up to its publication: agenda, suggestions, people, and everything around them. */
export function MeetingPage(props: MeetingPageProps) {
  const { company, meetingId } = props;
  const { data, error, refetch } = useQuery(meetingQuery({ companyId: company.companyId, meetingId }));
  if (data) return <Loaded {...props} meeting={data} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <CardSkeleton label="Loading the meeting" rows={12} className="min-h-120" />;
}

function Loaded(props: MeetingPageProps & { meeting: MeetingDetail }) {
  const { meeting, company, people, invitable, peek, onPeek, hrefs, onOpenItem, onNext } = props;
  const [open, setOpen] = useState<'publish' | 'cancel' | 'details' | 'keep'>();
  const agenda = useAgenda(meeting);
  const writable = useMay()('meetings:write') && company.status !== 'archived';
  const { status, items } = meeting;
  const isOver = status === 'closed' || status === 'cancelled';
  const isAhead = status === 'draft' || status === 'published';
  const editable = writable && status === 'draft';
  const close = () => setOpen(undefined);
  const peeked = items.find(({ agendaItemId }) => agendaItemId === peek);
  const ids = items.map(({ agendaItemId }) => agendaItemId);
  return (
    <PageWithPanel
      panel={
        peeked ? (
          <ItemPanel
            meeting={meeting}
            item={peeked}
            people={people}
            editable={editable}
            presentable={writable && !isOver}
            recordHref={hrefs.record}
            {...placeAmong(ids, peek, onPeek)}
          />
        ) : null
      }
    >
      <div className="flex flex-col gap-4">
        <MeetingHead
          meeting={meeting}
          hrefs={hrefs}
          writable={writable}
          onPublish={() => setOpen('publish')}
          onKeep={() => setOpen('keep')}
          onRefresh={() => void agenda.refresh()}
          onCancel={() => setOpen('cancel')}
        />
        <StateNote meeting={meeting} writable={writable} />
        <div className={cx('grid items-start gap-4', peeked ? '' : 'lg:grid-cols-[minmax(0,1fr)_20.5rem]')}>
          <div className="flex min-w-0 flex-col gap-4">
            <AgendaCard meeting={meeting} people={people} editable={editable} peek={peek} onPeek={onPeek} />
            <PreparationCard meeting={meeting} people={people} writable={writable} />
            <ActionsCard meeting={meeting} writable={writable} itemHref={hrefs.item} onOpenItem={onOpenItem} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {editable ? <SuggestionsCard meeting={meeting} /> : null}
            <DetailsCard
              meeting={meeting}
              people={people}
              {...(writable && isAhead ? { onEdit: () => setOpen('details') } : {})}
            />
            <PeopleCard meeting={meeting} invitable={invitable} people={people} writable={writable && isAhead} />
            <SeriesCard
              meeting={meeting}
              hrefOf={hrefs.meeting}
              {...(writable ? { onNext: () => onNext(meeting) } : {})}
            />
            <Files record={{ kind: 'meeting', id: meeting.meetingId, companyId: meeting.companyId }} frame="card" />
            <Discussion
              record={{ kind: 'meeting', id: meeting.meetingId, companyId: meeting.companyId }}
              frame="card"
            />
            <MeetingHistory meeting={meeting} people={people} />
          </div>
        </div>
      </div>
      <Suspense>
        {open === 'publish' ? <PublishDialog meeting={meeting} invitable={invitable} onClose={close} /> : null}
        {open === 'cancel' ? <CancelMeeting meeting={meeting} onClose={close} /> : null}
        {open === 'details' ? <EditDetails meeting={meeting} people={people} onClose={close} /> : null}
        {open === 'keep' ? <KeepTemplate meeting={meeting} onClose={close} /> : null}
      </Suspense>
    </PageWithPanel>
  );
}

/** What the state of a meeting means for whoever wants to change it. */
function StateNote({ meeting, writable }: { meeting: MeetingDetail; writable: boolean }) {
  const run = useMeetingRun(meeting);
  const { status, participants, invitation, cancelReason } = meeting;
  if (status === 'cancelled') return <Callout title="This meeting does not take place">{cancelReason}</Callout>;
  if (status !== 'published') return null;
  const invited = invitation > 0 ? participants.filter(({ email }) => email).length : 0;
  const who = invited > 0 ? `${counted(invited, 'person', 'people')} have it by mail` : 'Nobody was mailed';
  return (
    <Callout
      tone="info"
      title="The agenda is locked"
      actions={
        writable ? (
          <Button
            icon={<LockOpen aria-hidden />}
            onClick={() =>
              void run((one) => client.meetings.unlock(one), {
                title: 'Unlocked',
                detail: 'The client does not see the agenda until you publish it again.',
              })
            }
          >
            Unlock to change
          </Button>
        ) : undefined
      }
    >
      {`${who}, and the client sees it in the portal. Unlocking hides it from the client until you publish it again. Time, place and people can be changed while it is locked.`}
    </Callout>
  );
}
