import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/findings/finding.ts';
import type { GoalDetail } from '../../shared/goals/goal.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { idle } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, type Owner, ok } from '../identity/testing/members.ts';
import type { Presented } from '../portal/testing/sent-budget.ts';
import { pathOf, say, turn } from './testing/held.ts';
import { aboutWork, budgetOf, first, plannerItem, room } from './testing/room.ts';

let owner: Owner;
beforeAll(async () => {
  owner = await easyMsp();
});

describe('a meeting under way', () => {
  it('begins once with everybody present, and takes what comes up', async () => {
    const { meeting, marsh } = await room(owner, aboutWork);
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
    const here = await room(owner, aboutWork);
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
    const { status, published } = ok(await plannerItem(owner, here));
    expect([status, published?.status]).toEqual(['approved', 'approved']);
    const after = await budgetOf(owner, here);
    expect(after.status).toBe('approved');
    expect(after.lines.map((line) => [line.status, line.decision?.saidBy, line.decision?.comment])).toEqual(
      after.lines.map(() => ['approved', 'Dr. Marsh', 'Said by Dr. Marsh in "Quarterly review". Both weekends.']),
    );
    await idle();
    expect(ok(await plannerItem(owner, here)).status).toBe('approved');
  });

  it('lets the client change its mind: the latest word stands, whenever it arrives', async () => {
    const here = await room(owner, aboutWork);
    const item = first(here.meeting);
    const path = `${pathOf(item)}/agenda/${item.agendaItemId}/said`;
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    const [earlier, later] = [at(1), at(60)];
    const off = ok(await ask<AgendaItem>(owner, 'POST', path, { at: later, result: 'declined', note: 'The lease' }));
    expect(off.said?.effects.map(({ did }) => did)).toEqual(['declined', 'answered']);
    const late = ok(await ask<AgendaItem>(owner, 'POST', path, { at: earlier, result: 'approved' }));
    expect(late.said?.result).toBe('declined');
    expect(ok(await plannerItem(owner, here)).status).toBe('declined');
    expect((await budgetOf(owner, here)).lines.every(({ status }) => status === 'rejected')).toBe(true);
    const noted = ok(
      await ask<AgendaItem>(owner, 'POST', path, { at: at(90), result: 'declined', note: 'Lease in May' }),
    );
    expect(noted.said).toMatchObject({ note: 'Lease in May', effects: off.said?.effects });
    const back = ok(await ask<AgendaItem>(owner, 'POST', path, { at: at(120), result: 'open' }));
    expect(back.said).toBeUndefined();
  });

  it('puts work off to the quarter that the client names, and leaves its lines open', async () => {
    const here = await room(owner, aboutWork);
    const told = ok(await say(owner, first(here.meeting), { result: 'deferred', deferTo: '2031-04-01' }));
    expect(told.said?.effects.map(({ did }) => did)).toEqual(['put-off']);
    const { status, startDate, endDate, published } = ok(await plannerItem(owner, here));
    expect([status, startDate, endDate]).toEqual(['deferred', '2031-04-01', '2031-06-26']);
    expect(published).toMatchObject({ status: 'deferred', startDate: '2031-04-01' });
    expect((await budgetOf(owner, here)).openLines).toBe(here.budget.openLines);
  });

  it('answers a budget line by line', async () => {
    const here = await room(owner, ({ budget }) => [{ type: 'budget', id: budget.budgetId }]);
    const [yes, no] = here.budget.lines;
    const lines = [
      { budgetLineId: yes?.budgetLineId ?? '', decision: 'approved' as const },
      { budgetLineId: no?.budgetLineId ?? '', decision: 'rejected' as const },
    ];
    ok(await say(owner, first(here.meeting), { result: 'approved', lines }));
    expect((await budgetOf(owner, here)).lines.map(({ status }) => status)).toEqual(['approved', 'rejected']);
    await idle();
    expect(ok(await plannerItem(owner, here)).status).toBe('approved');
    // In another's name it is the same word; another word for the whole is about what was said here.
    const lineStates = async () => (await budgetOf(owner, here)).lines.map(({ status }) => status);
    const by = { kind: 'contact' as const, id: here.marsh.contactId };
    expect(ok(await say(owner, first(here.meeting), { result: 'approved', by })).said?.by?.name).toBe('Dr. Marsh');
    expect(await lineStates()).toEqual(['approved', 'rejected']);
    ok(await say(owner, first(here.meeting), { result: 'declined', by }));
    expect(await lineStates()).toEqual(['rejected', 'rejected']);
  });

  it('leaves a line alone that was answered under another item, when the budget as a whole is answered', async () => {
    const here = await room(owner, (client) => [...aboutWork(client), { type: 'budget', id: client.budget.budgetId }]);
    const [work, budget] = here.meeting.items;
    if (!work || !budget) throw new Error('Two items were expected.');
    ok(await say(owner, work, { result: 'approved' }));
    for (const result of ['declined', 'deferred'] as const)
      expect(ok(await say(owner, budget, { result })).said?.effects).toEqual([]);
    await idle();
    expect((await budgetOf(owner, here)).lines.map(({ status }) => status)).toEqual(['approved', 'approved']);
    expect(ok(await plannerItem(owner, here)).status).toBe('approved');
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
    const yes = await room(owner, make);
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

    const no = await room(owner, make);
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
    const here = await room(owner, aboutWork);
    const { v } = ok(await plannerItem(owner, here));
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
