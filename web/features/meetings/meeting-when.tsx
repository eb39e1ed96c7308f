import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { formatDate, formatTime } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { endOf } from './clock.ts';

type When = Pick<Meeting, 'startsAt' | 'durationMinutes' | 'timeZone'>;

/** The words of a meeting's time as its client reads them; the zone is named where it is not the reader's own. */
export function useWhen(): (meeting: When) => { day: string; hours: string } {
  const { locale, timeZone: own } = useLocale();
  return (meeting) => {
    const { startsAt, timeZone } = meeting;
    return {
      day: formatDate(startsAt, locale, timeZone, { weekday: true }),
      hours: formatTime(startsAt, locale, timeZone, { until: endOf(meeting), zone: timeZone !== own }),
    };
  };
}

/** "Wed, Dec 9, 2026, 10:00 – 11:00 AM". */
export function MeetingWhen({ meeting }: { meeting: When }) {
  const { day, hours } = useWhen()(meeting);
  return (
    <time dateTime={meeting.startsAt} className="num">
      {day}, {hours}
    </time>
  );
}
