import { type ReactNode, useMemo } from 'react';
import type { ClientUserListed } from '../../../shared/identity/member.ts';
import { Person } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import type { Column } from '../../ui/table-model.ts';
import { copyEmail } from './copy-email.ts';
import { LastSeen } from './last-seen.tsx';
import type { ContactChoice } from './portal-access.tsx';
import { COMPANY_ROLE, FACTOR, MEMBER_STATUS } from './text.ts';

type Act = (user: ClientUserListed) => void;

const rowId = (row: ClientUserListed) => row.userId;
const rowName = (row: ClientUserListed) => row.name;

const columnsFor = (contacts: readonly ContactChoice[]): Column<ClientUserListed>[] => [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(14rem,3fr)',
    cell: ({ name, email }) => <Person name={name} detail={email} />,
  },
  { id: 'role', header: 'Role', width: 'minmax(8rem,2fr)', phone: 'meta', cell: ({ role }) => COMPANY_ROLE[role].word },
  {
    id: 'contact',
    header: 'Contact',
    width: 'minmax(8rem,2fr)',
    phone: 'hidden',
    cell: ({ contactId }) =>
      contacts.find((one) => one.contactId === contactId)?.name ?? <span className="text-ink-3">Not linked</span>,
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
  {
    id: 'status',
    header: 'Status',
    width: '8rem',
    phone: 'status',
    cell: ({ status }) => <Badge tone={MEMBER_STATUS[status].tone}>{MEMBER_STATUS[status].word}</Badge>,
  },
];

/** A client's portal users by name. Without `actions` they are only read. */
export function ClientUserTable({
  rows,
  contacts,
  state,
  instead,
  actions,
}: {
  rows: readonly ClientUserListed[];
  contacts: readonly ContactChoice[];
  state: 'ready' | 'loading' | 'stale';
  instead: ReactNode;
  actions?: { edit: Act; endSessions: Act; deactivate: Act; reactivate: Act };
}) {
  const columns = useMemo(() => columnsFor(contacts), [contacts]);
  const menu = (row: ClientUserListed): MenuGroup[] => {
    const copy = copyEmail(row.email);
    if (!actions) return [{ id: 'copy', items: [copy] }];
    const edit = { id: 'edit', label: 'Edit', onSelect: () => actions.edit(row) };
    if (row.status === 'inactive') {
      return [
        {
          id: 'all',
          items: [edit, { id: 'back', label: 'Reactivate', onSelect: () => actions.reactivate(row) }, copy],
        },
      ];
    }
    return [
      {
        id: 'change',
        items: [edit, { id: 'end', label: 'End sessions', onSelect: () => actions.endSessions(row) }, copy],
      },
      {
        id: 'leave',
        items: [{ id: 'off', label: 'Deactivate', danger: true, onSelect: () => actions.deactivate(row) }],
      },
    ];
  };
  return (
    <DataTable
      label="Portal users"
      frame="card"
      twoLine
      minWidth="54rem"
      columns={columns}
      rows={rows}
      rowId={rowId}
      rowName={rowName}
      rowMenu={menu}
      state={state}
      instead={instead}
    />
  );
}
