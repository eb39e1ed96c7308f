import * as Approval from '../../../functions/budgets/approval.service.ts';
import * as Budgets from '../../../functions/budgets/budgets.service.ts';
import * as Planner from '../../../functions/planner/planner.service.ts';
import * as Portal from '../../../functions/portal/portal.service.ts';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { addDays, addMonths, type CalendarDate, fiscalQuarter, fiscalYear } from '../../../shared/kernel/date.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { NewPlannerItem, type PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { Client } from '../clients.ts';
import { back } from '../moment.ts';
import type { Past, PastWork } from './past.ts';

/** Days before a fiscal year by which its budget is agreed. */
const AHEAD_DAYS = 30;
const WORK_DAYS = 28;
const DONE_HOUR = 16;
/** Hours of a budget from the day on which its month begins: work is planned, then priced and sent; answers come the day after. */
const HOURS = { planned: 63, drafted: 64, sent: 65, drawnAnew: 88, sentAnew: 89, answered: 94 } as const;

interface Year {
  fiscalYear: number;
  /** When its budget is agreed. */
  monthsAgo: number;
  work: readonly PastWork[];
}

const startOf = (today: CalendarDate, { monthsAgo }: PastWork) => addDays(addMonths(today, -monthsAgo), -WORK_DAYS);

/** The fiscal years in which past work began, oldest first, each with the month in which it was agreed upon. */
export function yearsOf({ work }: Past, today: CalendarDate, fiscalYearStart: number): Year[] {
  const byYear = Map.groupBy(work, (one) => fiscalQuarter(startOf(today, one), fiscalYearStart).year);
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) => {
      const latest = addDays(fiscalYear(year, fiscalYearStart).start, -AHEAD_DAYS);
      let monthsAgo = 1;
      while (addMonths(today, -monthsAgo) > latest) monthsAgo += 1;
      return { fiscalYear: year, monthsAgo, work: own };
    });
}

/** A client's work of two years: planned and budgeted once a year, answered by the client, done month by month. */
export function yearly(cloud: Cloud, { company, owner, portal: [approver] }: Client, past: Past, today: CalendarDate) {
  const { companyId, fiscalYearStart } = company;
  const planning = back(cloud, owner, 'planner');
  const budgeting = back(cloud, owner, 'budgets');
  const answering = back(cloud, approver, 'portal');
  const years = yearsOf(past, today, fiscalYearStart);
  const made = new Map<PastWork, string>();

  const plan = async (at: Date, work: PastWork): Promise<PlannerItemDetail> => {
    const { title, lane, hours, bought } = work;
    const startDate = startOf(today, work);
    const [label = '', kind, quantity, unitMinor] = bought ?? [];
    const costs = bought ? [{ label, kind, quantity, unitMinor }] : [];
    const endDate = addDays(startDate, WORK_DAYS - 1);
    const facts = NewPlannerItem.parse({ companyId, title, lane, hours, costs, startDate, endDate });
    const item = await planning(at, 'create', (scope) => Planner.create(scope, facts));
    made.set(work, item.plannerItemId);
    return item;
  };

  const send = ({ budgetId, v }: BudgetDetail, at: Date) =>
    budgeting(at, 'send', (scope) => Approval.send(scope, { companyId, budgetId, v }));

  const agree = async ({ fiscalYear: year, work }: Year, day: CalendarDate): Promise<void> => {
    const at = (when: keyof typeof HOURS) => new Date(Date.parse(`${day}T00:00:00Z`) + HOURS[when] * 3_600_000);
    const items = await Promise.all(work.map((one) => plan(at('planned'), one)));
    const plannerItemIds = items.map(({ plannerItemId }) => plannerItemId);
    const title = `${yearWords(year, fiscalYearStart)} budget`;
    const draft = { companyId, title, fiscalYear: year, plannerItemIds, internalNotes: '' };
    let sent = await send(
      await budgeting(at('drafted'), 'create', (scope) => Budgets.create(scope, draft)),
      at('sent'),
    );
    if (past.sentTwice && year === years[0]?.fiscalYear) {
      const { budgetId, v } = sent;
      const anew = await budgeting(at('drawnAnew'), 'replace', (scope) =>
        Budgets.replace(scope, { companyId, budgetId, v }),
      );
      sent = await send(anew, at('sentAnew'));
    }
    const refused = new Map(work.flatMap((one) => (one.refused ? [[made.get(one), one.refused] as const] : [])));
    const answers = sent.lines.map(({ budgetLineId, source }) => {
      const comment = refused.get(source?.plannerItemId) ?? '';
      return { budgetLineId, decision: comment ? ('rejected' as const) : ('approved' as const), comment };
    });
    const { budgetId, sentVersion } = sent;
    await answering(at('answered'), 'answer', (scope) => Portal.answer(scope, { budgetId, sentVersion, answers }));
  };

  const finish = async (work: PastWork, day: CalendarDate): Promise<void> => {
    const one = { companyId, plannerItemId: made.get(work) ?? '' };
    await planning(new Date(`${day}T${DONE_HOUR}:00:00Z`), 'edit', async (scope) => {
      const { v } = await Planner.get(scope, one);
      await Planner.edit(scope, { ...one, v, status: 'completed' });
    });
  };

  return {
    first: Math.max(0, ...years.map(({ monthsAgo }) => monthsAgo)),
    async play(monthsAgo: number): Promise<void> {
      const day = addMonths(today, -monthsAgo);
      for (const year of years) if (year.monthsAgo === monthsAgo) await agree(year, day);
      const ended = past.work.filter((work) => work.monthsAgo === monthsAgo && !work.refused);
      await Promise.all(ended.map((work) => finish(work, day)));
    },
  };
}
