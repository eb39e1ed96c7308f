import { beforeAll, describe, expect, it } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { GoalDetail } from '../../shared/goals/goal.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { MeetingAction } from '../../shared/meetings/action.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { Minutes } from '../../shared/meetings/minutes.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { getFile, putFile } from '../_kit/clients/files.ts';
import { companyFile } from '../_kit/file-keys.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle, mails } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, type Owner, ok } from '../identity/testing/members.ts';
import { PRIVATE, type Presented, present } from '../portal/testing/sent-budget.ts';
import { newContact, newMeeting, PRESENTER_ONLY, pathOf, readMeeting, say, turn } from './testing/held.ts';

let owner: Owner;
beforeAll(async () => {
  owner = await easyMsp();
});

interface Room extends Presented {
  marsh: Contact;
  meeting: MeetingDetail;
}

/** A meeting under way about these records of a client. */
async function room(records: (client: Presented) => Promise<object[]> | object[], body: object = {}): Promise<Room> {
  const client = await present(owner);
  const marsh = await newContact(owner, client.companyId, 'Dr. Marsh');
  const participants = [
    { kind: 'contact', id: marsh.contactId },
    { kind: 'staff', id: owner.userId },
  ];
  const planned = ok(await newMeeting(owner, client.companyId, { participants, ...body }));
  const wanted = await records(client);
  if (wanted.length > 0) ok(await ask(owner, 'POST', `${pathOf(planned)}/records`, { records: wanted }));
  const meeting = await turn(owner, planned, 'start');
  return { ...client, marsh, meeting };
}

const first = ({ items }: MeetingDetail): AgendaItem => {
  const [item] = items;
  if (!item) throw new Error('The agenda is empty.');
  return item;
};
const plannerItem = ({ companyId, item }: Presented) =>
  ask<PlannerItemDetail>(owner, 'GET', `/companies/${companyId}/planner-items/${item.plannerItemId}`);
const budgetOf = async ({ companyId, budget }: Presented) =>
  ok(await ask<BudgetDetail>(owner, 'GET', `/companies/${companyId}/budgets/${budget.budgetId}`));
const aboutWork = ({ item }: Presented) => [{ type: 'planner-item', id: item.plannerItemId }];

