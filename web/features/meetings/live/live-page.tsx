import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OneMeeting } from '../../../../shared/meetings/meeting.ts';
import { TYPE_WORDS } from '../../../../shared/meetings/words.ts';
import { client } from '../../../lib/api.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { counted, formatDate } from '../../../ui/format.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { useLocale } from '../../../ui/locale.tsx';
import { CardSkeleton } from '../../../ui/skeleton.tsx';
import { errorWords } from '../../../ui/states.tsx';
import { keepMeeting } from '../queries.ts';
import type { LiveMeeting } from './pending.ts';
import { Refusals } from './queue-chip.tsx';
import { Room, type Surroundings } from './room.tsx';
import { useLive } from './use-live.ts';
import { hasUnsaved } from './use-outbox.ts';

/** Live mode of one meeting: before it begins, while it is held, and until its last word is saved. */
export function LivePage({
  one,
  userId,
  around,
  mayHold,
  minutesHref,
  onSaid,
  onOver,
}: {
  one: OneMeeting;
  userId: string;
  around: Surroundings;
  mayHold: boolean;
  minutesHref: string;
  /** A word was saved: records of other features may have changed. */
  onSaid: () => void;
  /** The meeting was ended here and everything is saved. */
  onOver: () => void;
}) {
  const live = useLive(one, userId, onSaid);
  const wasLive = useRef(false);
  const status = live?.meeting.status;
  const unsaved = live !== undefined && hasUnsaved(live.queue);
  useEffect(() => {
    if (status === 'live') wasLive.current = true;
    if (status === 'minutes' && wasLive.current && !unsaved) onOver();
  });
  if (!live) return <CardSkeleton label="Loading the meeting" rows={12} bare className="min-h-dvh p-gutter" />;
  if (status === 'live' && mayHold) return <Room live={live} around={around} />;
  return (
    <main id="main" data-scale="touch" className="flex min-h-dvh flex-col items-center bg-canvas px-gutter py-[10vh]">
      <div className="w-full max-w-160">
        <Refusals queue={live.queue} onRetry={live.retry} onDrop={live.drop} />
      </div>
      <Outside live={live.meeting} around={around} mayHold={mayHold} minutesHref={minutesHref} />
    </main>
  );
}

const OVER: Partial<Record<LiveMeeting['status'], string>> = {
  minutes: 'It was held. What was said is written up in its minutes.',
  closed: 'It was held and its minutes stand.',
  cancelled: 'It was cancelled and is not held.',
};

/** A meeting that is not being held: it is begun here, or its minutes are the way on. */
function Outside({
  live,
  around,
  mayHold,
  minutesHref,
}: {
  live: LiveMeeting;
  around: Surroundings;
  mayHold: boolean;
  minutesHref: string;
}) {
  const { locale, timeZone } = useLocale();
  const queryClient = useQueryClient();
  const { companyId, meetingId, title, type, status, startsAt, durationMinutes, items, participants } = live;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.meetings.start({ companyId, meetingId }),
    onSuccess: (saved) => keepMeeting(queryClient, saved),
  });
  const over = OVER[status];
  const refusal = error ? errorWords(error) : undefined;
  return (
    <section className="flex w-full max-w-160 flex-col gap-5">
      <header className="flex flex-col gap-1">
        <p className="text-15 text-ink-3">
          {TYPE_WORDS[type]}, {around.companyName}
        </p>
        <h1 className="break-words font-semibold text-32 tracking-[-0.015em] max-sm:text-22">{title}</h1>
        <p className="num text-15 text-ink-2">
          {formatDate(startsAt, locale, timeZone, { weekday: true, time: true })}, {durationMinutes} min.{' '}
          {counted(items.length, 'item')}, {counted(participants.length, 'person', 'people')}.
        </p>
      </header>
      <p className="text-15 text-ink-2">
        {over ??
          (mayHold
            ? 'Starting takes the figures of this moment and the clock runs. Everybody counts as present until you take them off.'
            : 'You may read this meeting and not hold it. Ask an administrator for a role that may.')}
      </p>
      {over || items.length === 0 ? null : (
        <ol aria-label="Agenda" className="flex flex-col divide-y divide-line border-line border-y text-15">
          {items.map(({ agendaItemId, title: heading, minutes, visibility }) => (
            <li key={agendaItemId} className="flex items-baseline justify-between gap-4 py-2">
              <span className="min-w-0 break-words">
                {heading}
                {visibility === 'internal' ? <span className="ml-2 text-13 text-ink-3">Internal</span> : null}
              </span>
              <span className="num shrink-0 text-ink-3">{minutes} min</span>
            </li>
          ))}
        </ol>
      )}
      {refusal ? (
        <div role="alert">
          <Callout tone="bad" title={refusal.title}>
            {refusal.detail}
          </Callout>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {over || !mayHold ? null : (
          <Button variant="primary" busy={isPending} icon={<Play aria-hidden />} onClick={() => mutate()}>
            Start meeting
          </Button>
        )}
        {status === 'minutes' || status === 'closed' ? (
          <LinkButton variant="primary" href={minutesHref}>
            Open the minutes
          </LinkButton>
        ) : null}
        <LinkButton href={around.href}>Back to the meeting</LinkButton>
      </div>
    </section>
  );
}
