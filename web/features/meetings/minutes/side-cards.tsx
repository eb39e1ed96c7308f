import { ArrowRight } from 'lucide-react';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import type { Participant } from '../../../../shared/meetings/meeting.ts';
import { Card, CardBody, CardHead } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Link } from '../../../ui/link.tsx';
import { useLocale } from '../../../ui/locale.tsx';
import { openBecause } from './text.ts';

/** Who was there. */
export function PresentCard({
  participants,
  onAttend,
}: {
  participants: readonly Participant[];
  /** Absent for readers. */
  onAttend?: (participantId: string, present: boolean) => void;
}) {
  const here = participants.filter(({ present }) => present).length;
  return (
    <Card>
      <CardHead title="Present" fact={`${here} of ${participants.length}`} />
      <CardBody className="flex flex-col gap-1">
        {participants.length === 0 ? <p className="text-ink-3">Nobody was invited.</p> : null}
        {participants.map(({ id, name, kind, present = false }) => (
          <Checkbox
            key={id}
            label={name}
            detail={kind === 'staff' ? 'Your team' : undefined}
            checked={present}
            disabled={!onAttend}
            onChange={(checked) => onAttend?.(id, checked)}
          />
        ))}
      </CardBody>
    </Card>
  );
}

/** What the next meeting takes over, and when that is. */
export function NextCard({
  left,
  repeats,
  nextAt,
  nextHref,
  isClosed = false,
}: {
  left: readonly AgendaItem[];
  repeats: boolean;
  /** ISO instant; absent while it is not known. */
  nextAt: string | undefined;
  /** Address of the next meeting, once it is there. */
  nextHref: string | undefined;
  isClosed?: boolean;
}) {
  const { locale, timeZone } = useLocale();
  const day = nextAt ? formatDate(nextAt, locale, timeZone, { weekday: true, time: true }) : undefined;
  return (
    <Card>
      <CardHead title="Goes to the next meeting" fact={left.length > 0 ? `${left.length}` : undefined} />
      <CardBody className="flex flex-col gap-2.5">
        {left.length === 0 ? (
          <p className="text-ink-3">Nothing is left open.</p>
        ) : (
          <ul className="flex flex-col gap-1.5">
            {left.map((item) => (
              <li key={item.agendaItemId} className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 break-words">{item.title}</span>
                <span className="shrink-0 text-ink-3 text-meta">{openBecause(item)}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="text-ink-2 text-meta">
          {nextHref ? (
            <Link href={nextHref} className="inline-flex items-center gap-1 font-medium text-accent hover:underline">
              {day ? `Next meeting, ${day}` : 'Open the next meeting'}
              <ArrowRight aria-hidden className="size-3.5" />
            </Link>
          ) : repeats && isClosed ? (
            'The next meeting is made in a moment.'
          ) : repeats ? (
            `Closing makes the next meeting${day ? `, ${day}` : ''}.`
          ) : (
            'This meeting does not repeat: what is open waits until you plan the next one.'
          )}
        </p>
      </CardBody>
    </Card>
  );
}

/** To whom the minutes go; those who were there, unless somebody changes it. */
export function RecipientsCard({
  participants,
  chosen,
  onChoose,
}: {
  participants: readonly Participant[];
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
}) {
  return (
    <Card>
      <CardHead title="Minutes go to" fact={`${chosen.length}`} />
      <CardBody className="flex flex-col gap-1">
        {participants.map(({ id, name, email }) => (
          <Checkbox
            key={id}
            label={name}
            detail={email ?? 'No address: add one to the contact'}
            checked={chosen.includes(id)}
            disabled={!email}
            onChange={(checked) => onChoose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
        {participants.length === 0 ? <p className="text-ink-3">Nobody takes part.</p> : null}
      </CardBody>
    </Card>
  );
}
