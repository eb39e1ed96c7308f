import { z } from 'zod';
import { type Goal, GoalCategory, STANDINGS, type Standing } from '../../../shared/goals/goal.ts';
import { byUrgency, isClosed, shownProgress, standingOf } from '../../../shared/goals/standing.ts';
import { CLIENT_STANDING_WORDS } from '../../../shared/goals/words.ts';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import type { Period } from '../../../shared/reports/report.ts';
import { board } from '../../goals/goals.service.ts';
import { opening } from '../pdf/frame.ts';
import { marked, type Shape } from '../pdf/marks.ts';
import { type Content, cell, part, table } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

const FrozenGoal = z.object({
  goalId: z.string(),
  title: z.string(),
  category: GoalCategory,
  standing: z.enum(STANDINGS),
  progress: z.int(),
  targetDate: z.string().optional(),
});
const FrozenGoals = z.object({
  open: z.array(FrozenGoal),
  /** Achieved inside the report's period. */
  achieved: z.array(FrozenGoal),
});
type FrozenGoals = z.infer<typeof FrozenGoals>;

const MARKS: Record<Standing, Shape> = {
  proposed: 'proposed',
  'on-track': 'dot',
  'at-risk': 'warn',
  'off-track': 'cross',
  achieved: 'check',
  abandoned: 'bar',
};

/** What a client may read of its goals: no staff, no words that staff keep for themselves. Given up ones are left out. */
export function freezeGoals(goals: readonly Goal[], period: Period, timeZone: string): FrozenGoals | undefined {
  const frozen = (goal: Goal) => ({
    goalId: goal.goalId,
    title: goal.title,
    category: goal.category,
    standing: standingOf(goal),
    progress: shownProgress(goal),
    ...(goal.targetDate ? { targetDate: goal.targetDate } : {}),
  });
  const closedIn = ({ closedAt }: Goal) => {
    const day = closedAt && dateIn(timeZone, new Date(closedAt));
    return day !== undefined && day !== '' && day >= period.from && day <= period.to;
  };
  const sorted = goals.toSorted(byUrgency);
  const open = sorted.filter((goal) => !isClosed(goal)).map(frozen);
  const achieved = sorted.filter((goal) => goal.status === 'achieved' && closedIn(goal)).map(frozen);
  return open.length + achieved.length > 0 ? { open, achieved } : undefined;
}

function message({ open, achieved }: FrozenGoals): string {
  const behind = open.filter(({ standing }) => standing === 'off-track' || standing === 'at-risk').length;
  const active = open.length === 1 ? '1 goal is open' : `${open.length} goals are open`;
  const needs = behind === 0 ? '' : behind === 1 ? ', 1 needs attention' : `, ${behind} need attention`;
  const reached =
    achieved.length === 0
      ? ''
      : ` ${achieved.length === 1 ? '1 was' : `${achieved.length} were`} achieved in this period.`;
  return `${active}${needs}.${reached}`;
}

function rows(goals: FrozenGoals['open'], { formats: { date } }: Sheet): Content {
  return table(
    [
      { head: 'Goal', width: '*' },
      { head: 'Standing', width: 104 },
      { head: 'Progress', width: 64, right: true },
      { head: 'Target', width: 92, right: true },
    ],
    goals.map(({ title, standing, progress, targetDate }) => [
      cell(title, { strong: true }),
      marked(MARKS[standing], CLIENT_STANDING_WORDS[standing]),
      cell(standing === 'proposed' ? '' : `${progress}%`, { right: true }),
      cell(targetDate ? date(targetDate) : 'No date', { right: true, quiet: true }),
    ]),
  );
}

function pages(data: FrozenGoals, sheet: Sheet): Content[] {
  const { open, achieved } = data;
  return [
    opening('goals', goals.title, message(data), sheet.first),
    ...(open.length > 0 ? [part('Where they stand'), rows(open, sheet)] : []),
    ...(achieved.length > 0 ? [part('Achieved in this period'), rows(achieved, sheet)] : []),
  ];
}

export const goals = section({
  id: 'goals',
  title: 'Goals',
  detail: 'What you agreed to reach, and where it stands',
  source: 'Source: goals agreed with you.',
  usual: true,
  shape: FrozenGoals,
  freeze: async (scope, { company: { companyId, timeZone }, period }) =>
    freezeGoals((await board(scope, { companyId })).items, period, timeZone),
  absent: 'No goals yet',
  needs: { of: 'goals', figures: ['open', 'byStanding.achieved'], tells: '{} open or achieved' },
  records: ({ open, achieved }) => [...open, ...achieved].map(({ goalId: id }) => ({ type: 'goal', id })),
  figure: ({ open }) => {
    const onTrack = open.filter(({ standing }) => standing === 'on-track').length;
    return open.length > 0 ? { label: 'Goals', figure: String(open.length), note: `${onTrack} on track` } : undefined;
  },
  pages,
});
