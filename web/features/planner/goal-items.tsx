import { useQuery } from '@tanstack/react-query';
import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { counted } from '../../ui/format.ts';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { plannerColumns } from './planner-columns.tsx';
import { goalItemsQuery } from './queries.ts';

const columns = plannerColumns.filter(({ id }) => id !== 'priority');
const rowId = (row: PlannerItem) => row.plannerItemId;
const rowName = (row: PlannerItem) => row.title;
const rowHref = (row: PlannerItem) => `/c/${row.companyId}/planner/${row.plannerItemId}`;

/** The planner items that serve a goal. */
export default function GoalItems({ companyId, goalId }: { companyId: string; goalId: string }) {
  const { data, error, refetch } = useQuery(goalItemsQuery({ companyId, goalId }));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardSkeleton label="Loading the work" rows={4} />;
  const { items } = data;
  return (
    <Card>
      <CardHead title="Work" fact={items.length > 0 ? counted(items.length, 'planner item') : undefined} ruled />
      {items.length === 0 ? (
        <CardBody className="pt-3 text-ink-3">
          No work serves this goal yet. Add it to the planner, or choose the goal on an item that is there.
        </CardBody>
      ) : (
        <DataTable
          label="Planner items that serve the goal"
          frame="card"
          columns={columns}
          rows={items}
          rowId={rowId}
          rowName={rowName}
          rowHref={rowHref}
          twoLine
          minWidth="40rem"
        />
      )}
    </Card>
  );
}
