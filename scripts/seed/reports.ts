import { coveredBy } from '../../shared/reports/occurrences.ts';
import type { Rule } from '../../shared/reports/schedule.ts';
import type { Cloud } from '../local/cloud.ts';
import { type Clients, clientOf } from './clients.ts';

/** Clients whose reports go by a schedule: when, and whether somebody looks first. */
const SCHEDULES: Readonly<Record<string, { rule: Rule; review: boolean }>> = {
  crd: { rule: { every: 'quarter', on: 'weeks-before-end', count: 2 }, review: true },
  hfl: { rule: { every: 'quarter', on: 'day', count: 10 }, review: true },
  bct: { rule: { every: 'month', on: 'day', count: 5 }, review: false },
};

const NOTE =
  'A calm quarter: the document system held on every filing day.\n' +
  'Thank you for your quick answers to the budget. What comes next stands on the roadmap.';

/** Schedules of some clients, to everybody there who signs in; and the last review of Harbor & Finch, as they have it. */
export async function seedReports(cloud: Cloud, clients: Clients, today: string): Promise<void> {
  for (const [key, { rule, review }] of Object.entries(SCHEDULES)) {
    const { company, owner } = clientOf(clients, key);
    const { companyId, fiscalYearStart } = company;
    const { api } = owner;
    const { items } = await api.reports.reachable({ companyId });
    const recipients = items.filter(({ signsIn }) => signsIn).map(({ type, id }) => ({ type, id }));
    await api.reports.setSchedule({ companyId, rule, review, recipients, v: 0 });
    if (key !== 'hfl') continue;
    const { reportId, v } = await api.reports.create({
      companyId,
      note: NOTE,
      ...coveredBy(rule, today, fiscalYearStart),
    });
    await api.reports.make({ companyId, reportId, v });
    await cloud.idle();
    const made = await api.reports.get({ companyId, reportId });
    await api.reports.publish({ companyId, reportId, v: made.v, recipients });
  }
}
