import type { ClientBudget } from '../budgets/client-budget.ts';
import { CLOSED_STATUSES } from '../planner/closed-statuses.ts';
import type { PublishedItem } from '../planner/planner-item.ts';
import type { PortalBudget, PortalItem, Waiting } from './portal.ts';

/** Pieces of work that the home page names. */
const NEXT_UP = 5;

/** Ids of planner items with a budget line that waits for an answer. */
export function waitingItems(budgets: readonly ClientBudget[]): Set<string> {
  return new Set(
    budgets.flatMap(({ lines }) =>
      lines.flatMap(({ status, plannerItemId }) => (status === 'pending' && plannerItemId ? [plannerItemId] : [])),
    ),
  );
}

/** What waits for an answer over all budgets. */
export function waitingOf(budgets: readonly ClientBudget[]): Waiting {
  const open = budgets.filter(({ waiting }) => waiting > 0);
  const [dueDate] = open.flatMap((budget) => budget.dueDate ?? []).sort();
  return {
    lines: open.reduce((sum, { waiting }) => sum + waiting, 0),
    budgets: open.length,
    amountMinor: open.reduce((sum, { waitingMinor }) => sum + waitingMinor, 0),
    ...(dueDate ? { dueDate } : {}),
  };
}

/** Published work as the portal shows it, in the order in which it begins; work without a date comes last. */
export function portalItems(items: readonly PublishedItem[], waiting: ReadonlySet<string>): PortalItem[] {
  return items
    .map(({ companyId, publishedVersion, ...item }) => ({ ...item, waiting: waiting.has(item.plannerItemId) }))
    .toSorted(
      (a, b) =>
        (a.startDate ?? '9').localeCompare(b.startDate ?? '9') || a.plannerItemId.localeCompare(b.plannerItemId),
    );
}

/** What comes next: open work that has a date and has not ended. */
export function nextUp(items: readonly PortalItem[], today: string): PortalItem[] {
  return items
    .filter(({ status, startDate, endDate }) => {
      const ends = endDate ?? startDate;
      return !CLOSED_STATUSES.includes(status) && ends !== undefined && (ends >= today || status === 'in-progress');
    })
    .slice(0, NEXT_UP);
}

/** The budget with names of the company's own people in place of ids. */
export function portalBudget(budget: ClientBudget, names: ReadonlyMap<string, string>, readerId: string): PortalBudget {
  const lines = budget.lines.map(({ decision, ...line }) => {
    if (!decision) return line;
    const { at, comment, by, saidBy } = decision;
    const name = saidBy ?? names.get(by);
    return { ...line, decision: { at, comment, mine: by === readerId, ...(name ? { name } : {}) } };
  });
  return { ...budget, lines };
}
