import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import { timeText } from '../../shared/meetings/time-text.ts';
import { env } from '../_kit/env.ts';
import { composeMail } from '../_kit/mail.ts';
import { type Addressed, sendOnce } from '../_kit/mail-once.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { calendarFile } from './calendar-entry.ts';
import { frozenMinutes } from './closing.service.ts';
import { agendaSection, minutesSections } from './letters.ts';
import { MeetingMailEntity, type MeetingMailRow } from './meeting-mail.entity.ts';
import { readWhole, shownItem, type Whole } from './meeting-records.ts';

interface Setting {
  mail: MeetingMailRow;
  whole: Whole;
  msp: Awaited<ReturnType<typeof currentMsp>>;
  companyName: string;
}

const PORTAL_NOTE = 'You get this mail because you take part in this meeting.';

/**
 * The calendar entry of a meeting, for everybody who takes part. Who is taken off gets one that names nobody else, so that it
 * leaves that calendar alone (RFC 5546, 3.2.5).
 */
export function entryOf(
  scope: Scope,
  { mail, whole, msp }: Pick<Setting, 'mail' | 'whole' | 'msp'>,
  description: string,
) {
  const { row, more } = whole;
  const isOff = row.status === 'cancelled';
  const attendees = mail.kind === 'cancellation' && !isOff ? [mail] : more.participants;
  return calendarFile({
    ...{ meetingId: row.meetingId, title: row.title, description },
    ...{ startsAt: mail.startsAt, durationMinutes: mail.durationMinutes, place: mail.place, sequence: mail.sequence },
    method: mail.kind === 'cancellation' ? 'cancel' : 'request',
    isOff,
    organizer: { name: msp.name, email: env('MAIL_FROM') },
    attendees: attendees.flatMap(({ name, email }) => (email ? [{ name, email }] : [])),
    stampedAt: scope.now(),
  });
}

/** Time, place and agenda, for the first time or as they have changed. */
function invitation(scope: Scope, { mail, whole, msp, companyName }: Setting): Addressed {
  const { row, more } = whole;
  const when = timeText(mail.startsAt, mail.durationMinutes, row.timeZone, msp.locale);
  const isNew = mail.kind === 'invitation';
  const items = whole.items.map((item) => shownItem(scope, item));
  const what = `${row.title}, ${companyName}`;
  const letter = composeMail({
    brand: msp,
    subject: isNew ? `Invitation: ${what}` : `Changed: ${what}`,
    paragraphs: [
      isNew ? `${msp.name} invites you to "${row.title}".` : `"${row.title}" has changed. This is how it stands now.`,
      ended(when),
      ...(mail.place ? [`Place: ${mail.place}`] : []),
    ],
    sections: agendaSection(more.publishedAt ? items : []),
    notes: ['The file beside this mail puts the meeting into your calendar.', PORTAL_NOTE],
    attachments: [entryOf(scope, { mail, whole, msp }, when)],
  });
  return { to: mail.email, letter };
}

function cancellation(scope: Scope, { mail, whole, msp, companyName }: Setting): Addressed {
  const { row, more } = whole;
  const when = timeText(mail.startsAt, mail.durationMinutes, row.timeZone, msp.locale);
  const isOff = row.status === 'cancelled';
  const letter = composeMail({
    brand: msp,
    subject: `Cancelled: ${row.title}, ${companyName}`,
    paragraphs: [
      isOff ? `"${row.title}" does not take place.` : `You are no longer expected at "${row.title}".`,
      ended(when),
      ...(isOff && more.cancelReason ? [more.cancelReason] : []),
    ],
    notes: ['The file beside this mail takes the meeting out of your calendar.', PORTAL_NOTE],
    attachments: [entryOf(scope, { mail, whole, msp }, when)],
  });
  return { to: mail.email, letter };
}

async function minutesMail(scope: Scope, { mail, whole, msp, companyName }: Setting): Promise<Addressed | undefined> {
  const minutes = await frozenMinutes(scope, whole);
  if (!minutes) return undefined;
  const letter = composeMail({
    brand: msp,
    subject: `Minutes: ${minutes.title}, ${companyName}`,
    paragraphs: [
      timeText(minutes.startsAt, minutes.durationMinutes, minutes.timeZone, msp.locale),
      ...(minutes.summary ? [minutes.summary] : []),
    ],
    sections: minutesSections(minutes, msp.locale),
    notes: ['Amounts are estimates, not quotes.', PORTAL_NOTE],
  });
  return { to: mail.email, letter };
}

const ended = (words: string) => `${words}.`;

/** Sends one planned mail of a meeting, once. */
export async function sendMeetingMail(
  scope: Scope,
  { companyId, meetingId, mailId }: OneMeeting & { mailId: string },
): Promise<void> {
  const get = MeetingMailEntity.get({ mspId: scope.mspId, companyId, meetingId, mailId });
  await sendOnce(scope, MeetingMailEntity, get, async (open, mail) => {
    const [whole, company, msp] = await Promise.all([
      readWhole(open, { companyId, meetingId }),
      companyOf(open, { companyId }),
      currentMsp(open),
    ]);
    const setting = { mail, whole, msp, companyName: company.name };
    if (mail.kind === 'minutes') return minutesMail(open, setting);
    return mail.kind === 'cancellation' ? cancellation(open, setting) : invitation(open, setting);
  });
}
