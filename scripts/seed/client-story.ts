import { addMonths } from '../../shared/kernel/date.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Client } from './clients.ts';
import { plan, planFinding, type Work } from './plan.ts';
import type { Member } from './staff.ts';
import type { Calendar } from './story.ts';

/** What a client answered to the lines of one piece of work; absent: they still wait. */
type Reply = 'approved' | { rejected: string };

/** A client's plan and budget as the demo tells them. */
export interface ClientStory {
  work(dates: Calendar): Record<string, Work>;
  /** Work that was done without a budget: title, hours and how many months ago it ended. */
  done?: readonly (readonly [title: string, hours: number, monthsAgo: number])[];
  /** A finding that became work, by a word in its title. */
  finding?: { word: string; hours: number; quarter: number };
  /** Pieces of work in the coming year's budget, and what the client said to each. */
  budget?: Readonly<Record<string, Reply | 'waits'>>;
  /** What it pays each year for being looked after, in minor units: the planner does not know it. */
  serviceMinor: number;
}

async function history(
  { api }: Member,
  companyId: string,
  done: NonNullable<ClientStory['done']>,
  { today }: Calendar,
): Promise<void> {
  for (const [title, hours, monthsAgo] of done) {
    const endDate = addMonths(today, -monthsAgo);
    const dates = { startDate: addMonths(endDate, -1), endDate };
    await api.planner.create({ companyId, title, hours, status: 'completed', lane: 'advisory', ...dates });
  }
}

/** The budget of the coming year, sent and answered as the story says. */
async function budget(
  { api }: Member,
  approver: Member,
  companyId: string,
  items: Readonly<Record<string, PlannerItemDetail>>,
  replies: NonNullable<ClientStory['budget']>,
  dates: Calendar,
): Promise<void> {
  const idOf = (key: string) => items[key]?.plannerItemId ?? '';
  const draft = await api.budgets.create({
    companyId,
    title: `${dates.nextYearName} budget`,
    fiscalYear: dates.nextYear,
    plannerItemIds: Object.keys(replies).map(idOf),
  });
  const { budgetId, v } = draft;
  const sent = await api.budgets.send({ companyId, budgetId, v, dueDate: dates.span(0, 70, 1).startDate });
  const answers = Object.entries(replies).flatMap(([key, reply]) => {
    const lines = sent.lines.filter(({ source }) => source?.plannerItemId === idOf(key));
    if (reply === 'waits') return [];
    const decision = reply === 'approved' ? ('approved' as const) : ('rejected' as const);
    const comment = reply === 'approved' ? '' : reply.rejected;
    return lines.map(({ budgetLineId }) => ({ budgetLineId, decision, comment }));
  });
  if (answers.length === 0) return;
  await approver.api.portal.answer({ budgetId, sentVersion: sent.sentVersion, answers });
}

/** Tells how a client stands today: what was done of late, what is planned, what the client said to its price. */
export async function seedStory(
  { company, owner, portal }: Client,
  story: ClientStory,
  dates: Calendar,
): Promise<void> {
  const { companyId } = company;
  await history(owner, companyId, story.done ?? [], dates);
  const items = await plan(owner.api, companyId, story.work(dates));
  await owner.api.budgets.setForecastRules({
    companyId,
    baseYear: dates.nextYear - 1,
    yearsForward: 3,
    globalDefaultIncreasePercent: 4,
    applyGlobalToAll: false,
    renewalsAssumed: true,
    devicesCounted: true,
    hardwareIncreasePercent: 4,
    overdueQuarters: 4,
    v: 0,
    rules: [
      {
        categoryKey: 'managed-services',
        label: 'Managed services',
        baseYearAmount: story.serviceMinor,
        perYearIncreasePercent: 4,
        isIncreaseEnabled: true,
        manualOverrides: {},
      },
    ],
  });
  if (story.finding) {
    const { word, hours, quarter } = story.finding;
    await planFinding(owner.api, companyId, word, { lane: 'microsoft-365', hours, ...dates.span(quarter, 0, 28) });
  }
  if (story.budget) await budget(owner, portal[0], companyId, items, story.budget, dates);
}
