import type { Budget } from '../../../shared/budgets/budget.ts';
import type { RecordRef } from '../../ui/record-actions.tsx';

type One = Pick<Budget, 'companyId' | 'budgetId' | 'title' | 'status' | 'sentVersion'>;

/** A budget as other features' actions know it; one that the client was never sent, or that was replaced, leads to nothing. */
export function budgetRef({ companyId, budgetId, title, status, sentVersion }: One): RecordRef | undefined {
  if (sentVersion === 0 || status === 'obsolete') return undefined;
  return { kind: 'budget', id: budgetId, label: title, companyId };
}
