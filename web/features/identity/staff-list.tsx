import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import type { StaffListed } from '../../../shared/identity/member.ts';
import { client } from '../../lib/api.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { Person } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import type { Clients } from '../../ui/clients-field.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { copyEmail } from './copy-email.ts';
import { LastSeen } from './last-seen.tsx';
import { staffQuery, teamKeys } from './queries.ts';
import { managesOf } from './standing.ts';
import { useStepUp } from './step-up.tsx';
import type { TeamSearch } from './team-page.tsx';
import { clientsWord, FACTOR, STAFF_ROLE } from './text.ts';
import { toastedCall } from './toasted-call.ts';

const EditStaffDialog = lazy(() => import('./edit-staff.tsx'));

const columns: Column<StaffListed>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(14rem,3fr)',
    cell: ({ name, email }) => <Person name={name} detail={email} side="staff" />,
  },
  {
    id: 'role',
    header: 'Role',
    width: 'minmax(9rem,2fr)',
    phone: 'meta',
    cell: ({ role, title }) => (title ? `${STAFF_ROLE[role].word} · ${title}` : STAFF_ROLE[role].word),
  },
  {
    id: 'clients',
    header: 'Sees',
    width: '7rem',
    phone: 'meta',
    cell: ({ companies }) => <span className="num">{clientsWord(companies)}</span>,
  },
  {
    id: 'factor',
    header: 'Second factor',
    width: '8rem',
    phone: 'hidden',
    cell: ({ secondFactor }) => <Badge tone={FACTOR[`${secondFactor}`].tone}>{FACTOR[`${secondFactor}`].word}</Badge>,
  },
  {
    id: 'seen',
    header: 'Last sign-in',
    width: '8rem',
    phone: 'meta',
    cell: (row) => <LastSeen at={row.lastSignInAt} />,
  },
];
const rowId = (row: StaffListed) => row.userId;
const rowName = (row: StaffListed) => row.name;
const none: StaffListed[] = [];

/** The staff by name, with what the person may do about each. */
export function StaffList({
  search,
  onSearch,
  clients,
}: {
  search: TeamSearch;
  onSearch: (next: TeamSearch) => void;
  clients: Clients;
}) {
  const session = useSession();
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const say = toastedCall(stepUp.run);
  const mayManage = useMay()('staff:manage');
  const status = search.status ?? 'active';
  const query = useInfiniteQuery(staffQuery(status));
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? none, [query.data]);
  const manages = managesOf(session);
  const edited = mayManage ? rows.find(({ userId }) => userId === search.edit) : undefined;
  const refresh = () => Promise.all(teamKeys().map((queryKey) => queryClient.invalidateQueries({ queryKey })));

  const reactivate = (userId: string, v: number, name: string) =>
    say(() => client.identity.reactivateStaff({ userId, v }), { title: 'Reactivated', detail: name }, refresh);
  const deactivate = ({ userId, v, name }: StaffListed) =>
    say(
      () => client.identity.deactivateStaff({ userId, v }),
      (after) => ({ title: 'Deactivated', detail: name, undo: () => void reactivate(userId, after.v, name) }),
      refresh,
    );
  const menu = (row: StaffListed): MenuGroup[] => {
    const { userId, v, name } = row;
    const copy = { id: 'copy', items: [copyEmail(row.email)] };
    if (!mayManage || !manages(row)) return [copy];
    const end = () =>
      say(
        () => client.identity.endStaffSessions({ userId }),
        ({ ended }) => ({ title: ended === 1 ? 'Session ended' : `${ended} sessions ended`, detail: name }),
      );
    const own = userId === session.actor.userId;
    const entry = { id: 'edit', label: 'Edit', onSelect: () => onSearch({ ...search, edit: userId }) };
    if (row.status === 'inactive') {
      const back = { id: 'back', label: 'Reactivate', onSelect: () => void reactivate(userId, v, name) };
      return [{ id: 'all', items: [entry, back] }, copy];
    }
    return [
      { id: 'change', items: [entry, { id: 'end', label: 'End sessions', onSelect: () => void end() }] },
      copy,
      {
        id: 'leave',
        items: own ? [] : [{ id: 'off', label: 'Deactivate', danger: true, onSelect: () => void deactivate(row) }],
      },
    ];
  };
  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <EmptyState title={status === 'inactive' ? 'Nobody is deactivated' : 'Nobody here'}>
      {status === 'inactive' ? 'People whose access was taken away stand here, so that it can be given back.' : ''}
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label="Status"
        options={[
          { value: 'active', label: 'Active' },
          { value: 'inactive', label: 'Deactivated' },
        ]}
        value={status}
        onChange={(next) => onSearch(next === 'inactive' ? { status: next } : {})}
      />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Team"
          frame="card"
          twoLine
          minWidth="48rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowMenu={menu}
          state={query.isPending ? 'loading' : query.isFetching ? 'stale' : 'ready'}
          instead={instead}
        />
        <MoreRows query={query} />
      </div>
      <Suspense>
        {edited ? (
          <EditStaffDialog
            key={edited.userId}
            member={edited}
            clients={clients}
            onClose={() => onSearch({ ...search, edit: undefined })}
          />
        ) : null}
      </Suspense>
      {stepUp.dialog}
    </div>
  );
}
