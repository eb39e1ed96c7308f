import { z } from 'zod';
import { CLIENT_LINE_WORDS } from '../../../shared/budgets/words.ts';
import { freezeDecisions } from '../../../shared/reports/freezing.ts';
import { FrozenDecision } from '../../../shared/reports/snapshot.ts';
import type { Formats } from '../../../shared/reports/words.ts';
import { sentBudgets } from '../../budgets/approval.service.ts';
import { allClientUsers, allStaff } from '../../identity/directory.service.ts';
import { opening } from '../pdf/frame.ts';
import { LINE_MARKS, marked } from '../pdf/marks.ts';
import { type Content, cell, part, px, say, table } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

/** Sums tell what stands: a line that was answered anew on the budget's successor would count twice. */
function message(all: readonly FrozenDecision[], { money }: Formats): string {
  const standing = all.filter(({ isReplaced }) => !isReplaced);
  const approved = standing.filter(({ decision }) => decision === 'approved');
  const sum = approved.reduce((minor, { amountMinor }) => minor + amountMinor, 0);
  const others = standing.length - approved.length;
  const no = others > 0 ? `, ${others} put off` : '';
  const lines = approved.length === 1 ? '1 line' : `${approved.length} lines`;
  const before = all.length - standing.length;
  const answers = before === 1 ? '1 answer was' : `${before} answers were`;
  return [
    ...(standing.length > 0 ? [`${lines} approved with ${money(sum)} in the year${no}.`] : []),
    ...(before > 0 ? [`${answers} to a budget that was replaced since.`] : []),
  ].join(' ');
}

/** Who decided what and when, newest first. */
function pages(all: FrozenDecision[], { snapshot: { period }, formats, first }: Sheet): Content[] {
  const rows = all.map(({ at, name, decision, what, budgetTitle, isReplaced, amountMinor, comment }): Content[] => [
    cell(formats.day(at), { quiet: true }),
    {
      stack: [
        cell(what, { strong: true }),
        say(isReplaced ? `${budgetTitle}, replaced since` : budgetTitle, 'label', { margin: [0, px(1), 0, 0] }),
        ...(comment ? [say(`“${comment}”`, 'note', { margin: [0, px(3), 0, 0] })] : []),
      ],
    },
    marked(LINE_MARKS[decision], CLIENT_LINE_WORDS[decision]),
    cell(name || 'No longer known'),
    cell(formats.money(amountMinor), { right: true }),
  ]);
  return [
    opening('decisions', decisions.title, message(all, formats), first),
    part(`${formats.date(period.from)} – ${formats.date(period.to)}`, 28),
    table(
      [
        { head: 'Day', width: 80 },
        { head: 'What', width: '*' },
        { head: 'Answer', width: 96 },
        { head: 'Who', width: 108 },
        { head: 'In the year', width: 84, right: true },
      ],
      rows,
    ),
  ];
}

export const decisions = section({
  id: 'decisions',
  title: 'Decisions',
  detail: 'Who approved or put off what, and when',
  source: 'Source: your answers, in the portal and in meetings.',
  usual: true,
  shape: z.array(FrozenDecision),
  freeze: async (scope, { company: { companyId, timeZone }, period }) => {
    const [budgets, people, staff] = await Promise.all([
      sentBudgets(scope, companyId),
      allClientUsers(scope, companyId),
      allStaff(scope),
    ]);
    const names = new Map([...staff, ...people].map(({ userId, name }) => [userId, name]));
    const found = freezeDecisions(budgets, names, { period, timeZone });
    return found.length > 0 ? found : undefined;
  },
  absent: 'Nothing decided in this period',
  needs: { of: 'budgets', figures: ['current'] },
  records: (all) => [...new Set(all.map(({ budgetId }) => budgetId))].map((id) => ({ type: 'budget', id })),
  figure: (all) => ({ label: 'Decisions', figure: String(all.length), note: 'In this period' }),
  pages,
});
