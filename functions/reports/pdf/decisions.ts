import type { FrozenDecision, Snapshot } from '../../../shared/reports/snapshot.ts';
import { type Formats, SECTION_TITLES } from '../../../shared/reports/words.ts';
import { nothingYet, opening } from './frame.ts';
import { LINE_MARKS, marked } from './marks.ts';
import { type Content, cell, part, px, say, table } from './paper.ts';

const WORDS = { approved: 'Approved', rejected: 'Not now' } as const;

function message(all: readonly FrozenDecision[], { money }: Formats): string {
  const approved = all.filter(({ decision }) => decision === 'approved');
  const sum = approved.reduce((minor, { amountMinor }) => minor + amountMinor, 0);
  const others = all.length - approved.length;
  const no = others > 0 ? `, ${others} put off` : '';
  return `${approved.length} ${approved.length === 1 ? 'line' : 'lines'} approved with ${money(sum)} in the year${no}.`;
}

/** Who decided what and when, newest first. */
export function decisionPages({ decisions = [], period }: Snapshot, formats: Formats, first: boolean): Content[] {
  const title = SECTION_TITLES.decisions;
  const span = `${formats.date(period.from)} – ${formats.date(period.to)}`;
  if (decisions.length === 0) {
    return [
      opening('decisions', title, 'Nothing was decided in this period.', first),
      nothingYet(`Answers given ${span} appear here.`),
    ];
  }
  const rows = decisions.map(({ at, name, decision, what, budgetTitle, amountMinor, comment }): Content[] => [
    cell(formats.day(at), { quiet: true }),
    {
      stack: [
        cell(what, { strong: true }),
        say(budgetTitle, 'label', { margin: [0, px(1), 0, 0] }),
        ...(comment ? [say(`“${comment}”`, 'note', { margin: [0, px(3), 0, 0] })] : []),
      ],
    },
    marked(LINE_MARKS[decision], WORDS[decision]),
    cell(name || 'No longer known'),
    cell(formats.money(amountMinor), { right: true }),
  ]);
  return [
    opening('decisions', title, message(decisions, formats), first),
    part(span, 28),
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
