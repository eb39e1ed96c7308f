import { useMemo } from 'react';
import type { DataSetProgress, RunDetail } from '../../../shared/integrations/run.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { Figure } from './figure.tsx';
import { PULL_STATES } from './text.ts';

function barTone(state: DataSetProgress['state']) {
  if (state === 'waiting' || state === 'failed' || state === 'held') return 'warn';
  return state === 'done' || state === 'unavailable' ? 'ok' : 'accent';
}

/** `partly`: it failed for some clients only. */
type Row = DataSetProgress & { partly: boolean };

const WIDTHS = { read: '3rem', created: '3.5rem', changed: '3.75rem', unchanged: '4.75rem', quarantined: '5.5rem' };

function figure(id: keyof typeof WIDTHS, header: string): Column<Row> {
  return {
    id,
    header,
    width: WIDTHS[id],
    align: 'end',
    phone: id === 'read' ? 'value' : 'hidden',
    cell: ({ counters }) => <Figure value={counters[id]} news={id === 'quarantined'} />,
  };
}

const columns: Column<Row>[] = [
  { id: 'title', header: 'Data set', width: 'minmax(8.5rem,1fr)', cell: ({ title }) => title },
  {
    id: 'clients',
    header: 'Clients',
    width: '6.75rem',
    cell: ({ title, organisations, finished, state }) => (
      <span className="flex items-center gap-2">
        <span className="w-12 shrink-0">
          <ProgressBar
            label={title}
            value={finished}
            max={organisations}
            text={`${finished} of ${organisations} clients`}
            tone={barTone(state)}
          />
        </span>
        <span className="num text-ink-2">{`${finished} of ${organisations}`}</span>
      </span>
    ),
  },
  figure('read', 'Read'),
  figure('created', 'Created'),
  figure('changed', 'Changed'),
  figure('unchanged', 'Unchanged'),
  figure('quarantined', 'Quarantined'),
  {
    id: 'state',
    header: 'State',
    width: '6.25rem',
    phone: 'status',
    cell: ({ state, partly }) =>
      partly ? (
        <Badge tone="warn">Partly</Badge>
      ) : (
        <Badge tone={PULL_STATES[state].tone}>{PULL_STATES[state].word}</Badge>
      ),
  },
];

/** Progress of a sync, a line for each data set and the sum below: what was read went somewhere, nothing vanishes. */
export function DataSetTable({ run }: { run: RunDetail }) {
  const { dataSets, notes, counters, finished, pulls, finishedAt } = run;
  const rows = useMemo(
    () =>
      dataSets.map((one): Row => {
        const failed = notes.filter(({ dataSet, state }) => dataSet === one.title && state === 'failed').length;
        return { ...one, partly: one.state === 'failed' && failed < one.organisations };
      }),
    [dataSets, notes],
  );
  const phone = usePhone();
  const total = (value: number, news?: boolean) => <Figure value={value} news={news} />;
  const sums = {
    created: total(counters.created),
    changed: total(counters.changed),
    unchanged: total(counters.unchanged),
    quarantined: total(counters.quarantined, true),
  };
  return (
    <DataTable
      label="Data sets"
      frame="card"
      minWidth="50rem"
      columns={columns}
      rows={rows}
      rowId={({ name }) => name}
      rowName={({ title }) => title}
      instead={
        <EmptyState title={finishedAt ? 'Nothing was read' : 'The sync is starting'}>
          {finishedAt ? 'No client was mapped when this sync ran.' : 'What is read appears here, data set by data set.'}
        </EmptyState>
      }
      totals={
        dataSets.length > 0
          ? {
              title: 'All',
              clients: <span className="num font-normal text-ink-3">{`${finished} of ${pulls} pulls`}</span>,
              read: total(counters.read),
              ...(phone ? {} : sums),
            }
          : undefined
      }
    />
  );
}
