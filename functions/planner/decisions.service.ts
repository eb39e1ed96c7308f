import { plannerItemChanged } from '../../events/planner.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { ItemStatus } from '../../shared/planner/planner-item.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { PlannerItemEntity, PublishedItemEntity } from './planner-item.entity.ts';
import { counted, readItem, rowOf } from './planner-records.ts';

export type Answered = { plannerItemId?: string | undefined; decision: 'approved' | 'rejected' };

/** Work that has not begun follows the client's answer; what runs or is done does not go back. */
const FOLLOWS: readonly ItemStatus[] = ['idea', 'proposed', 'presented', 'deferred', 'approved', 'declined'];

/** Items of one commit: three rows and a fact each. */
const CHUNK = 20;

function verdicts(answers: readonly Answered[]): Map<string, 'approved' | 'declined'> {
  const found = new Map<string, 'approved' | 'declined'>();
  for (const { plannerItemId, decision } of answers) {
    if (!plannerItemId) continue;
    // One part approved is enough to go ahead with the item; what was rejected stays visible on the budget.
    if (decision === 'approved' || !found.has(plannerItemId))
      found.set(plannerItemId, decision === 'approved' ? 'approved' : 'declined');
  }
  return found;
}

async function follow(
  scope: Scope,
  companyId: string,
  plannerItemId: string,
  status: 'approved' | 'declined',
  budgetId: string,
): Promise<Op[]> {
  const { item, detail } = await readItem(scope, { companyId, plannerItemId });
  if (!FOLLOWS.includes(item.status) || item.status === status) return [];
  const { published } = detail;
  const seen = published && { ...published, status };
  const after = revised(scope, counted({ ...detail, status, ...(seen ? { published: seen } : {}) }), {});
  return [
    change(PlannerItemEntity, item, rowOf(after), { what: 'planner item' }),
    // The client decided it, so the client sees it at once.
    ...(seen ? [replace(PublishedItemEntity, { ...seen, mspId: scope.mspId })] : []),
    happened(
      scope,
      companyId,
      { type: 'planner-item', id: plannerItemId },
      status === 'approved' ? 'approved' : 'rejected',
      [budgetId],
    ),
  ];
}

/**
 * Items follow the answers that the client gave to their budget lines. Following twice changes nothing, so many items go in
 * several commits and only the last one closes the event.
 */
export async function followAnswers(
  scope: Scope,
  companyId: string,
  budgetId: string,
  answers: readonly Answered[],
): Promise<void> {
  const all = [...verdicts(answers)];
  const chunks =
    all.length === 0
      ? [[]]
      : Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) => all.slice(i * CHUNK, (i + 1) * CHUNK));
  for (const [i, chunk] of chunks.entries()) {
    const last = i === chunks.length - 1;
    await followSome(last ? scope : { ...scope, inbox: undefined }, companyId, budgetId, chunk);
  }
}

async function followSome(
  scope: Scope,
  companyId: string,
  budgetId: string,
  some: readonly [string, 'approved' | 'declined'][],
): Promise<void> {
  const ops: Op[] = [];
  const facts = [];
  for (const [plannerItemId, status] of some) {
    try {
      const own = await follow(scope, companyId, plannerItemId, status, budgetId);
      if (own.length > 0) facts.push(plannerItemChanged.of({ companyId, plannerItemId, fields: ['status'], status }));
      ops.push(...own);
    } catch (error) {
      // An item deleted meanwhile has nothing left to follow.
      if (!(error instanceof AppError) || error.status !== 404) throw error;
    }
  }
  if (ops.length > 0 || scope.inbox) await commit(scope, ops, facts);
}