describe('a meeting under way', () => {
  it('begins once with everybody present, and takes what comes up', async () => {
    const { meeting, marsh } = await room(aboutWork);
    expect(meeting).toMatchObject({ status: 'live', participants: [{ present: true }, { present: true }] });
    expect((await turn(owner, meeting, 'start')).v).toBe(meeting.v);
    const here = await turn(owner, meeting, 'attendance', { present: [marsh.contactId] });
    expect(here.participants.map(({ present: is }) => is)).toEqual([true, false]);
    const more = ok(await ask<MeetingDetail>(owner, 'POST', `${pathOf(meeting)}/agenda`, { title: 'New branch' }));
    expect(more.itemCount).toBe(2);
    for (const [verb, body] of [
      ['publish', { v: more.v }],
      ['cancel', { v: more.v, reason: 'Too late' }],
      ['close', { v: more.v }],
    ] as const)
      expect((await ask(owner, 'POST', `${pathOf(meeting)}/${verb}`, body)).status).toBe(422);
    expect((await ask(owner, 'GET', `${pathOf(meeting)}/minutes`)).status).toBe(200);
  });

  it('writes a yes to the roadmap and to the lines that wait for it, in one go', async () => {
    const here = await room(aboutWork);
    const by = { kind: 'contact' as const, id: here.marsh.contactId };
    const told = ok(await say(owner, first(here.meeting), { result: 'approved', by, note: 'Both weekends.' }));
    expect(told.said).toMatchObject({
      result: 'approved',
      by: { name: 'Dr. Marsh' },
      effects: [
        { record: { type: 'planner-item' }, did: 'approved' },
        { record: { type: 'budget' }, did: 'answered' },
      ],
    });
    const { status, published } = ok(await plannerItem(here));
    expect([status, published?.status]).toEqual(['approved', 'approved']);
    const after = await budgetOf(here);
    expect(after.status).toBe('approved');
    expect(after.lines.map((line) => [line.status, line.decision?.comment])).toEqual(
      after.lines.map(() => ['approved', 'Said by Dr. Marsh in "Quarterly review". Both weekends.']),
    );
    await idle();
    expect(ok(await plannerItem(here)).status).toBe('approved');
  });

  it('lets the client change its mind: the latest word stands, whenever it arrives', async () => {
    const here = await room(aboutWork);
    const item = first(here.meeting);
    const path = `${pathOf(item)}/agenda/${item.agendaItemId}/said`;
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    const [earlier, later] = [at(1), at(60)];
    const off = ok(await ask<AgendaItem>(owner, 'POST', path, { at: later, result: 'declined', note: 'The lease' }));
    expect(off.said?.effects.map(({ did }) => did)).toEqual(['declined', 'answered']);
    const late = ok(await ask<AgendaItem>(owner, 'POST', path, { at: earlier, result: 'approved' }));
    expect(late.said?.result).toBe('declined');
    expect(ok(await plannerItem(here)).status).toBe('declined');
    expect((await budgetOf(here)).lines.every(({ status }) => status === 'rejected')).toBe(true);
    const noted = ok(
      await ask<AgendaItem>(owner, 'POST', path, { at: at(90), result: 'declined', note: 'Lease in May' }),
    );
    expect(noted.said).toMatchObject({ note: 'Lease in May', effects: off.said?.effects });
    const back = ok(await ask<AgendaItem>(owner, 'POST', path, { at: at(120), result: 'open' }));
    expect(back.said).toBeUndefined();
  });

  it('puts work off to the quarter that the client names, and leaves its lines open', async () => {
    const here = await room(aboutWork);
    const told = ok(await say(owner, first(here.meeting), { result: 'deferred', deferTo: '2031-04-01' }));
    expect(told.said?.effects.map(({ did }) => did)).toEqual(['put-off']);
    const { status, startDate, endDate, published } = ok(await plannerItem(here));
    expect([status, startDate, endDate]).toEqual(['deferred', '2031-04-01', '2031-06-26']);
    expect(published).toMatchObject({ status: 'deferred', startDate: '2031-04-01' });
    expect((await budgetOf(here)).openLines).toBe(here.budget.openLines);
  });

  it('answers a budget line by line', async () => {
    const here = await room(({ budget }) => [{ type: 'budget', id: budget.budgetId }]);
    const [yes, no] = here.budget.lines;
    const lines = [
      { budgetLineId: yes?.budgetLineId ?? '', decision: 'approved' as const },
      { budgetLineId: no?.budgetLineId ?? '', decision: 'rejected' as const },
    ];
    ok(await say(owner, first(here.meeting), { result: 'approved', lines }));
    expect((await budgetOf(here)).lines.map(({ status }) => status)).toEqual(['approved', 'rejected']);
    await idle();
    expect(ok(await plannerItem(here)).status).toBe('approved');
  });

  it('turns a finding into work or into a risk that is taken, and a proposed goal into an active one', async () => {
    const make = async ({ companyId }: Presented) => {
      const finding = await raiseFinding(owner, companyId);
      const body = { title: 'No drops' };
      const goal = ok(await ask<GoalDetail>(owner, 'POST', `/companies/${companyId}/goals`, body));
      return [
        { type: 'finding', id: finding.findingId },
        { type: 'goal', id: goal.goalId },
      ];
    };
    const read = async <T>({ companyId }: Presented, item: AgendaItem, kind: string) =>
      ok(await ask<T>(owner, 'GET', `/companies/${companyId}/${kind}/${item.records[0]?.id}`));
    const yes = await room(make);
    const [finding, goal] = yes.meeting.items;
    if (!finding || !goal) throw new Error('Two items were expected.');
    expect(ok(await say(owner, finding, { result: 'approved' })).said?.effects[0]?.did).toBe('planned');
    expect(ok(await say(owner, goal, { result: 'approved' })).said?.effects[0]?.did).toBe('activated');
    const planned = await read<Finding>(yes, finding, 'findings');
    expect(planned.status).toBe('planned');
    const item = ok(
      await ask<PlannerItemDetail>(owner, 'GET', `/companies/${yes.companyId}/planner-items/${planned.plannerItemId}`),
    );
    expect(item).toMatchObject({ status: 'approved', title: planned.title });
    expect((await read<GoalDetail>(yes, goal, 'goals')).status).toBe('active');

    const no = await room(make);
    const [risk, wish] = no.meeting.items;
    if (!risk || !wish) throw new Error('Two items were expected.');
    const by = { kind: 'contact' as const, id: no.marsh.contactId };
    ok(await say(owner, risk, { result: 'declined', by, note: 'Too dear' }));
    ok(await say(owner, wish, { result: 'declined', by }));
    expect((await read<Finding>(no, risk, 'findings')).dismissal).toEqual({
      reason: 'risk-accepted',
      note: 'Said by Dr. Marsh in "Quarterly review". Too dear',
    });
    expect((await read<GoalDetail>(no, wish, 'goals')).status).toBe('abandoned');
  });

  it('keeps a word about a record that is gone meanwhile, and none once the minutes stand', async () => {
    const here = await room(aboutWork);
    const { v } = ok(await plannerItem(here));
    ok(
      await ask(owner, 'POST', `/companies/${here.companyId}/planner-items/${here.item.plannerItemId}/archive`, { v }),
    );
    ok(await say(owner, first(here.meeting), { result: 'discussed', note: 'Not any more' }));
    const ended = await turn(owner, here.meeting, 'end');
    const closed = await turn(owner, here.meeting, 'close', { v: ended.v });
    expect((await say(owner, first(closed), { result: 'approved' })).body.code).toBe('meeting.not-held');
    const words = await ask(owner, 'PUT', `${pathOf(closed)}/summary`, { v: closed.v, summary: 'Other' });
    expect(words.body.code).toBe('meeting.not-held');
    const action = await ask(owner, 'POST', `${pathOf(closed)}/actions`, { text: 'Late' });
    expect(action.body.code).toBe('meeting.held');
    expect((await ask(owner, 'POST', `${pathOf(closed)}/refresh`, { v: closed.v })).body.code).toBe('meeting.held');
  });
});

