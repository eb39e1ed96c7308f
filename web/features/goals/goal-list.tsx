import { Ban, CircleCheck, RotateCcw, Target } from 'lucide-react';
import { useMemo } from 'react';
import type { Goal } from '../../../shared/goals/goal.ts';
import { isClosed } from '../../../shared/goals/standing.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { EmptyState, FilterEmpty } from '../../ui/states.tsx';
import { useRecordList } from '../../ui/use-record-list.tsx';
import { goalColumns } from './goal-columns.tsx';
import { goalRef } from './goal-ref.ts';
import { type GoalSearch, listed, type SortWord, sortOf } from './goal-search.ts';
import { useReopen } from './use-goal.ts';

const rowId = (row: Goal) => row.goalId;
const rowName = (row: Goal) => row.title;

/** A client's goals as a table; here closed ones are found again. Loads on first use. */
export default function GoalList({
  goals,
  people,
  search,
  onSearch,
  writable,
  hrefOf,
  onClose,
}: {
  goals: readonly Goal[];
  people: ReadonlyMap<string, string>;
  search: GoalSearch;
  onSearch: (next: GoalSearch) => void;
  writable: boolean;
  hrefOf: (goalId: string) => string;
  onClose: (goal: Goal, how: 'achieve' | 'abandon') => void;
}) {
  const reopen = useReopen();
  const rows = useMemo(() => listed(goals, search), [goals, search]);
  const columns = useMemo(() => goalColumns(people), [people]);
  const sort = useMemo(() => sortOf(search.sort), [search.sort]);
  const { offered, hasActions, actionGroup } = useRecordList({ rows, rowId, refOf: goalRef });
  const rowMenu = (row: Goal): MenuGroup[] => [
    actionGroup(row),
    {
      id: 'close',
      items: !writable
        ? []
        : isClosed(row)
          ? [{ id: 'reopen', label: 'Reopen', icon: <RotateCcw aria-hidden />, onSelect: () => reopen(row) }]
          : [
              {
                id: 'achieve',
                label: 'Mark as achieved',
                icon: <CircleCheck aria-hidden />,
                onSelect: () => onClose(row, 'achieve'),
              },
              { id: 'abandon', label: 'Abandon', icon: <Ban aria-hidden />, onSelect: () => onClose(row, 'abandon') },
            ],
    },
  ];
  const filtered = Boolean(search.standing || search.category || search.q);
  return (
    <div className="overflow-clip rounded-card border border-line bg-surface">
      <DataTable
        label="Goals"
        frame="card"
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowName={rowName}
        rowHref={(row) => hrefOf(row.goalId)}
        twoLine
        minWidth="52rem"
        sort={sort}
        onSort={({ column, descending }) =>
          onSearch({ ...search, sort: `${descending ? '-' : ''}${column}` as SortWord })
        }
        {...offered}
        {...(writable || hasActions ? { rowMenu } : {})}
        instead={
          filtered ? (
            <FilterEmpty onClear={() => onSearch({ as: 'list' })} />
          ) : (
            <EmptyState icon={<Target aria-hidden />} title="No open goal">
              Closed goals are found by their standing.
            </EmptyState>
          )
        }
      />
    </div>
  );
}
