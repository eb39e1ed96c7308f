import * as Goals from '../../../functions/goals/goals.service.ts';
import * as Standing from '../../../functions/goals/standing.service.ts';
import { NewGoal } from '../../../shared/goals/goal.ts';
import { addMonths, type CalendarDate } from '../../../shared/kernel/date.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { Client } from '../clients.ts';
import { back } from '../moment.ts';
import type { Past, PastGoal } from './past.ts';

/** What a client wanted to reach in earlier times: set, and closed with evidence or a reason. */
export function reached(cloud: Cloud, { company, owner }: Client, { goals = [] }: Past, today: CalendarDate) {
  const { companyId } = company;
  const then = back(cloud, owner, 'goals');
  const made = new Map<PastGoal, string>();
  const set = async (goal: PastGoal, at: Date): Promise<void> => {
    const { since, closed, evidence: _, reason: _reason, ...facts } = goal;
    const [startDate, targetDate] = [addMonths(today, -since), addMonths(today, -closed)];
    const wanted = NewGoal.parse({
      ...facts,
      companyId,
      status: 'active',
      startDate,
      targetDate,
      ownerId: owner.userId,
    });
    const { goalId } = await then(at, 'create', (scope) => Goals.create(scope, wanted));
    made.set(goal, goalId);
  };
  const close = async (goal: PastGoal, at: Date): Promise<void> => {
    const one = { companyId, goalId: made.get(goal) ?? '' };
    await then(at, 'close', async (scope) => {
      const { v } = await Goals.get(scope, one);
      if (goal.reason) return Standing.abandon(scope, { ...one, v, reason: goal.reason });
      return Standing.achieve(scope, { ...one, v, evidence: goal.evidence ?? '' });
    });
  };
  return {
    first: Math.max(0, ...goals.map(({ since }) => since)),
    async play(monthsAgo: number): Promise<void> {
      const at = new Date(`${addMonths(today, -monthsAgo)}T17:30:00Z`);
      for (const goal of goals) if (goal.since === monthsAgo) await set(goal, at);
      for (const goal of goals) if (goal.closed === monthsAgo) await close(goal, at);
    },
  };
}