describe('minutes', () => {
  it('say what was decided, stand for ever, and reach those who are named', async () => {
    const here = await room(aboutWork);
    const item = first(here.meeting);
    ok(await ask(owner, 'PATCH', `${pathOf(item)}/agenda/${item.agendaItemId}`, { v: item.v, note: PRESENTER_ONLY }));
    const by = { kind: 'contact' as const, id: here.marsh.contactId };
    ok(await say(owner, item, { result: 'approved', by, note: 'One office at a time.' }));
    const action = { text: 'Book both weekends', owner: { kind: 'staff', id: owner.userId }, dueDate: '2030-12-14' };
    const body = { ...action, agendaItemId: item.agendaItemId };
    ok(await ask<MeetingAction>(owner, 'POST', `${pathOf(here.meeting)}/actions`, body));
    const ended = await turn(owner, here.meeting, 'end');
    expect(ended).toMatchObject({
      status: 'minutes',
      summary: expect.stringContaining('Approved: "New imaging servers".'),
    });
    expect((await turn(owner, ended, 'end')).v).toBe(ended.v);
    const summary = 'Both servers go in January.';
    const written = ok(await ask<MeetingDetail>(owner, 'PUT', `${pathOf(ended)}/summary`, { v: ended.v, summary }));
    const nobody = await ask(owner, 'POST', `${pathOf(ended)}/close`, {
      v: written.v,
      recipients: [item.agendaItemId],
    });
    expect(nobody.body.errors?.[0]).toMatchObject({ path: 'recipients' });
    const recipients = [here.marsh.contactId];
    const closed = await turn(owner, ended, 'close', { v: written.v, recipients });
    expect(closed.status).toBe('closed');
    await idle();
    const [mail, ...others] = (await mails()).filter(
      ({ to, subject }) => subject.startsWith('Minutes') && to.some((one) => one.includes(here.marsh.email ?? '')),
    );
    expect(others).toEqual([]);
    for (const words of [
      summary,
      'New imaging servers: Approved by Dr. Marsh. It goes ahead on the roadmap. It is answered in the budget.',
      'One office at a time.',
      '- Book both weekends: Olga Owner, by Dec 14, 2030',
      'Dr. Marsh, Olga Owner',
    ])
      expect(mail?.text).toContain(words);
    const estimate = item.exhibit.facts[0];
    const dollars = estimate?.value.kind === 'money' ? estimate.value.minor / 100 : 0;
    expect(dollars * 100).toBe(here.item.oneTimeMinor);
    expect(mail?.text).toContain(`Estimate, once $${dollars.toLocaleString('en-US')}`);
    for (const secret of [PRESENTER_ONLY, PRIVATE]) expect(JSON.stringify(mail)).not.toContain(secret);

    const minutes = async () => ask<Minutes>(owner, 'GET', `${pathOf(closed)}/minutes`);
    const before = ok(await minutes());
    const path = `/companies/${here.companyId}/contacts/${here.marsh.contactId}`;
    ok(await ask(owner, 'PATCH', path, { v: here.marsh.v, name: 'Dr. Other' }));
    expect(ok(await minutes())).toEqual(before);
    const scope = systemScope(owner.mspId, 'test');
    const file = companyFile(scope, here.companyId, `meetings/${closed.meetingId}/minutes.json`);
    await as('meetings-api', async () => {
      expect((await getFile(scope, file, closed.minutes ?? { sha256: '', bytes: 0 })).length).toBe(
        closed.minutes?.bytes,
      );
      await putFile(scope, file, new TextEncoder().encode('{}'), { contentType: 'application/json' });
    });
    expect((await minutes()).body.code).toBe('minutes.altered');
  });
});

