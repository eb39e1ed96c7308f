import { RISK_WORDS } from '../../shared/findings/words.ts';
import { STANDING_WORDS } from '../../shared/goals/words.ts';
import { grantsOf } from '../../shared/kernel/actor.ts';
import { daysBetween } from '../../shared/kernel/calendar.ts';
import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import { type Candidate, type Suggestion, suggest } from '../../shared/meetings/suggesting.ts';
import { ITEM_WORDS } from '../../shared/planner/words.ts';
import type { Scope } from '../_kit/scope.ts';
import { todayOf } from '../_kit/today.ts';
import { clientBudgets } from '../budgets/approval.service.ts';
import { list as findingsOf } from '../findings/findings.service.ts';
import { board } from '../goals/goals.service.ts';
import { itemRows } from '../planner/estimates.service.ts';
import { readWhole } from './meeting-records.ts';

const RISK = { critical: 4, high: 3, medium: 2, low: 1 } as const;
/** Findings looked at: they come worst first. */
const FINDINGS = 25;

/** Days that something waited on `today`; what is dated later did not wait. */
const since = (day: string, today: string) => Math.max(0, daysBetween(day.slice(0, 10), today));

async function findings(scope: Scope, companyId: string, today: string): Promise<Candidate[]> {
  const { items } = await findingsOf(scope, { companyId, status: 'open', limit: FINDINGS });
  return items.map(({ findingId, title, risk, raisedAt, estimate }) => ({
    record: { type: 'finding', id: findingId },
    title,
    why: `${RISK_WORDS[risk]} risk, open for ${since(raisedAt, today)} days`,
    minutes: 8,
    risk: RISK[risk],
    value: estimate ? 3 : 2,
    waitingDays: since(raisedAt, today),
  }));
}

async function work(scope: Scope, companyId: string, today: string): Promise<Candidate[]> {
  const items = await itemRows(scope, companyId);
  return items
    .filter(({ status, isArchived }) => !isArchived && (status === 'proposed' || status === 'presented'))
    .map(({ plannerItemId, title, status, priority, createdAt, oneTimeMinor }) => ({
      record: { type: 'planner-item', id: plannerItemId },
      title,
      why: `${ITEM_WORDS[status]}, waits for a yes`,
      minutes: 8,
      risk: RISK[priority],
      value: oneTimeMinor > 0 ? 3 : 2,
      waitingDays: since(createdAt, today),
    }));
}

async function goals(scope: Scope, companyId: string, today: string): Promise<Candidate[]> {
  const { items } = await board(scope, { companyId });
  return items
    .filter(({ status, health }) => status === 'proposed' || (status === 'active' && health !== 'on-track'))
    .map(({ goalId, title, status, health, priority, updatedAt }) => ({
      record: { type: 'goal', id: goalId },
      title,
      why: status === 'proposed' ? `${STANDING_WORDS.proposed}, waits for a yes` : STANDING_WORDS[health],
      minutes: 6,
      risk: RISK[priority],
      value: health === 'off-track' ? 3 : 2,
      waitingDays: since(updatedAt, today),
    }));
}

async function budgets(scope: Scope, companyId: string, today: string): Promise<Candidate[]> {
  const found = await clientBudgets(scope, companyId);
  return found
    .filter(({ waiting }) => waiting > 0)
    .map(({ budgetId, title, waiting, sentAt }) => ({
      record: { type: 'budget', id: budgetId },
      title,
      why: waiting === 1 ? 'One line waits for an answer' : `${waiting} lines wait for an answer`,
      minutes: 10,
      risk: 3,
      value: 4,
      waitingDays: sentAt ? since(sentAt, today) : 0,
    }));
}

/** What the agenda could be about: what waits for a decision of this client, ranked, with what still fits into the time. */
export async function suggestions(
  scope: Scope,
  one: OneMeeting,
): Promise<{ items: Suggestion[]; minutesLeft: number }> {
  const { companyId } = one;
  const today = todayOf(scope);
  const { row, items } = await readWhole(scope, one, false);
  const mayBudgets = grantsOf(scope.actor).includes('budgets:read');
  const found = await Promise.all([
    findings(scope, companyId, today),
    work(scope, companyId, today),
    goals(scope, companyId, today),
    mayBudgets ? budgets(scope, companyId, today) : [],
  ]);
  const minutesLeft = row.durationMinutes - row.plannedMinutes;
  const taken = new Set(items.flatMap(({ records }) => records.map(({ type, id }) => `${type}/${id}`)));
  return { items: suggest(found.flat(), minutesLeft, taken), minutesLeft };
}
