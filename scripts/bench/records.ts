import { newId } from '../../functions/_kit/new-id.ts';
import { systemScope } from '../../functions/_kit/scope.ts';
import * as Budgets from '../../functions/budgets/budgets.service.ts';
import * as Companies from '../../functions/companies/companies.service.ts';
import { importRows } from '../../functions/devices/import.service.ts';
import { reconcileFindings } from '../../functions/findings/findings.service.ts';
import * as Goals from '../../functions/goals/goals.service.ts';
import { notify } from '../../functions/notifications/notify.service.ts';
import * as Planner from '../../functions/planner/planner.service.ts';
import { NewBudget } from '../../shared/budgets/budget.ts';
import { NewCompany } from '../../shared/companies/company.ts';
import { type ImportedFacts, MOST_WRITTEN } from '../../shared/devices/device-import.ts';
import { DEVICE_TYPES } from '../../shared/devices/device-type.ts';
import { type ObservedFinding, RISKS } from '../../shared/findings/finding.ts';
import { GOAL_CATEGORIES, NewGoal } from '../../shared/goals/goal.ts';
import { addDays } from '../../shared/kernel/date.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import { MOST_RECORDS } from '../../shared/meetings/kinds.ts';
import { LANES, NewPlannerItem } from '../../shared/planner/planner-item.ts';
import type { Visitor } from './visitor.ts';

/** Commits at work at once while records are made. */
const AT_ONCE = 8;
/** Day of the first roadmap item. */
const FIRST_DAY = '2027-01-04';
const THREE_YEARS = 1_090;

/** The answers of `make` for 0 .. count-1, in order. */
async function times<T>(from: number, count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) made[index] = await make(from + index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return made;
}

const number = (index: number) => String(index + 1).padStart(5, '0');

/** So many more clients of the MSP. `from` is how many there are. @returns their ids */
export function companies(visitor: Visitor, from: number, count: number): Promise<string[]> {
  const { place, mspId } = visitor;
  return place.as('companies-api', () =>
    times(from, count, async (index) => {
      const fresh = NewCompany.parse({
        name: `Client ${number(index)} Family Dental`,
        industry: 'Healthcare (HIPAA)',
        website: `https://client-${index}.example`,
        agreement: 'All-in, $150 a seat',
        seats: 20 + (index % 60),
        timeZone: 'America/Los_Angeles',
      });
      return (await Companies.create(systemScope(mspId, 'bench'), fresh)).companyId;
    }),
  );
}

/** A finding as a Microsoft 365 sync raises it, with evidence and the people it affects. */
export function finding(index: number): ObservedFinding {
  return {
    key: `licence:inactive:SKU${number(index)}`,
    kind: 'licence-inactive',
    title: `${5 + (index % 20)} Microsoft 365 Business Premium licences on accounts that nobody uses (${number(index)})`,
    why: 'No successful sign-in for longer than agreed: the person may have left, or need less.',
    risk: RISKS[index % RISKS.length] ?? 'medium',
    evidence: [
      { label: 'Licences', value: String(5 + (index % 20)) },
      { label: 'Price a month', value: '$22.00' },
    ],
    affected: Array.from({ length: 8 }, (_, person) => ({
      label: `Person ${person} of the front desk`,
      detail: 'Last seen 2026-08-14',
    })),
    affectedCount: 8,
    saving: { minorPerYear: 132_000, currency: 'USD' },
    source: { feature: 'm365', recordType: 'licence', recordId: `SKU${number(index)}` },
  };
}

/** Makes the open findings of a client exactly so many. */
export function findings(visitor: Visitor, companyId: string, count: number): Promise<unknown> {
  const observed = Array.from({ length: count }, (_, index) => finding(index));
  const scope = systemScope(visitor.mspId, 'bench');
  return visitor.place.as('m365-step-assess', () =>
    reconcileFindings(scope, { companyId, raisedBy: 'm365', observed }),
  );
}

/** A device as a file of them names it, bought in the last seven years. */
function device(index: number): ImportedFacts {
  return {
    name: `CRD-LT-${number(index)}`,
    type: DEVICE_TYPES[index % DEVICE_TYPES.length] ?? 'laptop',
    manufacturer: 'Dell',
    model: 'Latitude 5540',
    serial: `SN${number(index)}`,
    os: 'Microsoft Windows 11 Pro',
    site: 'Cedar Ridge main office',
    user: `person-${index}@cedar-ridge.example`,
    purchased: addDays('2020-01-06', (index * 97) % 2_500),
    warrantyEnd: addDays('2023-01-06', (index * 97) % 2_500),
  };
}

