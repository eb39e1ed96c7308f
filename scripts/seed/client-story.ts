import type { Company } from '../../shared/companies/company.ts';
import { addMonths } from '../../shared/kernel/date.ts';
import type { CompanyRole } from '../../shared/kernel/permissions.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Cloud } from '../local/cloud.ts';
import { plan, planFinding, type Work } from './plan.ts';
import { accept, type Member, type Staff } from './staff.ts';
import type { Calendar } from './story.ts';

/** What a client answered to the lines of one piece of work; absent: they still wait. */
type Reply = 'approved' | { rejected: string };

/** A client's plan and budget as the demo tells them. */
export interface ClientStory {
  /** Who answers for the client in the portal. */
  approver: { name: string; email: string; role: CompanyRole };
  work(dates: Calendar): Record<string, Work>;
  /** Work that is done: title, hours and how many months ago it ended. */
  done: readonly (readonly [title: string, hours: number, monthsAgo: number])[];
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
  done: ClientStory['done'],
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
    title: `FY${dates.nextYear % 100} budget`,
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

/** Tells a client's story: who answers, what was done, what is planned, what the client said to its price. */
export async function seedStory(
  cloud: Cloud,
  { of, dana }: Staff,
  company: Company,
  story: ClientStory,
  dates: Calendar,
): Promise<void> {
  const { companyId, ownerId } = company;
  const owner = Object.values(of).find(({ userId }) => userId === ownerId) ?? dana;
  const { name, email, role } = story.approver;
  const contacts = (await owner.api.companies.listContacts({ companyId, limit: 100 })).items;
  const contactId = contacts.find((one) => one.name === name)?.contactId;
  await owner.api.identity.inviteClientUser({ companyId, email, role, ...(contactId ? { contactId } : {}) });
  const approver = await accept(cloud, email, name);
  await history(owner, companyId, story.done, dates);
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
  if (story.budget) await budget(owner, approver, companyId, items, story.budget, dates);
}
