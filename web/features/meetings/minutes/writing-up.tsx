import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { startAfter } from '../../../../shared/meetings/recurrence.ts';
import { isUnresolved } from '../../../../shared/meetings/unresolved.ts';
import { Button } from '../../../ui/button.tsx';
import { useNow } from '../../../ui/locale.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { meetingQuery } from '../queries.ts';
import { AgreedCard } from './agreed-card.tsx';
import type { MinutesAround, MinutesTab } from './minutes-page.tsx';
import { SaidCard } from './said-card.tsx';
import { NextCard, PresentCard, RecipientsCard } from './side-cards.tsx';
import { SummaryCard } from './summary-card.tsx';
import { useClosing } from './use-closing.ts';
import { useCorrected, useMinutes } from './use-minutes.ts';
import { useSummary } from './use-summary.ts';

const CloseDialog = lazy(() => import('./close-dialog.tsx'));

/** Participants with an address who were there. */
const thoseThere = ({ participants }: MeetingDetail) =>
  participants.filter(({ present, email }) => present && email).map(({ id }) => id);

/** The next meeting as it is planned already, or as closing makes it. */
function useNext({ companyId, nextMeetingId, repeat, startsAt, timeZone }: MeetingDetail): string | undefined {
  const now = useNow();
  const { data } = useQuery({
    ...meetingQuery({ companyId, meetingId: nextMeetingId ?? '' }),
    enabled: nextMeetingId !== undefined,
  });
  if (nextMeetingId) return data?.startsAt;
  return repeat ? startAfter(now.toISOString(), startsAt, timeZone, repeat) : undefined;
}

/** Minutes that are written up: every word can be corrected, until they are closed. */
export function WritingUp({
  meeting,
  around,
  tab,
  onTab,
  paper,
}: {
  meeting: MeetingDetail;
  around: MinutesAround;
  tab: MinutesTab;
  onTab: (tab: MinutesTab) => void;
  paper: ReactNode;
}) {
  const { may, hrefs, titleOf } = around;
  const hand = useMinutes(meeting);
  const summary = useSummary(meeting);
  const [chosen, setChosen] = useState<string[]>();
  const closing = useClosing(meeting, hand, summary);
  const shown = useCorrected(meeting);
  const nextAt = useNext(meeting);
  const { status, participants, items, actions, repeat, nextMeetingId } = shown;
  const recipients = participants.filter(({ id }) => (chosen ?? thoseThere(shown)).includes(id));
  const left = items.filter(isUnresolved);
  const goesOn = repeat !== undefined || nextMeetingId !== undefined ? left.length : 0;
  const write = (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
      <div className="flex min-w-0 flex-col gap-4">
        {may.write ? <SummaryCard summary={summary} /> : null}
        <SaidCard items={items} participants={participants} titleOf={titleOf} {...(may.hold ? { hand } : {})} />
        <AgreedCard
          actions={actions}
          participants={participants}
          mayPlan={may.plan}
          plannerHref={hrefs.planner}
          {...(may.write ? { hand } : {})}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <PresentCard
          participants={participants}
          {...(may.hold ? { onAttend: (id: string, present: boolean) => void hand.attend(id, present) } : {})}
        />
        <NextCard
          left={left}
          repeats={repeat !== undefined}
          nextAt={nextAt}
          nextHref={nextMeetingId ? hrefs.meeting(nextMeetingId) : undefined}
        />
        {may.hold && status === 'minutes' ? (
          <>
            <RecipientsCard participants={participants} chosen={recipients.map(({ id }) => id)} onChoose={setChosen} />
            <Button variant="primary" onClick={closing.ask}>
              {recipients.length === 0 ? 'Close minutes' : 'Close and send minutes'}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
  return (
    <>
      <div className="print:hidden">
        <Tabs
          label="Minutes"
          value={tab}
          onChange={onTab}
          tabs={[
            { value: 'write', label: 'Write up', panel: write },
            { value: 'preview', label: 'As the client reads it', panel: paper },
          ]}
        />
      </div>
      <div className="hidden print:block">{paper}</div>
      <Suspense>
        {closing.isAsked ? (
          <CloseDialog
            recipients={recipients}
            left={goesOn}
            nextAt={nextAt}
            onConfirm={() => closing.close(recipients.map(({ id }) => id))}
            onClose={closing.leave}
          />
        ) : null}
      </Suspense>
    </>
  );
}
