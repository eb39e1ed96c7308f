import { beforeAll, describe, expect, it } from 'vitest';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { MeetingTemplate } from '../../shared/meetings/meeting-template.ts';
import type { Minutes } from '../../shared/meetings/minutes.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { idle, logs, mailsTo } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';
import { present } from '../portal/testing/sent-budget.ts';
import {
  inDays,
  meetingsOf,
  newContact,
  newMeeting,
  PRESENTER_ONLY,
  pathOf,
  readMeeting,
  turn,
} from './testing/held.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

const added = async (meeting: Meeting, records: object[]) =>
  ok(await ask<MeetingDetail>(owner, 'POST', `${pathOf(meeting)}/records`, { records }));

describe('publishing', () => {
  it('locks the agenda, invites with a calendar entry, and tells of changes', async () => {
    const marsh = await newContact(owner, companyId, 'Dr. Marsh');
    const silent = ok(
      await ask<{ contactId: string }>(owner, 'POST', `/companies/${companyId}/contacts`, { name: 'No Mail' }),
    );
    const people = [
      { kind: 'contact', id: marsh.contactId },
      { kind: 'contact', id: silent.contactId },
      { kind: 'staff', id: owner.userId },
    ];
    const meeting = ok(await newMeeting(owner, companyId, { participants: people, place: 'Teams' }));
    expect((await ask(owner, 'POST', `${pathOf(meeting)}/publish`, { v: 1 })).body.code).toBe('meeting.empty');
    for (const body of [
      { title: 'Imaging servers', purpose: 'decide', note: PRESENTER_ONLY },
      { title: 'Our margin', visibility: 'internal' },
    ])
      ok(await ask(owner, 'POST', `${pathOf(meeting)}/agenda`, body));
    const { v, items } = await readMeeting(owner, meeting);
    const published = await turn(owner, meeting, 'publish', { v });
    expect(published).toMatchObject({ status: 'published', invitation: 1 });
    await idle();
    const [invitation, ...others] = await mailsTo(marsh.email ?? '');
    expect(others).toEqual([]);
    expect(invitation?.subject).toContain('Invitation: Quarterly review');
    expect(invitation?.text).toContain('- Imaging servers: 5 min, to decide');
    expect(invitation?.text).not.toMatch(/margin|canary/i);
    const [file] = invitation?.attachments ?? [];
    const calendar = file?.text?.replaceAll(/\r\n /g, '') ?? '';
    expect(file).toMatchObject({ name: 'meeting.ics', type: 'text/calendar; charset=utf-8; method=REQUEST' });
    const stamp = meeting.startsAt.replaceAll(/[-:]|\.\d+/g, '');
    expect(calendar).toContain(`DTSTART:${stamp}`);
    expect(calendar).toContain('METHOD:REQUEST');
    expect(calendar).toContain(meeting.meetingId);

    const locked = await ask(owner, 'POST', `${pathOf(meeting)}/agenda`, { title: 'Late' });
    expect(locked.body.code).toBe('meeting.locked');
    const path = `${pathOf(meeting)}/agenda/${items[0]?.agendaItemId}`;
    expect((await ask(owner, 'PATCH', path, { v: 1, title: 'Other' })).body.code).toBe('meeting.locked');
    ok(await ask(owner, 'PATCH', path, { v: 1, note: 'Only for me' }));

    const tigard = await newContact(owner, companyId, 'Karen');
    const moved = ok(
      await ask<MeetingDetail>(owner, 'PATCH', pathOf(meeting), {
        v: published.v,
        participants: [people[0], { kind: 'contact', id: tigard.contactId }],
      }),
    );
    expect(moved.invitation).toBe(2);
    const later = ok(
      await ask<MeetingDetail>(owner, 'PATCH', pathOf(meeting), {
        v: moved.v,
        startsAt: inDays(21),
        hostId: owner.userId,
      }),
    );
    await idle();
    const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject.split(':')[0]);
    expect(await subjects(marsh.email ?? '')).toEqual(['Invitation', 'Changed']);
    expect(await subjects(tigard.email ?? '')).toEqual(['Invitation', 'Changed']);
    expect((await subjects(owner.email)).slice(-2)).toEqual(['Invitation', 'Cancelled']);

    const off = await turn(owner, meeting, 'cancel', { v: later.v, reason: 'The lease is not signed' });
    expect(off).toMatchObject({ status: 'cancelled', invitation: 4 });
    await idle();
    const last = (await mailsTo(marsh.email ?? '')).at(-1);
    expect(last?.text).toContain('The lease is not signed');
    expect(last?.attachments?.[0]?.text).toContain('METHOD:CANCEL');
    const again = await ask(owner, 'POST', `${pathOf(meeting)}/cancel`, { v: off.v, reason: 'Twice' });
    expect(again.body.code).toBe('meeting.held');
    const history = ok(await ask<Page<Activity>>(owner, 'GET', `${pathOf(meeting)}/history`));
    expect(history.items.map(({ verb }) => verb).slice(0, 2)).toEqual(['cancelled', 'changed']);
  });

  it('can be taken back until the meeting is held', async () => {
    const meeting = ok(await newMeeting(owner, companyId, { templateId: 'check-in' }));
    const published = await turn(owner, meeting, 'publish', { v: 1, invite: false });
    expect(published.invitation).toBe(0);
    const again = await ask(owner, 'POST', `${pathOf(meeting)}/publish`, { v: published.v });
    expect(again.body.code).toBe('meeting.published');
    const open = await turn(owner, meeting, 'unlock', { v: published.v });
    expect([open.status, open.publishedAt]).toEqual(['draft', undefined]);
    const twice = await ask(owner, 'POST', `${pathOf(meeting)}/unlock`, { v: open.v });
    expect(twice.body.code).toBe('meeting.not-published');
    ok(await ask(owner, 'POST', `${pathOf(meeting)}/agenda`, { title: 'Late' }));
  });
});

