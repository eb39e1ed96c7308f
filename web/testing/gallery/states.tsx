import { Cloud } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { Pager } from '../../ui/pager.tsx';
import { CardSkeleton, StatStripSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { columns, type Finding, findings } from './findings-data.tsx';
import { Plain, Show } from './frame.tsx';

const none: Finding[] = [];
const rowId = (row: Finding) => row.id;
const few = findings.slice(0, 3);

function Example(props: Pick<DataTableProps<Finding>, 'rows' | 'state' | 'instead'> & { title: string }) {
  return (
    <Card>
      <CardHead title={props.title} ruled />
      <DataTable
        {...props}
        label={props.title}
        frame="card"
        columns={columns}
        rowId={rowId}
        rowName={(row) => row.title}
        rowHref={(row) => `#${row.id}`}
        rowMenu={() => [{ id: 'a', items: [{ id: 'open', label: 'Open', href: '#open' }] }]}
        twoLine
      />
    </Card>
  );
}

/** What a page shows when it has nothing, nothing yet, or bad news. */
export default function States() {
  const [cleared, setCleared] = useState(false);
  const problem = {
    title: 'Findings could not be loaded',
    status: 500,
    detail: 'The server failed. Nothing was changed.',
    requestId: '01kb2q7m9v3f',
  };
  return (
    <Plain title="States">
      <Show title="Lists">
        <div className="grid gap-4">
          <Example title="Refreshing" rows={few} state="stale" />
          <Example title="Loading" rows={none} state="loading" />
          <Example
            title="Empty"
            rows={none}
            instead={
              <EmptyState
                icon={<Cloud />}
                title="No findings yet"
                action={<Button variant="primary">Connect Microsoft 365</Button>}
              >
                Failed controls, expiring warranties and wasted licences will be listed here once a source is connected.
              </EmptyState>
            }
          />
          <Example
            title="Filtered"
            rows={cleared ? few : none}
            instead={
              <FilterEmpty onClear={() => setCleared(true)}>38 findings are hidden by Risk and Source.</FilterEmpty>
            }
          />
          <Example title="Failed" rows={none} instead={<ErrorState error={problem} onRetry={() => undefined} />} />
        </div>
        <Pager from={26} to={50} total={2694} onNewer={() => undefined} onOlder={() => undefined} />
        <Pager label="First page" from={1} to={25} onOlder={() => undefined} />
      </Show>
      <Show title="Skeletons">
        <StatStripSkeleton label="Loading the figures" />
        <CardSkeleton label="Loading the next meeting" />
      </Show>
    </Plain>
  );
}
