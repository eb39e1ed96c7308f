import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Check, ListChecks } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import type { MeetingAction } from '../../../shared/meetings/action.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { useNow } from '../../ui/locale.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { ActionDue, ActionEnd } from './action-cells.tsx';
import type { MeetingClient } from './people.ts';
import { actionsQuery, meetingQuery } from './queries.ts';
import { useActionMenu } from './use-action-menu.tsx';

const STATES = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Done or dropped' },
] as const;
const rowId = (row: MeetingAction) => row.meetingActionId;
const rowName = (row: MeetingAction) => row.text;

/** The meeting in which it was promised. */
function FromMeeting({ action, hrefOf }: { action: MeetingAction; hrefOf: (meetingId: string) => string }) {
  const { data } = useQuery(meetingQuery(action));
  return <TextLink href={hrefOf(action.meetingId)}>{data?.title ?? 'Meeting'}</TextLink>;
}

/** What one client and its MSP promised each other in meetings: what is open by day, or what is over. */
export function ClientActions({
  company,
  status,
  onStatus,
  places,
  meetingHref,
  itemHref,
  onOpenItem,
}: {
  company: MeetingClient;
  status: 'open' | 'closed';
  onStatus: (status: 'open' | 'closed') => void;
  /** The switch between meetings and actions. */
  places: ReactNode;
  meetingHref: (meetingId: string) => string;
  itemHref: (plannerItemId: string) => string;
  onOpenItem: (plannerItemId: string) => void;
}) {
  const { companyId } = company;
  const today = dateIn(company.timeZone, useNow());
  const writable = useMay()('meetings:write');
  const { menuOf, done, dialog } = useActionMenu(companyId, onOpenItem);
  const query = useInfiniteQuery(actionsQuery(companyId, status));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const columns: Column<MeetingAction>[] = [
    { id: 'what', header: 'What', width: 'minmax(16rem,3fr)', cell: (row) => row.text },
    {
      id: 'who',
      header: 'Who',
      width: 'minmax(8rem,1fr)',
      phone: 'meta',
      cell: ({ owner }) => owner?.name ?? <span className="text-ink-3">Nobody yet</span>,
    },
    {
      id: 'due',
      header: 'By',
      width: '8.5rem',
      phone: 'meta',
      cell: (row) => <ActionDue action={row} today={today} />,
    },
    {
      id: 'from',
      header: 'From',
      width: 'minmax(9rem,1.2fr)',
      phone: 'meta',
      cell: (row) => <FromMeeting action={row} hrefOf={meetingHref} />,
    },
    {
      id: 'state',
      header: status === 'open' ? 'Done' : 'Became',
      width: '7.5rem',
      phone: 'value',
      cell: (row) =>
        row.status !== 'open' ? (
          <ActionEnd action={row} itemHref={itemHref} />
        ) : writable ? (
          <Button size="sm" icon={<Check aria-hidden />} aria-label={`Done: ${row.text}`} onClick={() => done(row)}>
            Done
          </Button>
        ) : (
          <span className="text-ink-3">Not yet</span>
        ),
    },
  ];
  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <EmptyState
      icon={<ListChecks aria-hidden />}
      title={status === 'open' ? 'Nothing is open between you' : 'Nothing is done yet'}
    >
      What is promised in a meeting stands here until it is done, with who and by when.
    </EmptyState>
  );
  return (
    <>
      <div className="no-print flex flex-wrap items-center gap-2">
        {places}
        <Segmented label="Which actions" options={STATES} value={status} onChange={onStatus} className="sm:ml-auto" />
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Actions"
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          minWidth="54rem"
          {...(writable ? { rowMenu: menuOf } : {})}
          state={query.isPending ? 'loading' : 'ready'}
          instead={instead}
        />
      </div>
      {query.hasNextPage ? (
        <Button
          size="sm"
          className="self-center"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
      {dialog}
    </>
  );
}
