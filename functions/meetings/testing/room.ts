import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import type { Contact } from '../../../shared/companies/contact.ts';
import type { AgendaItem } from '../../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { ask, type Owner, ok } from '../../identity/testing/members.ts';
import { type Presented, present } from '../../portal/testing/sent-budget.ts';
import { newContact, newMeeting, pathOf, turn } from './held.ts';

export interface Room extends Presented {
  marsh: Contact;
  meeting: MeetingDetail;
}

/** A meeting under way about these records of a client. */
export async function room(
  owner: Owner,
  records: (client: Presented) => Promise<object[]> | object[],
  body: object = {},
): Promise<Room> {
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

export const first = ({ items }: MeetingDetail): AgendaItem => {
  const [item] = items;
  if (!item) throw new Error('The agenda is empty.');
  return item;
};
export const plannerItem = (owner: Owner, { companyId, item }: Presented) =>
  ask<PlannerItemDetail>(owner, 'GET', `/companies/${companyId}/planner-items/${item.plannerItemId}`);
export const budgetOf = async (owner: Owner, { companyId, budget }: Presented) =>
  ok(await ask<BudgetDetail>(owner, 'GET', `/companies/${companyId}/budgets/${budget.budgetId}`));
export const aboutWork = ({ item }: Presented) => [{ type: 'planner-item', id: item.plannerItemId }];
