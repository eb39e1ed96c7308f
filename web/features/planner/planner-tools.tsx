import { ListTools } from '../../ui/list-tools.tsx';
import { plannerColumns } from './planner-columns.tsx';
import type { PlannerSearch } from './planner-search.ts';

/** Views, columns and export of the list of planner items; loads with the list. */
export default function PlannerTools({ companyId, search }: { companyId: string; search: PlannerSearch }) {
  const { lane, status, q, archived } = search;
  return (
    <ListTools
      list="planner"
      columns={plannerColumns}
      companyId={companyId}
      filter={{ lanes: lane, statuses: status, q, archived }}
    />
  );
}
