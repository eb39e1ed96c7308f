import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays, daysBetween } from '../../../shared/kernel/date.ts';
import { type AuditRow, MOST_DAYS } from '../../../shared/platform/audit.ts';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { formatDate } from '../../ui/format.ts';
import { ListTools } from '../../ui/list-tools.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { ErrorState, FilterEmpty } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { changeWords, operationWords } from './audit-words.ts';
import { auditQuery, clientUsersQuery, keyNamesQuery, staffNamesQuery } from './queries.ts';

/** What of the audit trail is shown stands in the URL. */
export interface AuditSearch {
  from?: string;
  to?: string;
  who?: string;
}

export interface AuditView {
  search: AuditSearch;
  onSearch: (next: AuditSearch) => void;
  /** Names of clients, by id, as the page's route knows them. */
  clientNames: ReadonlyMap<string, string>;
}

const WEEK = 6;
const rowId = (row: AuditRow) => row.auditId;
const none: AuditRow[] = [];

function actorWord({ actorId, actorKind }: AuditRow, names: ReadonlyMap<string, string>): string {
  if (actorKind === 'system') return 'Fairlead';
  if (actorKind === 'anonymous') return 'Nobody signed in';
  return names.get(actorId) ?? (actorKind === 'client' ? 'A portal user' : 'Somebody who left');
}

/** Who did it; below, the API key that spoke for them. */
function Actor({ row, names }: { row: AuditRow; names: ReadonlyMap<string, string> }) {
  const who = actorWord(row, names);
  if (!row.keyId) return who;
  return <CellLines first={who} second={`by the API key ${names.get(row.keyId) ?? ''}`} />;
}

const namesIn = (answers: readonly { data?: { items: readonly { userId: string; name: string }[] } | undefined }[]) =>
  new Map(answers.flatMap(({ data }) => data?.items ?? []).map(({ userId, name }) => [userId, name]));

/** Names of the portal users among those who acted, by id: each is listed with the people of their client. */
function useClientName(rows: readonly AuditRow[]): ReadonlyMap<string, string> {
  const ofClients = rows.filter(({ actorKind, companyId }) => actorKind === 'client' && companyId !== 'msp');
  const companies = [...new Set(ofClients.map(({ companyId }) => companyId))];
  return useQueries({ queries: companies.map((companyId) => clientUsersQuery(companyId)), combine: namesIn });
}

function At({ at }: { at: string }) {
  const { locale, timeZone } = useLocale();
  return <span className="num">{formatDate(at, locale, timeZone, { near: new Date(), time: true })}</span>;
}

const columnsFor = (
  names: ReadonlyMap<string, string>,
  clientNames: ReadonlyMap<string, string>,
): Column<AuditRow>[] => [
  {
    id: 'what',
    header: 'What',
    width: 'minmax(18rem,4fr)',
    cell: (row) => <CellLines first={operationWords(row.operation)} second={changeWords(row.changes)} />,
  },
  {
    id: 'who',
    header: 'Who',
    width: 'minmax(9rem,2fr)',
    phone: 'meta',
    cell: (row) => <Actor row={row} names={names} />,
  },
  {
    id: 'client',
    header: 'Client',
    width: 'minmax(9rem,2fr)',
    phone: 'meta',
    cell: ({ companyId }) =>
      companyId === 'msp' ? (
        <span className="text-ink-3">The MSP</span>
      ) : (
        (clientNames.get(companyId) ?? 'Another client')
      ),
  },
  {
    id: 'from',
    header: 'From',
    width: '9rem',
    phone: 'hidden',
    cell: ({ ip }) => (ip ? <span className="num">{ip}</span> : <span className="text-ink-3">Our servers</span>),
  },
  { id: 'when', header: 'When', width: '9rem', align: 'end', phone: 'value', cell: ({ at }) => <At at={at} /> },
];

/** The days asked for, kept within what one listing may span. The trail is kept by UTC day. */
function spanOf({ from, to }: AuditSearch, today: string): { from: string; to: string } {
  const last = to ?? today;
  const first = from ?? addDays(last, -WEEK);
  if (first > last) return { from: last, to: last };
  return { from: daysBetween(first, last) < MOST_DAYS ? first : addDays(last, 1 - MOST_DAYS), to: last };
}

/** Who did what, when and from where. Newest first. */
export default function AuditTab({ search, onSearch, clientNames }: AuditView) {
  const today = new Date().toISOString().slice(0, 10);
  const span = spanOf(search, today);
  const staff = useQuery(staffNamesQuery()).data?.items;
  const query = useInfiniteQuery(auditQuery({ ...span, actorId: search.who }));
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? none, [query.data]);
  const clientUsers = useClientName(rows);
  const keys = useQuery({ ...keyNamesQuery(), enabled: rows.some(({ keyId }) => keyId) }).data?.items;
  const columns = useMemo(() => {
    const names = new Map([
      ...(staff ?? []).map(({ userId, name }) => [userId, name] as const),
      ...(keys ?? []).map(({ keyId, name }) => [keyId, name] as const),
      ...clientUsers,
    ]);
    return columnsFor(names, clientNames);
  }, [staff, keys, clientUsers, clientNames]);
  const people = (staff ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <DateInput
          aria-label="First day"
          className="w-38"
          max={span.to}
          value={span.from}
          onChange={(from) => onSearch({ ...search, from: from ?? undefined })}
        />
        <span className="text-ink-3">to</span>
        <DateInput
          aria-label="Last day"
          className="w-38"
          max={today}
          value={span.to}
          onChange={(to) => onSearch({ ...search, to: to ?? undefined })}
        />
        <NativeSelect
          aria-label="Person"
          className="w-52 max-sm:w-full"
          options={[{ value: '', label: 'Everybody' }, ...people]}
          value={search.who ?? ''}
          onChange={(event) => onSearch({ ...search, who: event.target.value || undefined })}
        />
        <span className="ml-auto text-ink-3 text-meta">At most {MOST_DAYS} days at a time, by UTC day</span>
        <ListTools list="audit" columns={columns} />
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Audit trail"
          list="audit"
          frame="card"
          twoLine
          minWidth="54rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={({ operation }) => operationWords(operation)}
          state={query.isPending ? 'loading' : query.isFetching ? 'stale' : 'ready'}
          instead={
            query.error ? (
              <ErrorState error={query.error} onRetry={() => void query.refetch()} />
            ) : (
              <FilterEmpty onClear={() => onSearch({})}>Nothing was changed on these days.</FilterEmpty>
            )
          }
        />
        <MoreRows query={query} />
      </div>
    </div>
  );
}
