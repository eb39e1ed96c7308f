import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { GoalDetail } from '../../shared/goals/goal.ts';
import type { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { budgetQuery, budgetsKey } from '../features/budgets/queries.ts';
import { findingQuery, refreshFindings } from '../features/findings/queries.ts';
import { goalQuery, refreshGoals } from '../features/goals/queries.ts';
import { itemLinksQuery, itemQuery, refreshPlanner } from '../features/planner/queries.ts';
import { useMay } from '../lib/session.ts';

/** The records that a meeting is about, as staff see them: asked for at its start and kept, so that a dropped connection takes none. */
export interface MeetingRecords {
  items: ReadonlyMap<string, PlannerItemDetail>;
  budgets: ReadonlyMap<string, BudgetDetail>;
  findings: ReadonlyMap<string, Finding>;
  goals: ReadonlyMap<string, GoalDetail>;
}

/** Beside the records themselves, the budgets that hold lines of an item on the agenda. */
export function useMeetingRecords(companyId: string, agenda: readonly AgendaItem[]): MeetingRecords {
  const may = useMay();
  const idsOf = (type: string) => [
    ...new Set(agenda.flatMap(({ records }) => records.flatMap((one) => (one.type === type ? [one.id] : [])))),
  ];
  const items = useQueries({
    queries: may('planner:read')
      ? idsOf('planner-item').map((plannerItemId) => itemQuery({ companyId, plannerItemId }))
      : [],
  }).flatMap(({ data }) => data ?? []);
  const links = useQueries({
    queries: items.map(({ plannerItemId }) => itemLinksQuery({ companyId, plannerItemId })),
  }).flatMap(({ data }) => data?.items ?? []);
  const holding = links.flatMap(({ to, role }) => (to.type === 'budget' && role === 'budgeted-in' ? [to.id] : []));
  const budgets = useQueries({
    queries: may('budgets:read')
      ? [...new Set([...idsOf('budget'), ...holding])].map((budgetId) => budgetQuery(companyId, budgetId))
      : [],
  }).flatMap(({ data }) => data ?? []);
  const findings = useQueries({
    queries: may('findings:read') ? idsOf('finding').map((findingId) => findingQuery(companyId, findingId)) : [],
  }).flatMap(({ data }) => data ?? []);
  const goals = useQueries({
    queries: may('goals:read') ? idsOf('goal').map((goalId) => goalQuery({ companyId, goalId })) : [],
  }).flatMap(({ data }) => data ?? []);
  return {
    items: new Map(items.map((one) => [one.plannerItemId, one])),
    budgets: new Map(budgets.map((one) => [one.budgetId, one])),
    findings: new Map(findings.map((one) => [one.findingId, one])),
    goals: new Map(goals.map((one) => [one.goalId, one])),
  };
}

/** After a word was saved: what it may have changed elsewhere loads anew. */
export function useRefreshRecords(): () => void {
  const queryClient = useQueryClient();
  return useCallback(() => {
    void refreshPlanner(queryClient);
    void refreshFindings(queryClient);
    void refreshGoals(queryClient);
    void queryClient.invalidateQueries({ queryKey: budgetsKey() });
  }, [queryClient]);
}

/** Titles of the budgets that decisions were written to. */
export function useBudgetTitles(companyId: string, agenda: readonly AgendaItem[]) {
  const may = useMay();
  const told = agenda
    .flatMap(({ said }) => said?.effects ?? [])
    .flatMap(({ record }) => (record.type === 'budget' ? [record.id] : []));
  const read = useQueries({
    queries: may('budgets:read') ? [...new Set(told)].map((budgetId) => budgetQuery(companyId, budgetId)) : [],
  }).flatMap(({ data }) => data ?? []);
  const titles = new Map(read.map(({ budgetId, title }) => [budgetId, title]));
  return (budgetId: string) => titles.get(budgetId);
}
