import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { labour } from '../../../shared/kernel/minor.ts';
import type { PortalBudget, PortalItem, PortalLine } from '../../../shared/portal/portal.ts';

/** Lines of one piece of work: they are read, and mostly answered, together. */
export interface AnswerGroup {
  id: string;
  budget: PortalBudget;
  title: string;
  /** Why it is proposed, in the MSP's words for the client; empty when it wrote none. */
  why: string;
  ifItWaits: string;
  /** "Jan – Mar 2027". */
  when: string;
  lines: PortalLine[];
}

/** What a group costs, in the words of how often: "once", "a month", "a year", or within the budget's year when mixed. */
export interface GroupCost {
  minor: number;
  often: string;
}

/** "Jan 2027", "Jan – Mar 2027", "Dec 2026 – Jan 2027". */
export function monthsOf(start: string, end: string, locale: string): string {
  const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
  const long = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  if (start.slice(0, 7) === end.slice(0, 7)) return long.format(at(start));
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const first = start.slice(0, 4) === end.slice(0, 4) ? short : long;
  return `${first.format(at(start))} – ${long.format(at(end))}`;
}

/** The name of a line within its group: what is left of "Imaging servers: work" under "Imaging servers". */
export function partName({ label }: Pick<PortalLine, 'label'>, title: string): string {
  const rest = label.startsWith(`${title}: `) ? label.slice(title.length + 2) : label;
  return `${rest.charAt(0).toLocaleUpperCase()}${rest.slice(1)}`;
}

/** The lines of a budget that wait for an answer, by the piece of work that they belong to, earliest first. */
export function groupsOf(budget: PortalBudget, items: readonly PortalItem[], locale: string): AnswerGroup[] {
  const known = new Map(items.map((item) => [item.plannerItemId, item]));
  const waiting = budget.lines.filter(({ status }) => status === 'pending');
  const grouped = Map.groupBy(waiting, ({ plannerItemId, budgetLineId }) => plannerItemId ?? budgetLineId);
  return [...grouped]
    .map(([id, own]) => {
      const lines = own.toSorted((a, b) => b.amountMinor - a.amountMinor);
      const item = known.get(id);
      const starts = lines.map(({ startDate }) => startDate).toSorted();
      const [start = ''] = starts;
      const end = item?.endDate && item.endDate > start ? item.endDate : (starts.at(-1) ?? start);
      const group = {
        id: `${budget.budgetId}.${id}`,
        budget,
        title: item?.title ?? lines[0]?.label ?? '',
        why: item?.publicNote ?? '',
        ifItWaits: item?.riskIfDeferred ?? '',
        when: monthsOf(start, end, locale),
        lines,
      };
      return { start, group };
    })
    .toSorted((a, b) => a.start.localeCompare(b.start))
    .map(({ group }) => group);
}

/** What a group costs: the price of one payment when all its lines are paid equally often, else its sum in the year. */
export function costOf({ lines, budget }: Pick<AnswerGroup, 'lines' | 'budget'>): GroupCost {
  const [first] = lines;
  const alike = lines.every(({ recurrence }) => recurrence === first?.recurrence);
  const inYear = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (!first || !alike) return { minor: inYear, often: `in ${yearWords(budget.fiscalYear, budget.fiscalYearStart)}` };
  if (first.recurrence === 'one-time') return { minor: inYear, often: 'once' };
  const each = lines.reduce((sum, { quantity, unitMinor }) => sum + labour(quantity, unitMinor), 0);
  return { minor: each, often: first.recurrence === 'monthly' ? 'a month' : 'a year' };
}
