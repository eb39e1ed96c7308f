import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/table-model.ts';
import { lines as countLines, LINE_STATUS } from './text.ts';

type Row = { line: BudgetDetail['lines'][number]; budget: BudgetDetail };

const columns: Column<Row>[] = [
  {
    id: 'line',
    header: 'Line',
    width: 'minmax(14rem,3fr)',
    cell: ({ line, budget }) => <CellLines first={line.label} second={budget.title} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: '7rem',
    phone: 'status',
    cell: ({ line: { status } }) => <Badge tone={LINE_STATUS[status].tone}>{LINE_STATUS[status].word}</Badge>,
  },
  {
    id: 'amount',
    header: 'This year',
    width: '8rem',
    align: 'end',
    phone: 'value',
    cell: ({ line, budget }) => (
      <Money minor={line.amountMinor} currency={budget.currency} className="font-medium text-ink" />
    ),
  },
];
const rowId = ({ line }: Row) => line.budgetLineId;
const rowName = ({ line }: Row) => line.label;
const rowHref = ({ budget }: Row) => `/c/${budget.companyId}/budgets/${budget.budgetId}`;

/** The budget lines that pay for the work of a goal. Nothing while no budget holds any of it. */
export default function GoalLines({
  budgets,
  plannerItemIds,
}: {
  budgets: readonly BudgetDetail[];
  plannerItemIds: ReadonlySet<string>;
}) {
  const rows = budgets.flatMap((budget) =>
    budget.lines
      .filter(({ source }) => source !== undefined && plannerItemIds.has(source.plannerItemId))
      .map((line): Row => ({ line, budget })),
  );
  if (rows.length === 0) return null;
  return (
    <Card>
      <CardHead title="Budget" fact={countLines(rows.length)} ruled />
      <DataTable
        label="Budget lines for the goal"
        frame="card"
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowName={rowName}
        rowHref={rowHref}
        twoLine
        minWidth="34rem"
      />
    </Card>
  );
}
