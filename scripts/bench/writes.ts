import { newId } from '../../functions/_kit/new-id.ts';
import { type Scope, systemScope } from '../../functions/_kit/scope.ts';
import { answer } from '../../functions/budgets/approval.service.ts';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { ClientActor } from '../../shared/kernel/actor.ts';
import { atMost, type Row } from './report.ts';
import type { Furnished } from './shown.ts';
import type { Visitor } from './visitor.ts';

/** Write units that a typical mutation may take, indexes included. */
export const WRITES = 12;
/** Those that take more now, and how many: more than that is a step back. */
export const HEAVY: Readonly<Record<string, number>> = {
  'Answer two lines': 13,
  'Edit a device': 13,
};

/** A mutation with the write units that its one commit took. */
export interface Mutation {
  what: string;
  units: number;
  /** True for the mutations that the house calls typical; the others change many records at once. */
  typical: boolean;
}

interface Versioned {
  v: number;
}

/** The client answers two waiting lines, in process: portal users come in through the portal's own surface. */
async function answerLines(
  visitor: Visitor,
  companyId: string,
  { budgetId, sentVersion, lines }: BudgetDetail,
): Promise<number> {
  const actor: ClientActor = { kind: 'client', mspId: visitor.mspId, userId: newId(), companyId, role: 'approver' };
  const scope: Scope = { ...systemScope(visitor.mspId, 'bench'), actor };
  const answers = lines
    .filter(({ status }) => status === 'pending')
    .slice(0, 2)
    .map(({ budgetLineId }) => ({ budgetLineId, decision: 'approved' as const, comment: '' }));
  await visitor.place.as('budgets-api', () =>
    answer(scope, { companyId, budgetId }, { budgetId, sentVersion, answers }, (view) => view),
  );
  return scope.units.write;
}

/** Makes typical changes of every feature and tells their write units. */
export async function mutations(
  visitor: Visitor,
  { companyId, budgetId, plannerItemId }: Furnished,
): Promise<Mutation[]> {
  const made: Mutation[] = [];
  const change = async <T>(what: string, typical: boolean, method: string, path: string, body: object): Promise<T> => {
    const { cost, body: after } = await visitor.ask<T>(method, path, body);
    made.push({ what, units: cost.write, typical });
    return after;
  };
  const company = `/companies/${companyId}`;
  await change('Create a company', true, 'POST', '/companies', {
    name: `Newest ${newId()}`,
    timeZone: 'America/Denver',
  });
  const item = `${company}/planner-items/${plannerItemId}`;
  const { v } = (await visitor.ask<Versioned>('GET', item)).body;
  const fresh = { title: 'Replace the server', hours: 12, publicNote: 'It leaves support in spring.' };
  await change('Create a planner item', true, 'POST', `${company}/planner-items`, fresh);
  const edited = await change<Versioned>('Edit a planner item', true, 'PATCH', item, { v, hours: 24 });
  const dates = { startDate: '2027-03-01', endDate: '2027-03-12' };
  const moved = await change<Versioned>('Move it on the roadmap', true, 'POST', `${item}/move`, {
    v: edited.v,
    ...dates,
  });
  await change('Publish it', true, 'POST', `${item}/publish`, { v: moved.v });
  const { items } = (await visitor.ask<{ items: { findingId: string; v: number }[] }>('GET', `${company}/findings`))
    .body;
  const [finding] = items;
  const reason = { v: finding?.v, reason: 'risk-accepted', note: 'Agreed with the owner for this year.' };
  await change('Dismiss a finding', true, 'POST', `${company}/findings/${finding?.findingId}/dismiss`, reason);
  const { items: devices } = (
    await visitor.ask<{ items: { deviceId: string; v: number }[] }>('GET', `${company}/devices?limit=1`)
  ).body;
  const [device] = devices;
  const place = { v: device?.v, site: 'Annex' };
  await change('Edit a device', true, 'PATCH', `${company}/devices/${device?.deviceId}`, place);
  const goal = { title: 'Nobody waits for a slow machine', targetDate: '2027-06-30' };
  await change('Set a goal', true, 'POST', `${company}/goals`, goal);
  const budget = `${company}/budgets/${budgetId}`;
  const draft = (await visitor.ask<BudgetDetail>('GET', budget)).body;
  const line = `${budget}/lines/${draft.lines[0]?.budgetLineId}`;
  const after = await change<BudgetDetail>('Edit a budget line', true, 'PATCH', line, { v: draft.v, quantity: 3 });
  const lines = after.lines.length;
  const sent = await change<BudgetDetail>(`Send a budget of ${lines} lines`, false, 'POST', `${budget}/send`, {
    v: after.v,
  });
  made.push({ what: 'Answer two lines', units: await answerLines(visitor, companyId, sent), typical: true });
  return made;
}

export async function writeRows(visitor: Visitor, shown: Furnished): Promise<Row[]> {
  const section = 'Write units a mutation, indexes included';
  return (await mutations(visitor, shown)).map(({ what, units, typical }) =>
    typical
      ? atMost(section, what, units, WRITES, '')
      : { section, what, target: '', measured: String(units), verdict: '', note: 'every line is a row of its own' },
  );
}
