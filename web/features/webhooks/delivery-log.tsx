import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { type Delivery, LOG_DAYS, TEST_EVENT } from '../../../shared/webhooks/delivery.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { deliveriesQuery } from './queries.ts';
import { attemptWord, DELIVERY_STATE } from './text.ts';
import { useWebhookActions } from './use-webhook-actions.ts';

const DeliveryDialog = lazy(() => import('./delivery-dialog.tsx'));

function Last({ attempts, nextAt }: Delivery) {
  const last = attempts.at(-1);
  if (!last) return <span className="text-ink-3">No call yet</span>;
  return nextAt ? (
    <CellLines
      first={attemptWord(last)}
      second={
        <>
          next call <RelativeTime iso={nextAt} />
        </>
      }
    />
  ) : (
    <span className="num">{attemptWord(last)}</span>
  );
}

const columns: Column<Delivery>[] = [
  {
    id: 'event',
    header: 'Event',
    width: 'minmax(14rem,3fr)',
    cell: ({ type, deliveryId }) => (
      <CellLines
        first={type === TEST_EVENT ? 'Test event' : type}
        second={<code className="font-sans">{deliveryId}</code>}
      />
    ),
  },
  {
    id: 'state',
    header: 'State',
    width: '11rem',
    phone: 'status',
    cell: ({ state }) => <Badge tone={DELIVERY_STATE[state].tone}>{DELIVERY_STATE[state].word}</Badge>,
  },
  { id: 'last', header: 'Last answer', width: 'minmax(10rem,2fr)', phone: 'meta', cell: (row) => <Last {...row} /> },
  {
    id: 'calls',
    header: 'Calls',
    width: '4.5rem',
    align: 'end',
    phone: 'hidden',
    cell: ({ attempts }) => <span className="num">{attempts.length}</span>,
  },
  {
    id: 'when',
    header: 'When',
    width: '8rem',
    align: 'end',
    phone: 'meta',
    cell: ({ at }) => <RelativeTime iso={at} />,
  },
];
const rowId = (row: Delivery) => row.deliveryId;
const rowName = (row: Delivery) => `${row.type}, ${row.deliveryId}`;
const none: Delivery[] = [];

/** What a webhook was told in the last month, newest first, and what came of each. */
export function DeliveryLog({
  webhookId,
  failed,
  onFailed,
}: {
  webhookId: string;
  failed: boolean;
  onFailed: (failed: boolean) => void;
}) {
  const actions = useWebhookActions();
  const [openId, setOpenId] = useState<string>();
  const query = useInfiniteQuery(deliveriesQuery(webhookId, failed));
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? none, [query.data]);
  const open = rows.find(({ deliveryId }) => deliveryId === openId);
  const menu = (row: Delivery): MenuGroup[] => [
    {
      id: 'all',
      items: [
        { id: 'show', label: 'Show calls and body', onSelect: () => setOpenId(row.deliveryId) },
        ...(row.state === 'planned'
          ? []
          : [{ id: 'again', label: 'Send again', onSelect: () => void actions.resend(row) }]),
      ],
    },
  ];
  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : failed ? (
    <FilterEmpty onClear={() => onFailed(false)}>No delivery has failed for good.</FilterEmpty>
  ) : (
    <EmptyState title="Nothing was sent yet">
      What the address is told stands here for {LOG_DAYS} days, with each call and its answer.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold text-body">Deliveries</h2>
        <Segmented
          label="Deliveries"
          className="ml-auto"
          options={[
            { value: 'all', label: 'All' },
            { value: 'failed', label: 'Failed' },
          ]}
          value={failed ? 'failed' : 'all'}
          onChange={(next) => onFailed(next === 'failed')}
        />
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Deliveries"
          frame="card"
          twoLine
          minWidth="48rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowMenu={menu}
          state={query.isPending ? 'loading' : 'ready'}
          instead={instead}
        />
        <MoreRows query={query} />
      </div>
      <Suspense>
        {open ? (
          <DeliveryDialog
            delivery={open}
            onResend={() => void actions.resend(open)}
            onClose={() => setOpenId(undefined)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
