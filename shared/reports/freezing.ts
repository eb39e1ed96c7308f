import { byQuarter } from '../budgets/amounts.ts';
import { LINE_TYPES } from '../budgets/budget.ts';
import type { ClientBudget, ClientLine } from '../budgets/client-budget.ts';
import { dateIn } from '../kernel/date.ts';
import { CLOSED_STATUSES } from '../planner/closed-statuses.ts';
import type { PublishedItem } from '../planner/planner-item.ts';
import { quartersFrom } from '../planner/roadmap-quarters.ts';
import type { Period } from './report.ts';
import type { FrozenBudget, FrozenDecision, FrozenItem, FrozenRoadmap } from './snapshot.ts';

/** Quarters that a report names; work further out is "Later". */
const QUARTERS_AHEAD = 12;

const sumsOf = (items: readonly FrozenItem[]) => ({
  oneTimeMinor: items.reduce((sum, { oneTimeMinor }) => sum + oneTimeMinor, 0),
  monthlyMinor: items.reduce((sum, { monthlyMinor }) => sum + monthlyMinor, 0),
  annualMinor: items.reduce((sum, { annualMinor }) => sum + annualMinor, 0),
});

function frozenItem(item: PublishedItem, timeZone: string): FrozenItem {
  const { plannerItemId, title, lane, status, startDate, endDate, oneTimeMinor, monthlyMinor, annualMinor } = item;
  const completedOn = status === 'completed' && item.completedAt && dateIn(timeZone, new Date(item.completedAt));
  return {
    plannerItemId,
    title,
    lane,
    status,
    ...(startDate ? { startDate } : {}),
    ...(endDate ? { endDate } : {}),
    ...(completedOn ? { completedOn } : {}),
    oneTimeMinor,
    monthlyMinor,
    annualMinor,
  };
}

const byStart = (a: FrozenItem, b: FrozenItem) =>
  (a.startDate ?? '').localeCompare(b.startDate ?? '') || a.title.localeCompare(b.title);

/**
 * The roadmap as the client sees it: open work by quarter of the client's fiscal year, and what was finished in the period: by
 * the day on which it was completed, or was to be where nobody knows that. Work that began before this quarter and is not
 * finished stands in this one.
 */
export function freezeRoadmap(
  published: readonly PublishedItem[],
  {
    today,
    period,
    fiscalYearStart,
    timeZone,
  }: { today: string; period: Period; fiscalYearStart: number; timeZone: string },
): FrozenRoadmap {
  const items = published.map((item) => frozenItem(item, timeZone)).toSorted(byStart);
  const doneOn = ({ completedOn, endDate }: FrozenItem) => completedOn ?? endDate ?? '';
  const open = items.filter(({ status }) => !CLOSED_STATUSES.includes(status));
  const quarters = quartersFrom(today, QUARTERS_AHEAD, fiscalYearStart);
  const inQuarter = quarters.map(({ name: title, start, end }, i) => ({
    title,
    items: open.filter(
      ({ startDate }) => startDate !== undefined && startDate <= end && (i === 0 || startDate >= start),
    ),
  }));
  const last = quarters.at(-1)?.end ?? today;
  const groups = [
    ...inQuarter,
    { title: 'Later', items: open.filter(({ startDate }) => startDate !== undefined && startDate > last) },
    { title: 'No date yet', items: open.filter(({ startDate }) => startDate === undefined) },
  ];
  return {
    groups: groups.filter((group) => group.items.length > 0).map((group) => ({ ...group, ...sumsOf(group.items) })),
    done: items.filter(
      (item) => item.status === 'completed' && doneOn(item) >= period.from && doneOn(item) <= period.to,
    ),
  };
}

type Quarters = [number, number, number, number];

/** The latest budget that the client has been sent, in sums; `null` when there is none. */
export function freezeBudget(budgets: readonly ClientBudget[]): FrozenBudget | null {
  const [budget] = budgets.toSorted(
    (a, b) => b.fiscalYear - a.fiscalYear || (b.sentAt ?? '').localeCompare(a.sentAt ?? ''),
  );
  if (!budget) return null;
  const { budgetId, title, fiscalYear, fiscalYearStart, sentAt, dueDate } = budget;
  const counted = budget.lines.filter(({ status }) => status !== 'rejected');
  const quartersOf = (lines: readonly ClientLine[]) =>
    lines
      .map((line) => byQuarter(line, fiscalYear, fiscalYearStart))
      .reduce<Quarters>((sum, row) => sum.map((minor, i) => minor + (row[i] ?? 0)) as Quarters, [0, 0, 0, 0]);
  const sum = (lines: readonly ClientLine[]) => lines.reduce((minor, line) => minor + line.amountMinor, 0);
  const withStatus = (status: ClientLine['status']) => budget.lines.filter((line) => line.status === status);
  return {
    budgetId,
    title,
    fiscalYear,
    fiscalYearStart,
    ...(sentAt ? { sentAt } : {}),
    ...(dueDate ? { dueDate } : {}),
    types: LINE_TYPES.map((type) => ({ type, lines: counted.filter((line) => line.type === type) }))
      .filter(({ lines }) => lines.length > 0)
      .map(({ type, lines }) => ({ type, quarters: quartersOf(lines), totalMinor: sum(lines) })),
    quarters: quartersOf(counted),
    totalMinor: sum(counted),
    approvedMinor: sum(withStatus('approved')),
    waitingMinor: sum(withStatus('pending')),
    rejectedMinor: sum(withStatus('rejected')),
    approvedQuarters: quartersOf(withStatus('approved')),
    waitingQuarters: quartersOf(withStatus('pending')),
    lines: budget.lines
      .toSorted((a, b) => a.startDate.localeCompare(b.startDate) || a.label.localeCompare(b.label))
      .map(({ label, type, startDate, recurrence, amountMinor, status }) => ({
        label,
        type,
        startDate,
        recurrence,
        amountMinor,
        status: status as 'pending' | 'approved' | 'rejected',
      })),
  };
}

/** What the client decided in the period, newest first, with the name of who did. */
export function freezeDecisions(
  budgets: readonly ClientBudget[],
  names: ReadonlyMap<string, string>,
  { period, timeZone }: { period: Period; timeZone: string },
): FrozenDecision[] {
  const inPeriod = (at: string) => {
    const day = dateIn(timeZone, new Date(at));
    return day >= period.from && day <= period.to;
  };
  return budgets
    .flatMap(({ budgetId, title, status: standing, lines }) =>
      lines.flatMap(({ decision, status, label, amountMinor }): FrozenDecision[] => {
        if (!decision || (status !== 'approved' && status !== 'rejected') || !inPeriod(decision.at)) return [];
        const { at, by, saidBy, comment } = decision;
        const name = saidBy ?? names.get(by) ?? '';
        const isReplaced = standing === 'obsolete' ? ({ isReplaced: true } as const) : {};
        return [
          {
            at,
            name,
            decision: status,
            what: label,
            budgetId,
            budgetTitle: title,
            ...isReplaced,
            amountMinor,
            comment,
          },
        ];
      }),
    )
    .toSorted((a, b) => b.at.localeCompare(a.at) || a.what.localeCompare(b.what));
}
