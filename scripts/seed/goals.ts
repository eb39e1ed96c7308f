import type { Company } from '../../shared/companies/company.ts';
import { addMonths } from '../../shared/kernel/date.ts';
import { GOALS } from './goal-stories.ts';
import type { GoalStory } from './goal-story.ts';
import type { Api } from './person.ts';
import type { Staff } from './staff.ts';

/** Goals of one client: set by its account manager, some out of a finding, with the work that is there already. */
async function seedClientGoals(
  api: Api,
  { companyId, ownerId }: Company,
  goals: readonly GoalStory[],
  today: string,
): Promise<void> {
  const { items: contacts } = await api.companies.listContacts({ companyId, limit: 100 });
  const { items: work } = await api.planner.roadmap({ companyId });
  const { items: findings } = await api.findings.list({ companyId, limit: 100 });
  const versions = new Map(work.map(({ plannerItemId, v }) => [plannerItemId, v]));
  for (const { since, until, sponsor, serves = [], done = {}, finding, evidence, reason, ...facts } of goals) {
    const found = finding ? findings.find(({ title }) => title.toLowerCase().includes(finding)) : undefined;
    const contact = contacts.find(({ name }) => name === sponsor);
    const goal = await api.goals.create({
      ...facts,
      companyId,
      ...(since === undefined ? {} : { status: 'active', startDate: addMonths(today, -since) }),
      ...(until === undefined ? {} : { targetDate: addMonths(today, until) }),
      ...(ownerId ? { ownerId } : {}),
      ...(contact ? { sponsorContactId: contact.contactId } : {}),
      ...(found ? { findingId: found.findingId } : {}),
    });
    const { goalId, v } = goal;
    for (const title of serves) {
      const item = work.find((one) => one.title === title);
      if (!item) throw new Error(`The demo has no planner item "${title}" for the goal "${goal.title}".`);
      const { plannerItemId } = item;
      const served = await api.planner.serve({ companyId, plannerItemId, goalId, v: versions.get(plannerItemId) ?? 1 });
      versions.set(plannerItemId, served.v);
    }
    for (const [title, hours] of Object.entries(done)) {
      const dates = { startDate: addMonths(today, -2), endDate: addMonths(today, -1) };
      await api.planner.create({ companyId, goalId, title, hours, status: 'completed', ...dates });
    }
    if (evidence) await api.goals.achieve({ companyId, goalId, v, evidence });
    if (reason) await api.goals.abandon({ companyId, goalId, v, reason });
  }
}

/** What every client of the demo wants to reach. */
export async function seedGoals(
  { of, dana }: Staff,
  clients: Readonly<Record<string, Company>>,
  today: string,
): Promise<void> {
  const people = new Map(Object.values(of).map((person) => [person.userId, person]));
  await Promise.all(
    Object.entries(GOALS).map(([key, goals]) => {
      const company = clients[key];
      if (!company) throw new Error(`The demo has no client ${key}.`);
      const { api } = people.get(company.ownerId ?? '') ?? dana;
      return seedClientGoals(api, company, goals, today);
    }),
  );
}
