import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../shared/kernel/page.ts';
import type { MeetingAction } from '../../shared/meetings/action.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { Minutes } from '../../shared/meetings/minutes.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { getFile, putFile } from '../_kit/clients/files.ts';
import { companyFile } from '../_kit/file-keys.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle, mailsTo } from '../_kit/testing/world.ts';
import { ask, easyMsp, type Owner, ok } from '../identity/testing/members.ts';
import { PRIVATE } from '../portal/testing/sent-budget.ts';
import { newMeeting, PRESENTER_ONLY, pathOf, readMeeting, say, turn } from './testing/held.ts';
import { aboutWork, first, room } from './testing/room.ts';

let owner: Owner;
beforeAll(async () => {
  owner = await easyMsp();
});

describe('minutes', () => {
  it('say what was decided, stand for ever, and reach those who are named', async () => {
    const here = await room(owner, aboutWork);
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
    const sent = await mailsTo(here.marsh.email ?? '');
    const [mail, ...others] = sent.filter(({ subject }) => subject.startsWith('Minutes'));
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
    const file = companyFile(
      scope,
      here.companyId,
      `meetings/${closed.meetingId}/minutes-${closed.minutes?.sha256}.json`,
    );
    await as('meetings-api', async () => {
      expect((await getFile(scope, file, closed.minutes ?? { sha256: '', bytes: 0 })).length).toBe(
        closed.minutes?.bytes,
      );
      await putFile(scope, file, new TextEncoder().encode('{}'), { contentType: 'application/json' });
    });
    expect((await minutes()).body.code).toBe('minutes.altered');
  });

  it('say every promise that was noted while they were closed', async () => {
    const here = await room(owner, () => []);
    const { v } = await turn(owner, here.meeting, 'end');
    const close = () => ask<MeetingDetail>(owner, 'POST', `${pathOf(here.meeting)}/close`, { v, recipients: [] });
    const promises = ['One', 'Two', 'Three', 'Four'].map((text) =>
      ask<MeetingAction>(owner, 'POST', `${pathOf(here.meeting)}/actions`, { text }),
    );
    const [closing, ...noted] = await Promise.all([close(), ...promises]);
    // Somebody was faster: closing it again is a look at what stands now.
    if (closing.status !== 200) expect([closing.status, (await close()).status]).toEqual([409, 200]);
    const kept = noted.filter(({ status }) => status === 200 || status === 201).map(({ body }) => body.text);
    const { actions } = ok(await ask<Minutes>(owner, 'GET', `${pathOf(here.meeting)}/minutes`));
    expect(actions.map(({ text }) => text).toSorted()).toEqual(kept.toSorted());
  });
});

describe('a series', () => {
  it('makes the next meeting with what is left to decide, and again when that is closed', async () => {
    const here = await room(owner, aboutWork, { templateId: 'check-in', repeat: 'quarterly' });
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
    const here = await room(owner, aboutWork);
    const follow = (body: object = {}) =>
      newMeeting(owner, here.companyId, { previousMeetingId: here.meeting.meetingId, ...body });
    expect((await follow()).body.code).toBe('meeting.not-closed');
    const ended = await turn(owner, here.meeting, 'end');
    await turn(owner, here.meeting, 'close', { v: ended.v });
    // Planned before the closing was heard of: what is left comes once.
    const next = ok(await follow({ templateId: 'check-in' }));
    await idle();
    const { items } = await readMeeting(owner, next);
    expect(items.slice(0, 3).map(({ title }) => title)).toEqual([
      'Since last time',
      'New imaging servers',
      'What is on your mind',
    ]);
    expect(items).toHaveLength(5);
    expect((await follow()).body.code).toBe('meeting.has-next');
  });
});

describe('promises', () => {
  it('are kept, moved, dropped, planned, and looked back on in the next meeting', async () => {
    const here = await room(owner, () => []);
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
