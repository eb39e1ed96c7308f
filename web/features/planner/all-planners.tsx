import { Building2, Coins } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { quarterWords } from '../../../shared/kernel/fiscal-words.ts';
import type { PlannerSummary } from '../../../shared/planner/planner-summary.ts';
import { useMay } from '../../lib/session.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { counted } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';

const RateDialog = lazy(() => import('./rate-dialog.tsx'));

/** A client with what is planned for it; `plan` is absent while its figures load, null where nothing was ever planned. */
export interface PlannedClient {
  companyId: string;
  name: string;
  currency: string;
  fiscalYearStart: number;
  plan?: PlannerSummary | null;
}

function Planned({ client, at }: { client: PlannedClient; at: number }) {
  if (client.plan === undefined) return <Skeleton className="w-24" />;
  const quarter = client.plan?.quarters[at];
  if (!quarter) return null;
  return (
    <>
      <span className="text-ink-3">{quarterWords(quarter, client.fiscalYearStart)}</span>{' '}
      <Money minor={quarter.oneTimeMinor} currency={client.currency} compact className="font-medium text-ink" />
      <span className="num text-ink-3">{`, ${quarter.hours} h`}</span>
    </>
  );
}

const columns: Column<PlannedClient>[] = [
  { id: 'name', header: 'Client', width: 'minmax(12rem,2fr)', cell: (row) => row.name },
  {
    id: 'items',
    header: 'On the roadmap',
    width: 'minmax(9rem,1fr)',
    phone: 'meta',
    cell: (row) => {
      if (row.plan === undefined) return <Skeleton className="w-16" />;
      if (!row.plan || row.plan.items === 0) return <span className="text-ink-3">Nothing planned</span>;
      const { items, unscheduled } = row.plan;
      return `${counted(items, 'item')}${unscheduled > 0 ? `, ${unscheduled} unscheduled` : ''}`;
    },
  },
  {
    id: 'first',
    header: 'Next planned',
    width: 'minmax(11rem,1.2fr)',
    phone: 'meta',
    cell: (row) => <Planned client={row} at={0} />,
  },
  {
    id: 'second',
    header: 'Then',
    width: 'minmax(11rem,1.2fr)',
    phone: 'hidden',
    cell: (row) => <Planned client={row} at={1} />,
  },
  {
    id: 'sum',
    header: 'Estimated',
    width: '7rem',
    align: 'end',
    phone: 'value',
    cell: (row) =>
      row.plan && row.plan.quarters.length > 0 ? (
        <Money
          minor={row.plan.quarters.reduce((sum, { oneTimeMinor }) => sum + oneTimeMinor, 0)}
          currency={row.currency}
          className="font-medium text-ink"
        />
      ) : null,
  },
];
const rowId = (row: PlannedClient) => row.companyId;
const rowName = (row: PlannedClient) => row.name;

/** The planner over all clients: what is planned for each, and the way to its roadmap; what an hour is estimated at. */
export function AllPlanners({
  clients,
  error,
  onRetry,
  stale,
  q,
  onFilter,
  hrefOf,
  range,
  onNewer,
  onOlder,
}: {
  /** Undefined while they load. */
  clients: readonly PlannedClient[] | undefined;
  error: unknown;
  onRetry: () => void;
  stale: boolean;
  q: string;
  onFilter: (q: string) => void;
  hrefOf: (companyId: string) => string;
  range: { from: number; to: number };
  onNewer?: () => void;
  onOlder?: () => void;
}) {
  const may = useMay();
  const [rating, setRating] = useState(false);
  const rows = useMemo(() => clients ?? [], [clients]);
  const instead = error ? (
    <ErrorState error={error} onRetry={onRetry} />
  ) : q ? (
    <FilterEmpty onClear={() => onFilter('')} />
  ) : (
    <EmptyState icon={<Building2 aria-hidden />} title="No client yet">
      Add a client on the overview first: each has a roadmap of its own.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title="Planner"
        fact="Each client has a roadmap of its own"
        actions={
          may('msp:write') ? (
            <Button icon={<Coins aria-hidden />} onClick={() => setRating(true)}>
              Hourly rate
            </Button>
          ) : undefined
        }
      />
      <SearchBox
        label="Filter clients by name"
        placeholder="Filter by name"
        value={q}
        onChange={onFilter}
        className="w-64 max-sm:w-full"
      />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Clients and their plans"
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={(row) => hrefOf(row.companyId)}
          state={!clients && !error ? 'loading' : stale ? 'stale' : 'ready'}
          instead={instead}
          minWidth="46rem"
        />
        {onNewer || onOlder ? (
          <Pager {...range} newer="Before" older="Next" onNewer={onNewer} onOlder={onOlder} />
        ) : null}
      </div>
      <Suspense>{rating ? <RateDialog onClose={() => setRating(false)} /> : null}</Suspense>
    </div>
  );
}
