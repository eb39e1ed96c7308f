import { CLIENT_LINE_WORDS } from '../../../shared/budgets/words.ts';
import { stackedSummary } from '../../../shared/kernel/charts/stacked.ts';
import { stackedSvg } from '../../../shared/kernel/charts/stacked-svg.ts';
import { quarterWords, quarterWordsOf, yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { freezeBudget } from '../../../shared/reports/freezing.ts';
import { FrozenBudget, type Snapshot } from '../../../shared/reports/snapshot.ts';
import { type Formats, TYPE_WORDS } from '../../../shared/reports/words.ts';
import { clientBudgets } from '../../budgets/approval.service.ts';
import { opening } from '../pdf/frame.ts';
import { LINE_MARKS, marked } from '../pdf/marks.ts';
import { type Content, cell, type Node, part, px, strip, TYPE_WIDTH, table, unbroken } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

const CHART_HEIGHT = 160;
const RECURRENCE = { 'one-time': 'Once', monthly: 'Monthly', annual: 'Yearly' } as const;

function quartersOf({ fiscalYear: year, fiscalYearStart }: FrozenBudget): string[] {
  return [1, 2, 3, 4].map((quarter) => quarterWords({ year, quarter }, fiscalYearStart));
}

function message(budget: FrozenBudget, { money, date }: Formats): string {
  const year = yearWords(budget.fiscalYear, budget.fiscalYearStart);
  const whole = `The budget for ${year} comes to ${money(budget.totalMinor)}`;
  const waiting = budget.lines.filter(({ status }) => status === 'pending').length;
  if (waiting === 0) return `${whole}, and every line is answered.`;
  const until = budget.dueDate ? `, please by ${unbroken(date(budget.dueDate))}` : '';
  const lines = waiting === 1 ? '1 line waits' : `${waiting} lines wait`;
  return `${whole}. ${lines} for your answer${until}.`;
}

function chart(budget: FrozenBudget, { locale }: Snapshot, { money, shortMoney }: Formats): Content[] {
  const data = {
    categories: quartersOf(budget),
    series: [
      { name: CLIENT_LINE_WORDS.approved, values: budget.approvedQuarters },
      { name: CLIENT_LINE_WORDS.pending, values: budget.waitingQuarters },
    ],
    format: money,
    formatTick: shortMoney,
    locale,
  };
  const svg = stackedSvg(data, {
    width: TYPE_WIDTH,
    height: CHART_HEIGHT,
    title: `${budget.title} by quarter`,
    summary: stackedSummary(data),
    fontFamily: 'Inter',
  });
  return [part('By quarter', 24), { svg, width: px(TYPE_WIDTH) }];
}

function types(budget: FrozenBudget, { money }: Formats): Node {
  const amount = (minor: number, strong = false) => cell(minor === 0 ? '–' : money(minor), { right: true, strong });
  const rows = budget.types.map(({ type, quarters, totalMinor }): Content[] => [
    cell(TYPE_WORDS[type], { strong: true }),
    ...quarters.map((minor) => amount(minor)),
    amount(totalMinor, true),
  ]);
  const sums = [
    cell('Total', { strong: true }),
    ...budget.quarters.map((minor) => amount(minor, true)),
    amount(budget.totalMinor, true),
  ];
  const columns = quartersOf(budget).map((head) => ({ head, width: 96, right: true }));
  return table(
    [{ head: 'Kind of cost', width: '*' }, ...columns, { head: 'Year', width: 104, right: true }],
    [...rows, sums],
  );
}

function lines(budget: FrozenBudget, { money }: Formats): Node {
  const rows = budget.lines.map(({ label, type, startDate, recurrence, amountMinor, status }): Content[] => [
    cell(label, { strong: true, quiet: status === 'rejected' }),
    cell(TYPE_WORDS[type], { quiet: true }),
    cell(quarterWordsOf(startDate, budget.fiscalYearStart), { quiet: true }),
    cell(RECURRENCE[recurrence], { quiet: true }),
    marked(LINE_MARKS[status], CLIENT_LINE_WORDS[status]),
    {
      ...cell(money(amountMinor), { right: true, quiet: status === 'rejected' }),
      ...(status === 'rejected' ? { decoration: 'lineThrough' } : {}),
    },
  ]);
  return table(
    [
      { head: 'Line', width: '*' },
      { head: 'Kind', width: 84 },
      { head: 'From', width: 64 },
      { head: 'Due', width: 56 },
      { head: 'Status', width: 112 },
      { head: 'In the year', width: 80, right: true },
    ],
    rows,
  );
}

const countOf = ({ lines: all }: FrozenBudget, wanted: FrozenBudget['lines'][number]['status']) =>
  all.filter(({ status }) => status === wanted).length;

/** The budget that the client was sent last: sums by answer, quarter and kind, then its lines. */
function pages(budget: FrozenBudget, { snapshot, formats, first }: Sheet): Content[] {
  const { money } = formats;
  const count = (status: FrozenBudget['lines'][number]['status']) => {
    const number = countOf(budget, status);
    return `${number} ${number === 1 ? 'line' : 'lines'}`;
  };
  return [
    opening('budget', budget.title, message(budget, formats), first),
    {
      ...strip([
        { label: CLIENT_LINE_WORDS.approved, figure: money(budget.approvedMinor), note: count('approved') },
        { label: CLIENT_LINE_WORDS.pending, figure: money(budget.waitingMinor), note: count('pending') },
        {
          label: CLIENT_LINE_WORDS.rejected,
          figure: money(budget.rejectedMinor),
          note: `${count('rejected')}, in no sum below`,
          lighter: true,
        },
      ]),
      margin: [0, px(24), 0, 0],
    },
    ...chart(budget, snapshot, formats),
    part('By kind and quarter', 18),
    types(budget, formats),
    part('Lines', 18),
    lines(budget, formats),
  ];
}

export const budget = section({
  id: 'budget',
  title: 'Budget',
  detail: 'Totals by type, quarter and answer',
  source: 'Source: the budget as sent to you.',
  usual: true,
  shape: FrozenBudget,
  freeze: async (scope, { company }) => freezeBudget(await clientBudgets(scope, company.companyId)) ?? undefined,
  absent: 'No budget sent yet',
  needs: { of: 'budgets', figures: ['current'] },
  records: ({ budgetId }) => [{ type: 'budget', id: budgetId }],
  figure: (data, { money }) => {
    const waiting = countOf(data, 'pending');
    const note = waiting > 0 ? `${waiting} waiting for you` : 'All lines answered';
    return { label: data.title, figure: money(data.totalMinor), note };
  },
  pages,
});
