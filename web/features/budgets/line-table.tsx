import { Send } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { totalOf } from '../../../shared/budgets/amounts.ts';
import type { BudgetDetail, BudgetLine } from '../../../shared/budgets/budget.ts';
import { client } from '../../lib/api.ts';
import { Money } from '../../ui/amount.tsx';
import type { BulkAction } from '../../ui/bulk-bar.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useLocale } from '../../ui/locale.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { RowGroup } from '../../ui/table-model.ts';
import { toast } from '../../ui/toast.tsx';
import { type LineContext, lineColumns } from './line-columns.tsx';
import { groupLines, type LineRow, tickedLines, type View } from './line-views.ts';
import { StaleNote } from './stale-note.tsx';
import { lines as lineCount } from './text.ts';
import { useBudgetRun } from './use-budget-run.ts';

const BulkBar = lazy(() => import('../../ui/bulk-bar.tsx'));

const rowId = (row: LineRow) => row.key;
const rowName = (row: LineRow) => row.line.label;
const rowTone = ({ line }: LineRow) => (line.stale ? 'warn' : line.status === 'rejected' ? 'muted' : undefined);

/** The lines of a budget under the headings of a view, with what can be done to each and to the ticked ones. */
export function LineTable({
  budget,
  view,
  context,
  mayWrite,
  maySend,
  onEdit,
  onCopy,
  onSend,
}: {
  budget: BudgetDetail;
  view: View;
  context: LineContext;
  mayWrite: boolean;
  maySend: boolean;
  onEdit: (line: BudgetLine) => void;
  onCopy: (line: BudgetLine) => void;
  onSend: (lines: BudgetLine[]) => void;
}) {
  const { locale } = useLocale();
  const run = useBudgetRun(budget);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { currency } = budget;
  const columns = useMemo(() => lineColumns(budget, view, locale, context), [budget, view, locale, context]);
  const groups = useMemo(
    () =>
      groupLines(budget, view, locale).map(
        ({ id, name, rows, totalMinor }): RowGroup<LineRow> => ({
          id,
          name,
          label: name,
          rows,
          fact: <Money minor={totalMinor} currency={currency} className="font-semibold text-body text-ink" />,
        }),
      ),
    [budget, view, locale, currency],
  );
  const rows = useMemo(() => groups.flatMap((group) => [...group.rows]), [groups]);
  const selected = useMemo(
    () => new Set(rows.filter(({ line }) => ticked.has(line.budgetLineId)).map(rowId)),
    [rows, ticked],
  );
  const noted = useMemo(
    () => new Set(new Map(rows.toReversed().map(({ key, line }) => [line.budgetLineId, key])).values()),
    [rows],
  );

  const remove = async (line: BudgetLine) => {
    const { budgetLineId, source, label, type, quantity, unitMinor, recurrence, startDate, termMonths, note, product } =
      line;
    const facts = { label, type, quantity, unitMinor, recurrence, startDate, termMonths, note, product };
    const back = () =>
      run(
        (at) =>
          source
            ? client.budgets.addItems({ ...at, plannerItemIds: [source.plannerItemId] })
            : client.budgets.addLine({ ...at, ...facts }),
        { title: `${label} is back` },
      );
    await run((at) => client.budgets.removeLine({ ...at, budgetLineId }), {
      title: `${label} removed`,
      // What the planner no longer has cannot come back from there.
      ...(line.stale?.gone ? {} : { undo: () => void back() }),
    });
  };
  const rowMenu = ({ line }: LineRow): MenuGroup[] => {
    const draft = line.status === 'draft';
    const { source } = line;
    const edit = { id: 'edit', label: 'Edit', onSelect: () => onEdit(line) };
    const copy = { id: 'copy', label: 'Add a copy', onSelect: () => onCopy(line) };
    const send = { id: 'send', label: 'Send for approval', onSelect: () => onSend([line]) };
    return [
      { id: 'change', items: [...(draft ? [edit] : []), copy, ...(draft && maySend ? [send] : [])] },
      {
        id: 'item',
        items: source ? [{ id: 'item', label: 'Open planner item', href: context.itemHref(source.plannerItemId) }] : [],
      },
      {
        id: 'remove',
        items: draft ? [{ id: 'remove', label: 'Remove', danger: true, onSelect: () => void remove(line) }] : [],
      },
    ].filter(({ items }) => items.length > 0);
  };

  const chosen = budget.lines.filter(({ budgetLineId }) => ticked.has(budgetLineId));
  const drafts = chosen.filter(({ status }) => status === 'draft');
  const sendDrafts: BulkAction = {
    id: 'send',
    label: drafts.length === 0 ? 'No draft among them' : `Send ${lineCount(drafts.length)} for approval`,
    icon: <Send aria-hidden />,
    onSelect: () => {
      if (drafts.length > 0) onSend(drafts);
      else toast({ title: 'Only draft lines can be sent', detail: 'The client has the ticked lines already.' });
    },
  };
  return (
    <DataTable
      label="Lines"
      frame="card"
      minWidth="48rem"
      columns={columns}
      rows={rows}
      groups={groups}
      rowId={rowId}
      rowName={rowName}
      rowTone={rowTone}
      rowNote={(row) =>
        row.line.stale && noted.has(row.key) ? <StaleNote line={row.line} budget={budget} mayWrite={mayWrite} /> : null
      }
      rowMenu={mayWrite ? rowMenu : undefined}
      selected={maySend ? selected : undefined}
      onSelect={maySend ? (keys) => setTicked(tickedLines(rows, ticked, keys)) : undefined}
      bulk={
        <Suspense>
          <BulkBar count={chosen.length} actions={[sendDrafts]} onClear={() => setTicked(new Set())} />
        </Suspense>
      }
      totals={{ line: 'Total', amount: <Money minor={totalOf(budget.sums)} currency={currency} /> }}
      instead={
        <EmptyState title="No line yet">Bring in planner items with their estimates, or add a line by hand.</EmptyState>
      }
    />
  );
}
