import { beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../shared/companies/contact.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { MeetingAction } from '../../shared/meetings/action.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { Minutes } from '../../shared/meetings/minutes.ts';
import { idle, mails } from '../_kit/testing/world.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

const meetings = (company = companyId) => `/companies/${company}/meetings`;
const pathOf = (meeting: Meeting) => `${meetings(meeting.companyId)}/${meeting.meetingId}`;
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const create = (body: object = {}, company = companyId, who: { cookie: string } = owner) =>
  ask<MeetingDetail>(who, 'POST', meetings(company), { title: 'Quarterly review', startsAt: later(14), ...body });

describe('an agenda', () => {
  it('starts from a template, takes records and notes, and is ordered', async () => {
    const meeting = ok(await create({ templateId: 'qbr' }));
    expect(meeting).toMatchObject({ status: 'draft', itemCount: 8, plannedMinutes: 60, v: 1 });
    const note = ok(await ask<MeetingDetail>(owner, 'POST', `${pathOf(meeting)}/agenda`, { title: 'New office' }));
    expect(note.items.at(-1)).toMatchObject({ title: 'New office', minutes: 5, purpose: 'discuss', records: [] });
    const wanted = note.agenda.toReversed();
    const ordered = ok(await ask<MeetingDetail>(owner, 'PUT', `${pathOf(meeting)}/order`, { v: note.v, agenda: wanted }));
    expect(ordered.items.map((item) => item.agendaItemId)).toEqual(wanted);
  });
});
export { newClientUser, newStaff, stranger, mails, idle };
export type { AgendaItem, Contact, MeetingAction, Minutes, Page };
