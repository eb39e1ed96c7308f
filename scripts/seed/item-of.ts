import { type Clients, clientOf } from './clients.ts';
import type { Staff } from './staff.ts';

type Member = NonNullable<Staff['of'][string]>;

/** Somebody of the demo's team. */
export function memberOf({ of }: Staff, who: string): Member {
  const person = of[who];
  if (!person) throw new Error(`The demo has nobody called ${who}.`);
  return person;
}

/** The planner item of a client whose title begins so, as what hangs on it names it. */
export async function itemOf(
  staff: Staff,
  clients: Clients,
  client: string,
  beginning: string,
): Promise<{ companyId: string; recordType: 'planner-item'; recordId: string }> {
  const { companyId } = clientOf(clients, client).company;
  const { items } = await memberOf(staff, 'tom').api.planner.roadmap({ companyId });
  const item = items.find(({ title }) => title.startsWith(beginning));
  if (!item) throw new Error(`${client} has no planner item "${beginning} ...".`);
  return { companyId, recordType: 'planner-item', recordId: item.plannerItemId };
}
