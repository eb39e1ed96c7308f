import type { NewFact } from '../../events/define.ts';
import { plannerItemChanged } from '../../events/planner.ts';
import { AppError } from '../../shared/kernel/error.ts';
import type { ItemStatus } from '../../shared/planner/planner-item.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { goalWork } from './goal-work.service.ts';
import { PlannerItemEntity, PublishedItemEntity } from './planner-item.entity.ts';
import { counted, readItem, rowOf } from './planner-records.ts';

/** How an item stands after the client's answer to its lines. */
export interface Standing {
  plannerItemId: string;
  decision: 'approved' | 'rejected';
}

/** What the client answered to one budget, and when. */
export interface ClientAnswers {
  companyId: string;
  budgetId: string;
  items: readonly Standing[];
  /** ISO instant of the answer itself, however late it is heard of. */
  at: string;
}

/** Work that has not begun follows the client's answer; what runs or is done does not go back. */
const FOLLOWS: readonly ItemStatus[] = ['idea', 'proposed', 'presented', 'deferred', 'approved', 'declined'];

/** Items of one commit: three rows each, a fact, and one for each goal that they serve. */
const CHUNK = 10;

async function follow(
  scope: Scope,
  { companyId, budgetId, at }: ClientAnswers,
  { plannerItemId, decision }: Standing,
): Promise<{ ops: Op[]; facts: NewFact[] }> {
  const { item, detail } = await readItem(scope, { companyId, plannerItemId });
  // Heard of late: another answer, or a person, has set the status since.
  const isOutdated = item.statusAt !== undefined && item.statusAt >= at;
  if (!FOLLOWS.includes(item.status) || isOutdated) return { ops: [], facts: [] };
  const status = decision === 'approved' ? ('approved' as const) : ('declined' as const);
  if (item.status === status) {
    // Only from when it stands, so that an older answer cannot undo it.
    const since = revised(scope, item, { statusAt: at });
    return { ops: [change(PlannerItemEntity, item, since, { what: 'planner item', audit: false })], facts: [] };
  }
  const { published } = detail;
  const seen = published && { ...published, status };
  const after = revised(scope, counted({ ...detail, status, ...(seen ? { published: seen } : {}) }), {});
  const record = { type: 'planner-item' as const, id: plannerItemId };
  return {
    ops: [
      change(PlannerItemEntity, item, { ...rowOf(after), statusAt: at }, { what: 'planner item' }),
      // The client decided it, so the client sees it at once.
      ...(seen ? [replace(PublishedItemEntity, { ...seen, mspId: scope.mspId })] : []),
      happened(scope, companyId, record, decision, [budgetId]),
    ],
    facts: [plannerItemChanged.of({ companyId, plannerItemId, fields: ['status'], status }), ...goalWork(item, after)],
  };
}

/**
 * Items follow the answers that the client gave to their budget lines, the latest answer winning in whatever order they are
 * heard of. Following twice changes nothing, so many items go in several commits and only the last one closes the event.
 */
export async function followAnswers(scope: Scope, answers: ClientAnswers): Promise<void> {
  const { items } = answers;
  for (let start = 0; start === 0 || start < items.length; start += CHUNK) {
    const isLast = start + CHUNK >= items.length;
    await followSome(isLast ? scope : { ...scope, inbox: undefined }, answers, items.slice(start, start + CHUNK));
  }
}

async function followSome(scope: Scope, answers: ClientAnswers, some: readonly Standing[]): Promise<void> {
  const ops: Op[] = [];
  const facts: NewFact[] = [];
  for (const standing of some) {
    try {
      const own = await follow(scope, answers, standing);
      ops.push(...own.ops);
      facts.push(...own.facts);
    } catch (error) {
      // An item deleted meanwhile has nothing left to follow.
      if (!(error instanceof AppError) || error.status !== 404) throw error;
    }
  }
  if (ops.length > 0 || scope.inbox) await commit(scope, ops, facts);
}
