import { beforeAll, describe, expect, it } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { Suggestion } from '../../shared/meetings/suggesting.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { PRIVATE, present } from '../portal/testing/sent-budget.ts';
import { newMeeting, pathOf, readMeeting } from './testing/held.ts';

let owner: Owner;
let companyId: string;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
});

const added = async (meeting: Meeting, records: object[]) =>
  ok(await ask<MeetingDetail>(owner, 'POST', `${pathOf(meeting)}/records`, { records }));
const titles = ({ items }: MeetingDetail) => items.map(({ title }) => title);

describe('an agenda', () => {
  it('starts from a template, takes notes, and is changed and ordered as a whole', async () => {
    const meeting = ok(await newMeeting(owner, companyId, { templateId: 'qbr' }));
    expect(meeting).toMatchObject({ status: 'draft', itemCount: 8, plannedMinutes: 60, timeZone: 'America/Denver' });
    const path = pathOf(meeting);
    const noted = ok(await ask<MeetingDetail>(owner, 'POST', `${path}/agenda`, { title: 'New office', minutes: 12 }));
    expect([noted.plannedMinutes, titles(noted).at(-1)]).toEqual([72, 'New office']);
    const [first] = noted.items.slice(-1);
    const longer = ok(
      await ask<AgendaItem>(owner, 'PATCH', `${path}/agenda/${first?.agendaItemId}`, { v: 1, minutes: 20, note: 'x' }),
    );
    expect([longer.minutes, longer.note, longer.v]).toEqual([20, 'x', 2]);
    const stale = await ask(owner, 'PATCH', `${path}/agenda/${first?.agendaItemId}`, { v: 1, minutes: 3 });
    expect(stale.body).toMatchObject({ status: 409, currentVersion: 2 });
    const { v, agenda, plannedMinutes } = await readMeeting(owner, meeting);
    expect(plannedMinutes).toBe(80);
    const short = await ask(owner, 'PUT', `${path}/order`, { v, agenda: agenda.slice(1) });
    expect(short.body.errors?.[0]).toMatchObject({ path: 'agenda' });
    const turned = ok(await ask<MeetingDetail>(owner, 'PUT', `${path}/order`, { v, agenda: agenda.toReversed() }));
    expect(turned.agenda).toEqual(agenda.toReversed());
    const gone = { v: turned.v };
    const left = ok(await ask<MeetingDetail>(owner, 'DELETE', `${path}/agenda/${first?.agendaItemId}`, gone));
    expect([left.itemCount, left.plannedMinutes]).toEqual([8, 60]);
    expect((await ask(owner, 'DELETE', `${path}/agenda/${first?.agendaItemId}`, { v: left.v })).status).toBe(404);
  });

  it('takes every kind of record with its figures, once, and leads back from it', async () => {
    const { companyId: client, item, budget } = await present(owner);
    const finding = await raiseFinding(owner, client);
    const goal = ok(await ask<{ goalId: string }>(owner, 'POST', `/companies/${client}/goals`, { title: 'No drops' }));
    const devices = await Promise.all(
      ['CRD-IMG-01', 'CRD-IMG-02'].map(async (name) =>
        ok(await ask<{ deviceId: string }>(owner, 'POST', `/companies/${client}/devices`, { name, type: 'server' })),
      ),
    );
    const meeting = ok(await newMeeting(owner, client));
    const records = [
      { type: 'finding', id: finding.findingId },
      { type: 'goal', id: goal.goalId },
      { type: 'planner-item', id: item.plannerItemId },
      { type: 'budget', id: budget.budgetId },
      ...devices.map(({ deviceId }) => ({ type: 'device', id: deviceId })),
      { type: 'report', id: finding.findingId, label: 'Report of Q3' },
    ];
    const full = await added(meeting, records);
    expect(titles(full)).toEqual([
      finding.title,
      'No drops',
      'New imaging servers',
      'IT budget 2031',
      'Report of Q3',
      '2 devices',
    ]);
    const facts = full.items.map(({ exhibit }) => exhibit.facts.map(({ label }) => label).join(', '));
    expect(facts).toEqual([
      'Risk',
      'Reached, Stands',
      'Estimate, once, When, Stands',
      'Waiting for you, Approved',
      '',
      'Devices, Due or past lifespan, To replace them all',
    ]);
    expect(JSON.stringify(full)).not.toContain(PRIVATE);
    expect((await added(full, records)).itemCount).toBe(6);
    const used = ok(
      await ask<{ items: Link[] }>(owner, 'GET', `/companies/${client}/planner-items/${item.plannerItemId}/links`),
    );
    expect(used.items.find(({ role }) => role === 'discussed-in')?.to).toEqual({
      type: 'meeting',
      id: meeting.meetingId,
    });
    const other = await ask(owner, 'POST', `${pathOf(meeting)}/records`, {
      records: [{ type: 'goal', id: '01k9zcedar0000000000000001' }],
    });
    expect(other.status).toBe(404);
    const kind = await ask(owner, 'POST', `${pathOf(meeting)}/records`, {
      records: [{ type: 'integration', id: '01k9zcedar0000000000000001' }],
    });
    expect(kind.body.errors?.[0]).toMatchObject({ path: 'records' });
  });

  it('shows no budget that the client was never sent', async () => {
    const draft = ok(
      await ask<BudgetDetail>(owner, 'POST', `/companies/${companyId}/budgets`, { title: 'Draft', fiscalYear: 2031 }),
    );
    const meeting = ok(await newMeeting(owner, companyId));
    const records = [{ type: 'budget', id: draft.budgetId }];
    const answer = await ask(owner, 'POST', `${pathOf(meeting)}/records`, { records });
    expect(answer.body.errors?.[0]?.message).toContain('Send this budget to the client first');
  });

  it('takes what two people add at once, and no more than it holds', async () => {
    const meeting = ok(await newMeeting(owner, companyId));
    const add = (title: string) => ask(owner, 'POST', `${pathOf(meeting)}/agenda`, { title });
    const answers = await Promise.all(['One', 'Two', 'Three'].map(add));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await readMeeting(owner, meeting)).itemCount).toBe(3);
  });

  it('is proposed from what waits for a decision, with what still fits', async () => {
    const { companyId: client, item, budget } = await present(owner);
    const finding = await raiseFinding(owner, client);
    const meeting = ok(await newMeeting(owner, client, { durationMinutes: 20 }));
    const asked = () =>
      ask<{ items: Suggestion[]; minutesLeft: number }>(owner, 'GET', `${pathOf(meeting)}/suggestions`);
    const { items, minutesLeft } = ok(await asked());
    expect(minutesLeft).toBe(20);
    expect(items.map(({ record, fits }) => [record.id, fits])).toEqual([
      [budget.budgetId, true],
      [finding.findingId, true],
      [item.plannerItemId, false],
    ]);
    await added(meeting, [{ type: 'budget', id: budget.budgetId }]);
    expect(ok(await asked()).items.map(({ record }) => record.type)).toEqual(['finding', 'planner-item']);
  });
});
