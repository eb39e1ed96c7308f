import type { ReactNode } from 'react';
import type { Goal } from '../../../shared/goals/goal.ts';
import { DateText } from '../../ui/amount.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { PRIORITIES } from '../../ui/priority.ts';
import type { Column } from '../../ui/table-model.ts';
import { GoalProgress, StandingBadge } from './progress.tsx';
import { CATEGORIES } from './standings.ts';

/** Columns of the list. `clientName` stands in the second line over all clients, where the server gives the order. */
export function goalColumns(
  people: ReadonlyMap<string, string>,
  clientName?: (companyId: string) => ReactNode,
): Column<Goal>[] {
  const sortable = clientName === undefined;
  return [
    {
      id: 'goal',
      header: 'Goal',
      width: 'minmax(14rem,3fr)',
      sortable,
      cell: (row) => (
        <CellLines
          first={row.title}
          second={
            clientName ? (
              <>
                {clientName(row.companyId)} · {CATEGORIES[row.category]}
              </>
            ) : (
              CATEGORIES[row.category]
            )
          }
        />
      ),
    },
    {
      id: 'standing',
      header: 'Standing',
      width: '7.5rem',
      phone: 'status',
      sortable,
      cell: (row) => <StandingBadge goal={row} />,
    },
    {
      id: 'progress',
      header: 'Progress',
      width: 'minmax(9rem,1.4fr)',
      phone: 'meta',
      sortable,
      cell: (row) => (
        // Wide as its column: every bar is read against the ones above and below it.
        <span className="block w-36 max-w-full max-sm:w-full">
          <GoalProgress goal={row} source />
        </span>
      ),
    },
    {
      id: 'due',
      header: 'By',
      width: '7.5rem',
      phone: 'value',
      sortable,
      cell: (row) =>
        row.targetDate ? <DateText iso={row.targetDate} /> : <span className="text-ink-3">No date yet</span>,
    },
    {
      id: 'priority',
      header: 'Priority',
      width: '6rem',
      phone: 'hidden',
      cell: (row) => PRIORITIES[row.priority].word,
    },
    {
      id: 'owner',
      header: 'Owner',
      width: 'minmax(8rem,1fr)',
      phone: 'hidden',
      cell: (row) =>
        row.ownerId ? (people.get(row.ownerId) ?? 'Former staff') : <span className="text-ink-3">Unassigned</span>,
    },
  ];
}
