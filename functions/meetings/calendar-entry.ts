import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Attachment } from '../_kit/mail.ts';

/** A meeting as calendars know it. */
export interface CalendarEvent {
  meetingId: string;
  title: string;
  description: string;
  startsAt: string;
  durationMinutes: number;
  place: string;
  /** Revision: a calendar takes the entry with the highest. */
  sequence: number;
  /** Takes it into a calendar, or out of it. */
  method: 'request' | 'cancel';
  /** It takes place for nobody, not only without those who are named here. */
  isOff: boolean;
  organizer: { name: string; email: string };
  attendees: readonly { name: string; email: string }[];
  stampedAt: Date;
}

/**
 * The entry as an iCalendar file (RFC 5545), a request to take it in or to take it out. Its times are UTC, which every calendar
 * shows in its own zone. The id is the meeting's, so that a later one replaces it.
 */
export function calendarFile(event: CalendarEvent): Attachment {
  const { meetingId, title, description, startsAt, durationMinutes, place, sequence, isOff } = event;
  const start = new Date(startsAt);
  const isCancel = event.method === 'cancel';
  const method = isCancel ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: 'Fairlead', product: 'Meetings' }, method });
  const [, domain = 'fairlead'] = event.organizer.email.split('@');
  const entry = calendar.createEvent({
    id: `${meetingId}@${domain}`,
    sequence,
    start,
    end: new Date(start.getTime() + durationMinutes * 60_000),
    stamp: event.stampedAt,
    summary: title,
    description,
    ...(isOff ? { status: ICalEventStatus.CANCELLED } : isCancel ? {} : { status: ICalEventStatus.CONFIRMED }),
    organizer: { name: event.organizer.name, email: event.organizer.email },
    ...(place ? { location: place } : {}),
  });
  for (const { name, email } of event.attendees) entry.createAttendee({ name, email, rsvp: true });
  const word = isCancel ? 'CANCEL' : 'REQUEST';
  return {
    fileName: 'meeting.ics',
    contentType: `text/calendar; charset=utf-8; method=${word}`,
    content: calendar.toString(),
  };
}