describe('lists and figures', () => {
  it('tell what is ahead and what is over, over the clients that one sees', async () => {
    const msp = await easyMsp();
    const [client, other] = await Promise.all([newCompany(msp), newCompany(msp)]);
    ok(await newMeeting(msp, client, { title: 'Later', startsAt: inDays(30) }));
    const soon = ok(await newMeeting(msp, other, { title: 'Sooner', startsAt: inDays(3), type: 'kickoff' }));
    const off = ok(await newMeeting(msp, client, { title: 'Off' }));
    await turn(msp, off, 'cancel', { v: 1, reason: 'Nobody has time' });
    const named = async (path: string, who: { cookie: string } = msp) =>
      ok(await ask<Page<Meeting>>(who, 'GET', path)).items.map(({ title }) => title);
    expect(await named('/meetings')).toEqual(['Sooner', 'Later']);
    expect(await named('/meetings?phase=over')).toEqual(['Off']);
    expect(await named('/meetings?type=kickoff')).toEqual(['Sooner']);
    expect(await named('/meetings?q=late')).toEqual(['Later']);
    expect(await named(meetingsOf(other))).toEqual(['Sooner']);
    const limited = await newStaff(msp, 'manager', [client]);
    expect(await named('/meetings', limited)).toEqual(['Later']);
    expect((await ask(limited, 'GET', pathOf(soon))).status).toBe(404);
    await idle();
    const { summaries } = ok(await ask<CompanyOverview>(msp, 'GET', `/companies/${client}/overview`));
    expect(summaries.find(({ feature }) => feature === 'meetings')?.figures).toMatchObject({
      next: { title: 'Later' },
      openActions: 0,
    });
  });

  it('cost little to read: an agenda of thirty items in one round trip after the session', async () => {
    const meeting = ok(await newMeeting(owner, companyId, { templateId: 'qbr' }));
    for (let note = 0; note < 22; note += 1)
      ok(await ask(owner, 'POST', `${pathOf(meeting)}/agenda`, { title: `Note ${note}`, text: 'w'.repeat(300) }));
    const answer = await ask(owner, 'GET', pathOf(meeting));
    const id = answer.headers.get('x-request-id');
    const line = (await logs()).find(({ requestId, units }) => requestId === id && units);
    expect(line?.units?.depth).toBeLessThanOrEqual(2);
    expect(line?.units?.read).toBeLessThanOrEqual(18);
  });
});

