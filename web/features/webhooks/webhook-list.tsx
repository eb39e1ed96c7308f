import { useQuery } from '@tanstack/react-query';
import { Plus, Webhook as WebhookIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { MOST_WEBHOOKS, type Webhook } from '../../../shared/webhooks/webhook.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { DocsLink } from '../../ui/shown-once.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { webhooksQuery } from './queries.ts';
import { eventsWord, hostOf, standingOf } from './text.ts';

function Standing({ webhook }: { webhook: Webhook }): ReactNode {
  const { word, tone } = standingOf(webhook);
  return <Badge tone={tone}>{word}</Badge>;
}

function Trouble({ state, reason, failingSince }: Webhook): ReactNode {
  if (state === 'disabled' && reason === 'gone') return 'The receiver wants no more';
  if (state === 'off' || !failingSince) return <span className="text-ink-3">None</span>;
  return (
    <>
      Nothing gets through, since <RelativeTime iso={failingSince} />
    </>
  );
}

const columns: Column<Webhook>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(14rem,3fr)',
    cell: ({ name, url }) => <CellLines first={name} second={hostOf(url)} />,
  },
  { id: 'standing', header: 'State', width: '8.5rem', phone: 'value', cell: (row) => <Standing webhook={row} /> },
  {
    id: 'events',
    header: 'Told',
    width: '7rem',
    phone: 'meta',
    cell: ({ facts }) => <span className="num">{eventsWord(facts.length)}</span>,
  },
  {
    id: 'clients',
    header: 'Of',
    width: '7rem',
    phone: 'meta',
    cell: ({ companies }) => (
      <span className="num">
        {companies === 'all' ? 'All clients' : companies.length === 1 ? '1 client' : `${companies.length} clients`}
      </span>
    ),
  },
  {
    id: 'trouble',
    header: 'Trouble',
    width: 'minmax(12rem,2fr)',
    phone: 'hidden',
    cell: (row) => <Trouble {...row} />,
  },
];
const rowId = (row: Webhook) => row.webhookId;
const rowName = (row: Webhook) => row.name;
const rowHref = (row: Webhook) => `/settings?tab=webhooks&webhook=${row.webhookId}`;

/** The MSP's webhooks. Each opens on its log. */
export function WebhookList({ rowMenu, onNew }: { rowMenu: (row: Webhook) => MenuGroup[]; onNew: () => void }) {
  const { data, error, refetch, isPending, isFetching } = useQuery(webhooksQuery());
  const rows = data?.items ?? [];
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={onNew}>
      New webhook
    </Button>
  );
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : (
    <EmptyState icon={<WebhookIcon aria-hidden />} title="No webhook yet" action={add}>
      An address of yours is told when something happens here: a budget was answered, a report is ready, an integration
      stopped.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="text-ink-3 text-meta max-sm:w-full">
          At most {MOST_WEBHOOKS}. <DocsLink part="guide-webhook">How to receive them</DocsLink>
        </span>
        {rows.length > 0 ? add : null}
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Webhooks"
          frame="card"
          twoLine
          minWidth="44rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={rowHref}
          rowMenu={rowMenu}
          state={isPending ? 'loading' : isFetching ? 'stale' : 'ready'}
          instead={instead}
        />
      </div>
    </div>
  );
}
