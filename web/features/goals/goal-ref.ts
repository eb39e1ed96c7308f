import type { Goal } from '../../../shared/goals/goal.ts';
import type { RecordRef } from '../../ui/record-actions.tsx';

/** A goal as other features' actions know it. */
export const goalRef = ({ companyId, goalId, title }: Pick<Goal, 'companyId' | 'goalId' | 'title'>): RecordRef => ({
  kind: 'goal',
  id: goalId,
  label: title,
  companyId,
});
