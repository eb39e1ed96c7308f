import { type CalendarDate, dateIn } from '../kernel/calendar.ts';
import { quarterWordsOf } from '../kernel/fiscal-words.ts';
import type { Meeting, MeetingType } from './meeting.ts';
import { TYPE_WORDS } from './words.ts';

/** What a meeting of a type is called unless somebody says otherwise; a quarterly review by the client's quarter. */
export function proposedTitle(type: MeetingType, date: CalendarDate | null, fiscalYearStart: number): string {
  if (type === 'other') return '';
  if (type !== 'qbr' || !date) return TYPE_WORDS[type];
  return `${TYPE_WORDS.qbr}, ${quarterWordsOf(date, fiscalYearStart)}`;
}

/** The title of the next one of a series: its own words stay, a quarter moves on. */
export function titleOfNext(
  { title, type, startsAt, timeZone }: Pick<Meeting, 'title' | 'type' | 'startsAt' | 'timeZone'>,
  nextStartsAt: string,
  fiscalYearStart: number,
): string {
  const proposed = (at: string) => proposedTitle(type, dateIn(timeZone, new Date(at)), fiscalYearStart);
  return title === proposed(startsAt) ? proposed(nextStartsAt) : title;
}
