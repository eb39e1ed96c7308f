import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useMemo } from 'react';
import type { Run } from '../../../shared/integrations/run.ts';
import { DateText, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useTrail } from '../../ui/use-trail.ts';
import { Figure } from './figure.tsx';
import type { IntegrationPageProps } from './integration-page.tsx';
import { runsQuery } from './queries.ts';
import { duration, RUN_STATES, TRIGGERS } from './text.ts';

const PAGE = 25;

function figure(id: keyof Run['counters'], header: string): Column<Run> {
  return {
    id,
    header,
    width: id === 'quarantined' || id === 'unchanged' ? '5.75rem' : '4.5rem',
    align: 'end',
    phone: id === 'read' ? 'value' : 'hidden',
    cell: ({ counters }) => <Figure value={counters[id]} />,
  };
}

const columns: Column<Run>[] = [
  {
    id: 'at',
    header: 'Started',
    width: 'minmax(10rem,1.5fr)',
    cell: ({ startedAt, requestedAt }) => <DateText iso={startedAt ?? requestedAt} year={false} time />,
  },
  {
    id: 'ago',
    header: 'Age',
    width: 'minmax(6rem,1fr)',
    phone: 'hidden',
    cell: ({ requestedAt }) => <RelativeTime iso={requestedAt} className="text-ink-3" />,
  },
  { id: 'trigger', header: 'Trigger', width: '7rem', cell: ({ trigger }) => TRIGGERS[trigger] },
  {
    id: 'took',
    header: 'Took',
    width: '6rem',
    cell: ({ startedAt, finishedAt }) => (startedAt && finishedAt ? duration(startedAt, finishedAt) : 'not ended'),
  },
  figure('read', 'Read'),
  figure('created', 'Created'),
  figure('changed', 'Changed'),
  figure('unchanged', 'Unchanged'),
  figure('quarantined', 'Quarantined'),
  {
    id: 'state',
    header: 'State',
    width: '8rem',
    phone: 'status',
    cell: ({ state }) => <Badge tone={RUN_STATES[state].tone}>{RUN_STATES[state].word}</Badge>,
  },
];

/** Every sync of an integration, newest first; one opens with its data sets. */
export default function RunHistory({
  integrationId,
  search,
  onSearch,
}: Pick<IntegrationPageProps, 'integrationId' | 'search' | 'onSearch'>) {
  const { cursor } = search;
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(runsQuery(integrationId, PAGE, cursor));
  const rows = useMemo(() => data?.items ?? [], [data]);
  const show = (next: string | undefined) => onSearch({ tab: 'history', cursor: next });
  const trail = useTrail({ cursor, next: data?.cursor, size: PAGE, show });
  return (
    <Card>
      <CardHead title="Syncs" action={<ListTools list="sync-runs" columns={columns} />} ruled />
      <DataTable
        label="Syncs"
        list="sync-runs"
        frame="card"
        minWidth="62rem"
        columns={columns}
        rows={rows}
        rowId={({ runId }) => runId}
        rowName={({ requestedAt }) => `sync of ${requestedAt}`}
        rowHref={({ runId }) => `/integrations/${integrationId}?tab=sync&run=${runId}`}
        rowNote={({ trouble }) => (trouble ? <span className="text-meta">{trouble.cause}</span> : null)}
        state={isPending ? 'loading' : isPlaceholderData ? 'stale' : 'ready'}
        instead={
          error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <EmptyState icon={<History aria-hidden />} title="Nothing was synced yet">
              Each sync stands here with what it read and changed.
            </EmptyState>
          )
        }
      />
      {trail.onNewer || trail.onOlder ? (
        <Pager from={trail.from + 1} to={trail.from + rows.length} onNewer={trail.onNewer} onOlder={trail.onOlder} />
      ) : null}
    </Card>
  );
}
