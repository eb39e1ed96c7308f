import type { NewPlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Api } from './person.ts';

/** An item of the story; `publish` shows it to the client. */
export type Work = Partial<Omit<NewPlannerItem, 'companyId' | 'findingId'>> & { title: string; publish?: true };

/** Puts the story's work on a client's roadmap, by key. */
export async function plan(
  api: Api,
  companyId: string,
  work: Record<string, Work>,
): Promise<Record<string, PlannerItemDetail>> {
  const made = await Promise.all(
    Object.entries(work).map(async ([key, { publish, ...facts }]): Promise<[string, PlannerItemDetail]> => {
      const item = await api.planner.create({ companyId, ...facts });
      if (!publish) return [key, item];
      return [key, await api.planner.publish({ companyId, plannerItemId: item.plannerItemId, v: item.v })];
    }),
  );
  return Object.fromEntries(made);
}

/** Turns the first open finding whose title speaks of `word` into a planner item, with the link kept both ways. */
export async function planFinding(
  api: Api,
  companyId: string,
  word: string,
  facts: Omit<Work, 'title'>,
): Promise<void> {
  const { items } = await api.findings.list({ companyId, limit: 100 });
  const finding = items.find((one) => one.title.toLowerCase().includes(word)) ?? items[0];
  if (!finding) throw new Error(`Client ${companyId} has no finding to plan: the Microsoft 365 sync brought none.`);
  const { publish, ...rest } = facts;
  const item = await api.planner.create({ companyId, findingId: finding.findingId, title: finding.title, ...rest });
  if (publish) await api.planner.publish({ companyId, plannerItemId: item.plannerItemId, v: item.v });
}
