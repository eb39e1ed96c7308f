import { z } from 'zod';
import { CompanyId, FindingId, GoalId, PlannerItemId } from '../shared/kernel/id.ts';
import { ItemStatus } from '../shared/planner/planner-item.ts';
import { fact } from './define.ts';

const OneItem = z.object({ companyId: CompanyId, plannerItemId: PlannerItemId });

export const plannerItemCreated = fact(
  'planner.item.created',
  1,
  OneItem.extend({ findingId: FindingId.optional() }),
  'A planner item was created.',
);
/** Names the changed fields; budgets compare their lines when an estimate is among them. */
export const plannerItemChanged = fact(
  'planner.item.changed',
  1,
  OneItem.extend({ fields: z.array(z.string()), status: ItemStatus }),
  'A planner item was changed.',
);
export const plannerItemPublished = fact(
  'planner.item.published',
  1,
  OneItem.extend({ publishedVersion: z.int() }),
  'A planner item was shown to the client.',
);
export const plannerItemArchived = fact('planner.item.archived', 1, OneItem, 'A planner item was archived.');
/** Work that serves a goal was added, taken away, or counts differently now. */
export const goalWorkMoved = fact('planner.goal-work.moved', 1, z.object({ companyId: CompanyId, goalId: GoalId }));
