import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import type { PlanFinding } from '../features/findings/planning.ts';
import { hrefOf } from './navigation.tsx';

/** How findings become work: the planner's part, loaded when it is first used. */
export function planWith(queryClient: QueryClient, router: Pick<AnyRouter, 'history'>): PlanFinding {
  return async (finding, choice) => {
    const { planFinding } = await import('../features/planner/plan-finding.ts');
    const { companyId, plannerItemId } = await planFinding(queryClient, finding, choice);
    return { open: () => router.history.push(hrefOf(`planner/${plannerItemId}`, companyId)) };
  };
}
