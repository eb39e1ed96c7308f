import { expect } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { MeetingAction } from '../../shared/meetings/action.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { MeetingTemplate } from '../../shared/meetings/meeting-template.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { systemScope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, easyMsp, type Owner, ok } from '../identity/testing/members.ts';
import { type Presented, present } from '../portal/testing/sent-budget.ts';
import { MeetingMailEntity } from './meeting-mail.entity.ts';
import { newContact } from './testing/held.ts';

interface World extends Presented {
  mspId: string;
  owner: Owner;
  marsh: Contact;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  const client = await present(owner);
  return { ...client, mspId: owner.mspId, owner, marsh: await newContact(owner, client.companyId, 'Dr. Marsh') };
}

const SOON = '2031-03-11T17:00:00.000Z';

/** A quarterly review from its agenda to its minutes, with everything that can be done on the way. */
async function play({ owner, companyId, item, marsh }: World, { write, last }: Hand): Promise<void> {
  const { cookie } = owner;
  const meetings = `/companies/${companyId}/meetings`;
  const post = <T = MeetingDetail>(operation: string, path: string, body: object = {}) =>
    write<T>({ operation, method: 'POST', path, body, cookie });
  const patch = <T>(operation: string, path: string, body: object) =>
    write<T>({ operation, method: 'PATCH', path, body, cookie });
  const put = (operation: string, path: string, body: object) =>
    write<MeetingDetail>({ operation, method: 'PUT', path, body, cookie });
  const gone = (operation: string, path: string, body: object) =>
    write<MeetingDetail>({ operation, method: 'DELETE', path, body, cookie });
  const participants = [{ kind: 'contact', id: marsh.contactId }];
  const facts = { title: 'Quarterly review', startsAt: SOON, repeat: 'quarterly', participants };
  const made = await post('create', meetings, { ...facts, templateId: 'check-in' });
  const path = `${meetings}/${made.meetingId}`;
  await post('addRecords', `${path}/records`, { records: [{ type: 'planner-item', id: item.plannerItemId }] });
  let meeting = await post('addItem', `${path}/agenda`, { title: 'New branch', minutes: 4 });
  const [note, wrong] = meeting.items.toReversed();
  await patch<AgendaItem>('editItem', `${path}/agenda/${note?.agendaItemId}`, { v: 1, minutes: 6, note: 'Ask' });
  meeting = await put('reorder', `${path}/order`, { v: meeting.v + 1, agenda: meeting.agenda.toReversed() });
  meeting = await gone('removeItem', `${path}/agenda/${note?.agendaItemId}`, { v: meeting.v });
  meeting = await post('refresh', `${path}/refresh`, { v: meeting.v });
  const kept = await post<MeetingTemplate>('saveTemplate', `${path}/template`, { name: 'Ours' });
  await gone('removeTemplate', `/meeting-templates/${kept.templateId}`, { v: 1 });
  meeting = await post('publish', `${path}/publish`, { v: meeting.v });
  meeting = await post('unlock', `${path}/unlock`, { v: meeting.v });
  meeting = await post('publish', `${path}/publish`, { v: meeting.v, invite: false });
  meeting = await patch<MeetingDetail>('edit', path, { v: meeting.v, place: 'Teams' });
  await post('start', `${path}/start`);
  await post('attend', `${path}/attendance`, { present: [marsh.contactId] });
  const work = `${path}/agenda/${wrong?.agendaItemId}`;
  const by = { kind: 'contact', id: marsh.contactId };
  await post<AgendaItem>('say', `${work}/said`, { at: '2031-03-11T17:10:00.000Z', result: 'approved', by });
  const promised = await post<MeetingAction>('addAction', `${path}/actions`, { text: 'Book both weekends' });
  const planned = await post<MeetingAction>('addAction', `${path}/actions`, { text: 'Renew the switches' });
  const misheard = await post<MeetingAction>('addAction', `${path}/actions`, { text: 'Heard wrongly' });
  const action = ({ meetingActionId }: MeetingAction) => `${path}/actions/${meetingActionId}`;
  await gone('removeAction', action(misheard), { v: 1 });
  await post<PlannerItemDetail>('planAction', `${action(planned)}/planner-item`, { v: 1 });
  await patch<MeetingAction>('editAction', action(promised), { v: 1, dueDate: '2031-04-01' });
  meeting = await post('end', `${path}/end`);
  meeting = await put('summarize', `${path}/summary`, { v: meeting.v, summary: 'Both servers go in January.' });
  const other = await post('create', meetings, { title: 'Never to be', startsAt: SOON, repeat: 'yearly' });
  await post('cancel', `${meetings}/${other.meetingId}/cancel`, { v: other.v, reason: 'Nobody has time' });
  await last({
    operation: 'close',
    method: 'POST',
    path: `${path}/close`,
    body: { v: meeting.v, recipients: [marsh.contactId] },
    cookie,
  });
}

/** One next meeting for the one that was held and for the one that was cancelled; item, budget and minutes say the same; the overview is a recount; every mail was handed over once. */
async function holds({ mspId, owner, companyId, item, budget }: World): Promise<void> {
  const read = async <T>(path: string) => ok(await ask<T>(owner, 'GET', `/companies/${companyId}${path}`));
  const ahead = (await read<Page<Meeting>>('/meetings')).items;
  const over = (await read<Page<Meeting>>('/meetings?phase=over')).items;
  expect([ahead.map(({ status }) => status), over.map(({ status }) => status).toSorted()]).toEqual([
    ['draft', 'draft'],
    ['cancelled', 'closed'],
  ]);
  const closed = over.find(({ status }) => status === 'closed');
  const held = await read<MeetingDetail>(`/meetings/${closed?.meetingId}`);
  const off = await read<MeetingDetail>(`/meetings/${over.find((one) => one !== closed)?.meetingId}`);
  expect([held.nextMeetingId, off.nextMeetingId]).toEqual(ahead.map(({ meetingId }) => meetingId));
  expect((await read<PlannerItemDetail>(`/planner-items/${item.plannerItemId}`)).status).toBe('approved');
  const { lines } = await read<BudgetDetail>(`/budgets/${budget.budgetId}`);
  expect(lines.every(({ status }) => status === 'approved')).toBe(true);
  const { items: open } = await read<Page<MeetingAction>>('/meeting-actions');
  const { summaries } = await read<CompanyOverview>('/overview');
  expect(summaries.find(({ feature }) => feature === 'meetings')?.figures).toMatchObject({
    openActions: open.length,
    next: { meetingId: ahead[0]?.meetingId },
  });
  const one = { mspId, companyId, meetingId: held.meetingId };
  const mails = await as('meetings-api', () =>
    all(systemScope(mspId, 'test'), MeetingMailEntity, MeetingMailEntity.query.ofMeeting(one), { most: 10 }),
  );
  expect(mails.map(({ kind }) => kind)).toEqual(['invitation', 'change', 'minutes']);
  for (const { state } of mails) expect(['sent', 'unclear']).toContain(state);
}

survives({
  feature: 'meetings',
  prepare,
  play,
  holds,
  // A mail that was claimed and cut off stays unclear: nobody gets it twice.
  atMostOnce: true,
  blind: { 'meeting-mail': ['state', 'v'] },
});