describe('a series', () => {
  it('makes the next meeting with what is left to decide, and again when that is closed', async () => {
    const here = await room(aboutWork, { templateId: 'check-in', repeat: 'quarterly' });
    const work = here.meeting.items.at(-1);
    if (!work) throw new Error('An item was expected.');
    const close = async (meeting: MeetingDetail) => {
      const ended = await turn(owner, meeting, 'end');
      const closed = await turn(owner, meeting, 'close', { v: ended.v });
      await idle();
      return closed;
    };
    const closed = await close(here.meeting);
    const { nextMeetingId } = await readMeeting(owner, closed);
    const next = await readMeeting(owner, { ...closed, meetingId: nextMeetingId ?? '' });
    expect(next).toMatchObject({
      status: 'draft',
      repeat: 'quarterly',
      previousMeetingId: closed.meetingId,
      participants: [{ name: 'Dr. Marsh' }, { kind: 'staff' }],
    });
    expect(next.participants.some(({ present: is }) => is !== undefined)).toBe(false);
    expect(next.startsAt > closed.startsAt).toBe(true);
    expect(next.items.map(({ title, openSince }) => [title, openSince?.meetings])).toEqual([
      ['Since last time', undefined],
      ['New imaging servers', 1],
      ['What is on your mind', undefined],
      ['Work under way', undefined],
      ['Next steps', undefined],
    ]);
    const second = await close(await turn(owner, next, 'start'));
    const after = (await readMeeting(owner, second)).nextMeetingId ?? '';
    const third = await readMeeting(owner, { ...second, meetingId: after });
    expect(third.items[1]?.openSince?.meetings).toBe(2);
    expect(third.items[1]?.openSince?.date).toBe(next.items[1]?.openSince?.date);
  });

  it('without a rhythm hands over when somebody plans the next one, once', async () => {
    const here = await room(aboutWork);
    const follow = (body: object = {}) =>
      newMeeting(owner, here.companyId, { previousMeetingId: here.meeting.meetingId, ...body });
    expect((await follow()).body.code).toBe('meeting.not-closed');
    const ended = await turn(owner, here.meeting, 'end');
    await turn(owner, here.meeting, 'close', { v: ended.v });
    await idle();
    const next = ok(await follow());
    expect(next.items.map(({ title }) => title)).toEqual(['New imaging servers']);
    expect((await follow()).body.code).toBe('meeting.has-next');
  });
});

describe('promises', () => {
  it('are kept, moved, dropped, planned, and looked back on in the next meeting', async () => {
    const here = await room(() => []);
    const path = `${pathOf(here.meeting)}/actions`;
    const promise = async (text: string, more: object = {}) =>
      ok(await ask<MeetingAction>(owner, 'POST', path, { text, ...more }));
    const marsh = { kind: 'contact', id: here.marsh.contactId };
    const lease = await promise('Sign the lease', { owner: marsh, dueDate: '2030-06-30' });
    const plan = await promise('Renew the switches');
    const wrong = await promise('Heard wrongly');
    const change = (action: MeetingAction, body: object) =>
      ask<MeetingAction>(owner, 'PATCH', `${path}/${action.meetingActionId}`, { v: action.v, ...body });
    ok(await ask(owner, 'DELETE', `${path}/${wrong.meetingActionId}`, { v: 1 }));
    const item = ok(
      await ask<PlannerItemDetail>(owner, 'POST', `${path}/${plan.meetingActionId}/planner-item`, { v: 1 }),
    );
    expect(item).toMatchObject({ title: 'Renew the switches', status: 'approved' });
    const twice = await ask(owner, 'POST', `${path}/${plan.meetingActionId}/planner-item`, { v: 2 });
    expect(twice.body.code).toBe('action.planned');
    const moved = ok(await change(lease, { dueDate: '2030-09-30' }));
    expect((await change(lease, { text: 'x' })).body).toMatchObject({ status: 409, currentVersion: 2 });
    const list = async (status: string) =>
      ok(
        await ask<Page<MeetingAction>>(owner, 'GET', `/companies/${here.companyId}/meeting-actions?status=${status}`),
      ).items.map(({ text }) => text);
    expect([await list('open'), await list('closed')]).toEqual([['Sign the lease'], ['Renew the switches']]);

    const next = ok(await newMeeting(owner, here.companyId, { templateId: 'check-in' }));
    expect(next.items[0]?.exhibit.table?.rows).toEqual([
      [
        { kind: 'text', text: 'Sign the lease' },
        { kind: 'text', text: 'Dr. Marsh' },
        { kind: 'date', date: '2030-09-30' },
      ],
    ]);
    const done = ok(await change(moved, { status: 'done' }));
    expect(done.closedAt).toBeDefined();
    const again = ok(await change(done, { status: 'open', owner: null, dueDate: null }));
    expect([again.closedAt, again.owner, again.dueDate]).toEqual([undefined, undefined, undefined]);
    const fresh = ok(await ask<MeetingDetail>(owner, 'POST', `${pathOf(next)}/refresh`, { v: next.v }));
    expect(fresh.items[0]?.exhibit.table?.rows[0]?.[1]).toEqual({ kind: 'text', text: 'Nobody yet' });
  });
});
