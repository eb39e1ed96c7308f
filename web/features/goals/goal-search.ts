import type { Goal, GoalCategory, Standing } from '../../../shared/goals/goal.ts';
import { byUrgency, isClosed, shownProgress, standingOf } from '../../../shared/goals/standing.ts';
import { flagParam, textParam, wordParam, wordsParam } from '../../lib/search.ts';
import type { Sort } from '../../ui/table-model.ts';
import { CATEGORY_ORDER, STANDING_ORDER } from './orders.ts';

const SORTED = ['goal', 'standing', 'progress', 'due'] as const;
export type SortWord = (typeof SORTED)[number] | `-${(typeof SORTED)[number]}`;
const SORTS: readonly SortWord[] = SORTED.flatMap((column): SortWord[] => [column, `-${column}`]);

/** What the address of a client's goals holds. */
export interface GoalSearch {
  /** Absent: the board. */
  as?: 'list';
  /** Absent: goals that are not closed. */
  standing?: Standing[];
  category?: GoalCategory[];
  q?: string;
  /** Absent: what needs a look first. A minus sorts downwards. */
  sort?: SortWord;
  /** The New goal dialog is open. */
  new?: true;
}

export function parseGoalSearch(raw: Record<string, unknown>): GoalSearch {
  return {
    as: wordParam(raw, 'as', ['list']),
    standing: wordsParam(raw, 'standing', STANDING_ORDER),
    category: wordsParam(raw, 'category', CATEGORY_ORDER),
    q: textParam(raw, 'q'),
    sort: wordParam(raw, 'sort', SORTS),
    new: flagParam(raw, 'new'),
  };
}

/** The same as the address writes it: words of one kind joined by commas. */
export function writtenSearch({ standing, category, ...rest }: GoalSearch) {
  return { ...rest, standing: standing?.join(','), category: category?.join(',') };
}

/** The goals that category and text leave; all of them are in the browser. */
export function matching(goals: readonly Goal[], { category, q }: GoalSearch): Goal[] {
  const text = q?.toLocaleLowerCase() ?? '';
  return goals.filter(
    (goal) => (!category || category.includes(goal.category)) && goal.title.toLocaleLowerCase().includes(text),
  );
}

const COMPARE: Record<(typeof SORTED)[number], (a: Goal, b: Goal) => number> = {
  goal: (a, b) => a.title.localeCompare(b.title),
  standing: (a, b) => STANDING_ORDER.indexOf(standingOf(a)) - STANDING_ORDER.indexOf(standingOf(b)),
  progress: (a, b) => shownProgress(a) - shownProgress(b),
  due: (a, b) => (a.targetDate ?? '9').localeCompare(b.targetDate ?? '9'),
};

/** The column and direction of a sort as the table takes it. */
export function sortOf(sort: SortWord | undefined): Sort | undefined {
  if (!sort) return undefined;
  return { column: sort.replace('-', ''), descending: sort.startsWith('-') };
}

/** The rows of the list: open goals or the standings asked for, in the order asked for. */
export function listed(goals: readonly Goal[], search: GoalSearch): Goal[] {
  const { standing, sort } = search;
  const kept = matching(goals, search).filter((goal) =>
    standing ? standing.includes(standingOf(goal)) : !isClosed(goal),
  );
  const by = sortOf(sort);
  if (!by) return kept.toSorted(byUrgency);
  const compare = COMPARE[by.column as (typeof SORTED)[number]];
  return kept.toSorted((a, b) => (by.descending ? -1 : 1) * compare(a, b) || byUrgency(a, b));
}
