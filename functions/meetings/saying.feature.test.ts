import { beforeAll, describe, expect, it } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let client: string;
let servers: PlannerItemDetail;
let budget: BudgetDetail;
let meeting: MeetingDetail;
let marsh: { kind: 'contact'; id: string };

const get = async <T>(path: string) => ok(await ask<T>(owner, 'GET', client + path));
const post = async <T>(path: string, body: object) => ok(await ask<T>(owner, 'POST', client + path, body));

/** How the decision stands on the roadmap and in the budget. */
async function standing() {
  const item = await get<PlannerItemDetail>(`/planner-items/${servers.plannerItemId}`);
  const { lines, status } = await get<BudgetDetail>(`/budgets/${budget.budgetId}`);
  return { planner: item.status, starts: item.startDate, lines: lines.map((line) => line.status), budget: status };
}

const START = Date.parse('2031-01-05T10:00:00Z');
let words = 0;
/** One word about the item, a second after the one before. */
function say(body: object, late?: string): Promise<AgendaItem> {
  const [item] = meeting.items;
  words += 1;
  const at = late ?? new Date(START + words * 1_000).toISOString();
  return post(`/meetings/${meeting.meetingId}/agenda/${item?.agendaItemId}/said`, { at, ...body });
}

beforeAll(async () => {
  owner = await easyMsp();
  client = `/companies/${await newCompany(owner)}`;
  const contact = await post<Contact>('/contacts', { name: 'Dr. Marsh', roles: ['decision-maker'] });
  marsh = { kind: 'contact', id: contact.contactId };
  const dates = { startDate: '2031-02-01', endDate: '2031-03-03' };
  servers = await post('/planner-items', { title: 'Replace servers', hours: 10, ...dates });
  budget = await post('/budgets', { title: 'IT 2031', fiscalYear: 2031, plannerItemIds: [servers.plannerItemId] });
  budget = await post(`/budgets/${budget.budgetId}/send`, { v: budget.v });
  const { meetingId } = await post<MeetingDetail>('/meetings', {
    title: 'Review',
    startsAt: '2031-01-05T10:00:00Z',
    participants: [marsh],
  });
  const records = [{ type: 'planner-item', id: servers.plannerItemId }];
  await post(`/meetings/${meetingId}/records`, { records });
  meeting = await post(`/meetings/${meetingId}/start`, {});
});

describe('a decision of a meeting', () => {
  it('is changed to another one, on the roadmap and in the budget alike', async () => {
    const both = [
      { record: { type: 'planner-item', id: servers.plannerItemId }, did: 'approved' },
      { record: { type: 'budget', id: budget.budgetId }, did: 'answered' },
    ];
    expect((await say({ result: 'approved', by: marsh })).said).toMatchObject({ effects: both });
    expect(await standing()).toMatchObject({ planner: 'approved', lines: ['approved'], budget: 'approved' });
    // What it did stays known with another note, and when somebody else says the same.
    expect((await say({ result: 'approved', by: marsh, note: 'Go.' })).said).toMatchObject({ effects: both });
    expect((await say({ result: 'approved' })).said).toMatchObject({ effects: both });

    const declined = await say({ result: 'declined', by: marsh });
    expect(declined.said?.effects.map(({ did }) => did)).toEqual(['declined', 'answered']);
    expect(await standing()).toMatchObject({ planner: 'declined', lines: ['rejected'], budget: 'pending' });

    await say({ result: 'deferred', by: marsh, deferTo: '2031-07-01' });
    expect(await standing()).toEqual({
      planner: 'deferred',
      starts: '2031-07-01',
      lines: ['pending'],
      budget: 'pending',
    });
    // Put off less far, by the same person: what it did is told once.
    const sooner = await say({ result: 'deferred', by: marsh, deferTo: '2031-04-01' });
    expect(sooner.said?.effects.map(({ did }) => did)).toEqual(['put-off', 'answered']);
    expect(await standing()).toMatchObject({ planner: 'deferred', starts: '2031-04-01' });
  });

  it('stays when another screen tells the time that it took, and when an older word comes late', async () => {
    await say({ result: 'approved', by: marsh, note: 'After the lease.' });
    const word = { result: 'approved', note: 'After the lease.' };
    expect(await say({ spentSeconds: 90 })).toMatchObject({ spentSeconds: 90, said: word });
    expect(await say({ spentSeconds: 60 })).toMatchObject({ spentSeconds: 90, said: word });
    expect(await say({ result: 'declined' }, '2031-01-05T10:00:01Z')).toMatchObject({ said: word });
    // Time that is told later than a word was said does not make the word late.
    expect(await say({ spentSeconds: 120 }, '2032-01-01T00:00:00Z')).toMatchObject({ spentSeconds: 120 });
    expect(await say({ result: 'discussed' })).toMatchObject({ said: { result: 'discussed' }, spentSeconds: 120 });
  });

  it('leaves alone what the client answered elsewhere', async () => {
    const path = `${client}/budgets/${budget.budgetId}`;
    const { lines } = ok(await ask<BudgetDetail>(owner, 'GET', path));
    const other = await post<MeetingDetail>('/meetings', { title: 'Another', startsAt: '2031-02-05T10:00:00Z' });
    const records = [{ type: 'budget', id: budget.budgetId }];
    await post(`/meetings/${other.meetingId}/records`, { records });
    const held = await post<MeetingDetail>(`/meetings/${other.meetingId}/start`, {});
    const said = `/meetings/${other.meetingId}/agenda/${held.agenda[0]}/said`;
    const line = { budgetLineId: lines[0]?.budgetLineId, decision: 'rejected' };
    const answer = await post<AgendaItem>(said, { at: '2031-02-05T10:00:00Z', result: 'declined', lines: [line] });
    expect(answer.said?.effects).toEqual([]);
    expect((await standing()).lines).toEqual(lines.map(({ status }) => status));
  });
});
