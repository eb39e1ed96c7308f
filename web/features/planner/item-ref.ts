import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import type { RecordRef } from '../../ui/record-actions.tsx';

type Item = Pick<PlannerItem, 'companyId' | 'plannerItemId' | 'title' | 'isArchived'>;

/** A planner item as other features' actions know it; an archived one leads to nothing. */
export function itemRef({ companyId, plannerItemId, title, isArchived }: Item): RecordRef | undefined {
  return isArchived ? undefined : { kind: 'planner-item', id: plannerItemId, label: title, companyId };
}