/** So many more devices of a client, as a file brings them. `from` is how many there are. */
export function devices(visitor: Visitor, companyId: string, from: number, count: number): Promise<unknown> {
  const scope = systemScope(visitor.mspId, 'bench');
  const files = Array.from({ length: Math.ceil(count / MOST_WRITTEN) }, (_, file) =>
    Array.from({ length: Math.min(MOST_WRITTEN, count - file * MOST_WRITTEN) }, (_, line) => ({
      facts: device(from + file * MOST_WRITTEN + line),
    })),
  );
  return visitor.place.as('devices-api', () =>
    times(0, files.length, (file) => importRows(scope, { companyId, rows: files[file] ?? [] })),
  );
}

/** So many goals of a client, each with a day to reach it by. */
export function goals(visitor: Visitor, companyId: string, count: number): Promise<unknown> {
  return visitor.place.as('goals-api', () =>
    times(0, count, (index) => {
      const fresh = NewGoal.parse({
        companyId,
        title: `Every site works for a day without its line (${number(index)})`,
        category: GOAL_CATEGORIES[index % GOAL_CATEGORIES.length],
        status: 'active',
        targetDate: addDays(FIRST_DAY, index * 7),
        progress: index % 100,
        description: 'Two providers at each site, and a plan that was tried once a year.',
        why: 'A day without the line is a day without patients.',
      });
      return Goals.create(systemScope(visitor.mspId, 'bench'), fresh);
    }),
  );
}

/** A planner item with two costs, dates and notes; so many of them spread over three years. */
export function plannerItem(companyId: string, index: number, of: number) {
  const startDate = addDays(FIRST_DAY, Math.floor((index * THREE_YEARS) / of));
  return NewPlannerItem.parse({
    companyId,
    title: `Replace the firewall and switches of site ${number(index)}`,
    lane: LANES[index % LANES.length],
    hours: 12 + (index % 20),
    costs: [
      { label: 'Firewall with three years of support', kind: 'hardware', quantity: 2, unitMinor: 129_900 },
      { label: 'Monitoring', kind: 'subscription', quantity: 2, unitMinor: 4_500, recurrence: 'monthly' },
    ],
    startDate,
    endDate: addDays(startDate, 13),
    publicNote: 'The present firewall leaves support in spring. The new one filters and reports by itself.',
    riskIfDeferred: 'No security updates after the end of support.',
  });
}

/** So many items on a client's roadmap. @returns their ids */
export function plannerItems(visitor: Visitor, companyId: string, from: number, count: number): Promise<string[]> {
  return visitor.place.as('planner-api', () =>
    times(from, count, async (index) => {
      const item = await Planner.create(
        systemScope(visitor.mspId, 'bench'),
        plannerItem(companyId, index, from + count),
      );
      return item.plannerItemId;
    }),
  );
}

/** A draft budget out of planner items: three lines each, one of labour and two of costs. */
export function budget(visitor: Visitor, companyId: string, plannerItemIds: string[]) {
  const fresh = NewBudget.parse({ companyId, title: 'Budget 2027', fiscalYear: 2027, plannerItemIds });
  return visitor.place.as('budgets-api', () => Budgets.create(systemScope(visitor.mspId, 'bench'), fresh));
}

/** A meeting about so many planner items. @returns its id */
export async function meeting(visitor: Visitor, companyId: string, plannerItemIds: readonly string[]): Promise<string> {
  const meetings = `/companies/${companyId}/meetings`;
  const fresh = { title: 'Quarterly review', startsAt: `${FIRST_DAY}T17:00:00.000Z` };
  const { body } = await visitor.ask<{ meetingId: string }>('POST', meetings, fresh);
  for (const some of pieces(plannerItemIds, MOST_RECORDS)) {
    const records = some.map((id) => ({ type: 'planner-item', id }));
    await visitor.ask('POST', `${meetings}/${body.meetingId}/records`, { records });
  }
  return body.meetingId;
}

/** What staff say about a planner item, in so many comments. */
export async function comments(visitor: Visitor, companyId: string, plannerItemId: string, count: number) {
  for (let index = 0; index < count; index += 1) {
    const text = `The vendor can come in week ${1 + index}. It takes both of us for a day, and the site is closed then.`;
    await visitor.ask('POST', `/companies/${companyId}/comments/planner-item/${plannerItemId}`, { text });
  }
}

/** Tells the visitor so many things. */
export function notifications(visitor: Visitor, companyId: string, count: number): Promise<unknown> {
  return visitor.place.as('notifications-on-budget-answered', async () => {
    for (let index = 0; index < count; index += 1) {
      const at = new Date(Date.now() - (count - index) * 60_000);
      const occurrence = { eventId: newId(at), at: at.toISOString(), actorId: 'system:bench' };
      const params = { company: 'Cedar Ridge Family Dental', approved: 12, rejected: 2, complete: true };
      const record = { type: 'budget', id: newId(at) } as const;
      const scope = systemScope(visitor.mspId, 'bench');
      await notify(scope, [visitor.userId], occurrence, { type: 'budget-answered', companyId, record, params });
    }
  });
}
