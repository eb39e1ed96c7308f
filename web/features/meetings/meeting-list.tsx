import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Meeting, MeetingType } from '../../../shared/meetings/meeting.ts';
import { TYPE_WORDS } from '../../../shared/meetings/words.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { optionsOf } from '../../ui/options.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { SingleFacet } from '../../ui/single-facet.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { meetingColumns } from './meeting-columns.tsx';
import { type MeetingsFilter, meetingsQuery } from './queries.ts';

const types = optionsOf<MeetingType>(TYPE_WORDS);
const rowId = (row: Meeting) => row.meetingId;
const rowName = (row: Meeting) => row.title;

type Narrowing = Pick<MeetingsFilter, 'type' | 'q'>;

/** Meetings ahead or over, of one client or of all: filters, table, and what follows on demand. */
export function MeetingList({
  companyId,
  filter,
  onFilter,
  clientName,
  people,
  hrefOf,
  places,
  add,
}: {
  companyId?: string;
  filter: MeetingsFilter;
  onFilter: (next: Narrowing) => void;
  /** Name of a row's client, over all clients. Keep it stable. */
  clientName?: (companyId: string) => ReactNode;
  people: ReadonlyMap<string, string>;
  hrefOf: (meeting: Meeting) => string;
  /** The switch between ahead and over. */
  places: ReactNode;
  /** The button that plans one; absent for who may not. */
  add?: ReactNode;
}) {
  const query = useInfiniteQuery(meetingsQuery(companyId, filter));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const columns = useMemo(() => meetingColumns(people, clientName), [people, clientName]);
  const { phase, type, q } = filter;
  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : type || q ? (
    <FilterEmpty onClear={() => onFilter({})} />
  ) : phase === 'ahead' ? (
    <EmptyState icon={<CalendarDays aria-hidden />} title="No meeting ahead" action={add}>
      Plan the next one: its agenda starts from a template and takes up what waits for a decision.
    </EmptyState>
  ) : (
    <EmptyState icon={<CalendarDays aria-hidden />} title="No meeting is over yet">
      Closed meetings stand here with their minutes, cancelled ones with the reason.
    </EmptyState>
  );
  return (
    <>
      <div className="no-print flex flex-wrap items-center gap-2">
        {places}
        <SingleFacet
          label="Type"
          options={types}
          value={type}
          onChange={(next) => onFilter({ ...(next ? { type: next } : {}), ...(q ? { q } : {}) })}
        />
        <SearchBox
          label="Filter meetings by title"
          placeholder="Filter by title"
          value={q ?? ''}
          onChange={(text) => onFilter({ ...(type ? { type } : {}), ...(text ? { q: text } : {}) })}
          className="ml-auto w-48 max-sm:w-full"
        />
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label={phase === 'ahead' ? 'Meetings ahead' : 'Meetings that are over'}
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={hrefOf}
          twoLine
          minWidth="58rem"
          state={query.isPending ? 'loading' : query.isPlaceholderData ? 'stale' : 'ready'}
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
    </>
  );
}
