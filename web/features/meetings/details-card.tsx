import { Pencil } from 'lucide-react';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { REPEAT_WORDS, TYPE_WORDS } from '../../../shared/meetings/words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { formatTime } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { endOf } from './clock.ts';
import { useWhen } from './meeting-when.tsx';
import { isLink } from './text.ts';

/** When, where, of what kind, and who leads it. */
export function DetailsCard({
  meeting,
  people,
  onEdit,
}: {
  meeting: MeetingDetail;
  people: ReadonlyMap<string, string>;
  onEdit?: () => void;
}) {
  const { locale, timeZone: own } = useLocale();
  const { day, hours } = useWhen()(meeting);
  const { startsAt, durationMinutes, timeZone, place, type, hostId, repeat } = meeting;
  const host = people.get(hostId) ?? 'Former staff';
  const facts = [
    { id: 'day', label: 'Date', value: day },
    {
      id: 'time',
      label: 'Time',
      value: (
        <span className="flex flex-col">
          {hours}
          {timeZone === own ? null : (
            <span className="text-ink-3 text-meta">
              {formatTime(startsAt, locale, own, { until: endOf(meeting), zone: true })} for you
            </span>
          )}
        </span>
      ),
    },
    { id: 'takes', label: 'Takes', value: `${durationMinutes} min` },
    {
      id: 'place',
      label: 'Place',
      value: isLink(place) ? (
        <a href={place} target="_blank" rel="noreferrer" className="break-all font-medium text-accent hover:underline">
          {place}
        </a>
      ) : place ? (
        <span className="min-w-0 whitespace-pre-line break-words">{place}</span>
      ) : (
        <span className="text-ink-3">Not said</span>
      ),
    },
    { id: 'type', label: 'Type', value: TYPE_WORDS[type] },
    {
      id: 'host',
      label: 'Host',
      value: (
        <>
          <Avatar name={host} side="staff" size="sm" />
          {host}
        </>
      ),
    },
    { id: 'repeat', label: 'Repeats', value: repeat ? REPEAT_WORDS[repeat] : 'Once' },
  ];
  return (
    <Card>
      <CardHead
        title="Details"
        action={
          onEdit ? (
            <IconButton small label="Edit the details" icon={<Pencil />} onClick={onEdit} className="-mr-1.5" />
          ) : undefined
        }
      />
      <CardBody>
        <FactList facts={facts} />
      </CardBody>
    </Card>
  );
}
