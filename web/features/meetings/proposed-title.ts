import { type CalendarDate, fiscalQuarter } from '../../../shared/kernel/calendar.ts';
import type { MeetingType } from '../../../shared/meetings/meeting.ts';
import { TYPE_WORDS } from '../../../shared/meetings/words.ts';

/** What a meeting of a type is called unless somebody says otherwise; a quarterly review by the client's quarter. */
export function proposedTitle(type: MeetingType, date: CalendarDate | null, fiscalYearStart: number): string {
  if (type === 'other') return '';
  if (type !== 'qbr' || !date) return TYPE_WORDS[type];
  const { year, quarter } = fiscalQuarter(date, fiscalYearStart);
  return `${TYPE_WORDS.qbr}, Q${quarter} ${year}`;
}
