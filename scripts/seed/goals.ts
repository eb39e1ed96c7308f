import { addMonths } from '../../shared/kernel/date.ts';
import { type Client, type Clients, clientOf } from './clients.ts';
import { GOALS } from './goal-stories.ts';
import type { GoalStory } from './goal-story.ts';
import { dueFirst } from './plan.ts';

/** Goals of one client: set by its account manager, some out of a finding, with the work that is there already. */
async function seedClientGoals(
  { company, owner, contacts }: Client,
  goals: readonly GoalStory[],
  today: string,
): Promise<void> {
  const { companyId, ownerId } = company;
  const { api } = owner;
  const { items: work } = await api.planner.roadmap({ companyId });
  const { items: findings } = await api.findings.list({ companyId, limit: 100 });
  const versions = new Map(work.map(({ plannerItemId, v }) => [plannerItemId, v]));
  for (const { since, until, sponsor, serves = [], done = {}, about, finding, ...facts } of goals) {
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
    const { goalId } = goal;
    if (about) {
      const deviceIds = await dueFirst(api, companyId, about);
      await api.goals.attachDevices({ companyId, goalId, deviceIds });
    }
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
  }
}

/** What every client of the demo wants to reach. */
export async function seedGoals(clients: Clients, today: string): Promise<void> {
  await Promise.all(Object.entries(GOALS).map(([key, goals]) => seedClientGoals(clientOf(clients, key), goals, today)));
}
