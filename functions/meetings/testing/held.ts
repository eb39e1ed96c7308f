import type { Contact } from '../../../shared/companies/contact.ts';
import type { AgendaItem, Saying } from '../../../shared/meetings/agenda.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { ask, emailOf, type Member, ok } from '../../identity/testing/members.ts';

export const PRESENTER_ONLY = 'canary: Kenji is booked until Dec 18';

export const meetingsOf = (companyId: string) => `/companies/${companyId}/meetings`;
export const pathOf = ({ companyId, meetingId }: Pick<Meeting, 'companyId' | 'meetingId'>) =>
  `${meetingsOf(companyId)}/${meetingId}`;

/** An instant so many days from now, on a whole minute. */
export const inDays = (days: number) =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * 86_400_000).toISOString();

export const newMeeting = (who: Member, companyId: string, body: object = {}) =>
  ask<MeetingDetail>(who, 'POST', meetingsOf(companyId), {
    title: 'Quarterly review',
    startsAt: inDays(14),
    ...body,
  });

export const newContact = async (who: Member, companyId: string, name: string): Promise<Contact> =>
  ok(
    await ask<Contact>(who, 'POST', `/companies/${companyId}/contacts`, {
      name,
      email: emailOf('contact'),
      roles: ['decision-maker'],
    }),
  );

export const readMeeting = async (who: Member, meeting: Meeting): Promise<MeetingDetail> =>
  ok(await ask<MeetingDetail>(who, 'GET', pathOf(meeting)));

/** A meeting's next state by one of its verbs. */
export async function turn(who: Member, meeting: Meeting, verb: string, body: object = {}): Promise<MeetingDetail> {
  return ok(await ask<MeetingDetail>(who, 'POST', `${pathOf(meeting)}/${verb}`, body));
}

let words = 0;
/** Something said about an item, later than everything before. */
export function say(who: Member, item: AgendaItem, saying: Partial<Saying> & Pick<Saying, 'result'>) {
  words += 1;
  const at = new Date(Date.now() + words * 1000).toISOString();
  const path = `${pathOf(item)}/agenda/${item.agendaItemId}/said`;
  return ask<AgendaItem>(who, 'POST', path, { at, ...saying });
}