describe('templates', () => {
  it('keep what an agenda talks about and never whose records', async () => {
    const msp = await easyMsp();
    const client = await newCompany(msp);
    const finding = await raiseFinding(msp, client);
    const meeting = ok(await newMeeting(msp, client, { templateId: 'check-in' }));
    const records = [{ type: 'finding', id: finding.findingId }];
    ok(await ask(msp, 'POST', `${pathOf(meeting)}/records`, { records }));
    const kept = ok(await ask<MeetingTemplate>(msp, 'POST', `${pathOf(meeting)}/template`, { name: 'Ours' }));
    expect(kept.items).toHaveLength(4);
    const { items } = ok(await ask<{ items: MeetingTemplate[] }>(msp, 'GET', '/meeting-templates'));
    expect(items[0]).toMatchObject({ name: 'Ours', shipped: false });
    const fromIt = ok(await newMeeting(msp, client, { templateId: kept.templateId }));
    expect(fromIt.itemCount).toBe(4);
    expect((await newMeeting(stranger, await newCompany(stranger), { templateId: kept.templateId })).status).toBe(404);
    const bare = ok(await newMeeting(msp, client));
    const empty = await ask(msp, 'POST', `${pathOf(bare)}/template`, { name: 'Nothing' });
    expect(empty.body.code).toBe('template.empty');
    ok(await ask(msp, 'DELETE', `/meeting-templates/${kept.templateId}`, { v: 1 }));
    expect((await ask(msp, 'DELETE', `/meeting-templates/${kept.templateId}`, { v: 1 })).status).toBe(404);
    expect((await readMeeting(msp, fromIt)).itemCount).toBe(4);
  });
});

describe('who may', () => {
  it('is nobody of another MSP, no client user, and only those whose role says so', async () => {
    const { companyId: client, budget } = await present(owner);
    const meeting = ok(await newMeeting(owner, client));
    await added(meeting, [{ type: 'budget', id: budget.budgetId }]);
    for (const path of [pathOf(meeting), meetingsOf(client)])
      expect((await ask(stranger, 'GET', path)).status).toBe(path === pathOf(meeting) ? 404 : 200);
    expect(ok(await ask<Page<Meeting>>(stranger, 'GET', meetingsOf(client))).items).toEqual([]);
    const karen = await newClientUser(owner, client, 'admin');
    expect((await ask(karen, 'GET', pathOf(meeting))).status).toBe(403);
    const [technician, viewer] = await Promise.all([newStaff(owner, 'technician'), newStaff(owner, 'viewer')]);
    const seen = await readMeeting(technician, meeting);
    expect(seen.items[0]).toMatchObject({ withheld: true, exhibit: { facts: [] } });
    // Minutes withhold them too, before they stand and after.
    await turn(owner, meeting, 'start');
    const { v } = await turn(owner, meeting, 'end');
    const figures = async (who: Member) =>
      ok(await ask<Minutes>(who, 'GET', `${pathOf(meeting)}/minutes`)).items[0]?.facts.length ?? 0;
    expect([await figures(technician), (await figures(owner)) > 0]).toEqual([0, true]);
    await turn(owner, meeting, 'close', { v });
    expect([await figures(technician), (await figures(owner)) > 0]).toEqual([0, true]);
    expect((await readMeeting(viewer, meeting)).items[0]?.exhibit.facts).toHaveLength(2);
    expect((await ask(technician, 'POST', `${pathOf(meeting)}/start`, {})).status).toBe(403);
    expect((await newMeeting(viewer, client)).status).toBe(403);
    const foreign = await newContact(owner, companyId, 'Of another client');
    const participants = [{ kind: 'contact', id: foreign.contactId }];
    expect((await newMeeting(owner, client, { participants })).body.errors?.[0]).toMatchObject({
      path: 'participants',
    });
  });
});
