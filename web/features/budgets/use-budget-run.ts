import { useQueryClient } from '@tanstack/react-query';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { asProblem } from '../../ui/problem.ts';
import { tell } from '../../ui/tell.ts';
import { type ToastMessage, toast } from '../../ui/toast.tsx';
import { budgetQuery, useKeepBudget } from './queries.ts';

const CHANGED = 409;

/** A budget as every call about it names it, at the version that the page shows now. */
export interface At {
  companyId: string;
  budgetId: string;
  v: number;
}

/**
 * Runs one change of a budget and says so. A refusal becomes a toast with the server's words; when somebody else changed the
 * budget meanwhile, the page is fetched anew first, so that the next try starts from what is there.
 */
export function useBudgetRun({ companyId, budgetId, v }: At) {
  const queryClient = useQueryClient();
  const keep = useKeepBudget();
  const query = budgetQuery(companyId, budgetId);
  return async (work: (at: At) => Promise<BudgetDetail>, done: ToastMessage): Promise<BudgetDetail | undefined> => {
    // An undo comes later than the render that offered it.
    const shown = queryClient.getQueryData(query.queryKey)?.v ?? v;
    try {
      const budget = keep(await work({ companyId, budgetId, v: shown }));
      toast(done);
      return budget;
    } catch (error) {
      if (asProblem(error)?.status === CHANGED) await queryClient.invalidateQueries({ queryKey: query.queryKey });
      tell(error);
      return undefined;
    }
  };
}

/**
 * For forms: sends a change that was typed on the version `v`. When somebody was faster, fetches the budget anew, hands the
 * new version to `onNewer` and lets the refusal through: what was typed stays, and saving again takes it over.
 */
export function useBudgetSave({ companyId, budgetId }: Pick<At, 'companyId' | 'budgetId'>) {
  const queryClient = useQueryClient();
  const keep = useKeepBudget();
  return async (work: () => Promise<BudgetDetail>, onNewer: (v: number) => void): Promise<BudgetDetail> => {
    try {
      return keep(await work());
    } catch (error) {
      if (asProblem(error)?.status === CHANGED) {
        onNewer((await queryClient.fetchQuery({ ...budgetQuery(companyId, budgetId), staleTime: 0 })).v);
      }
      throw error;
    }
  };
}
