import type { ReactNode } from 'react';
import type { Invitation } from '../../../shared/identity/invitation.ts';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatDate } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import type { Column } from '../../ui/table-model.ts';
import { copyEmail } from './copy-email.ts';
import { clientsWord, INVITATION_STATE, MAIL_STATE, roleWord } from './text.ts';

/** The link can still be used, or asked for anew. */
export const isOpen = ({ state }: Invitation) => state === 'pending' || state === 'expired';

function MailLine({ invitation }: { invitation: Invitation }) {
  if (!isOpen(invitation)) return null;
  if (invitation.askedAgainAt) return <span className="text-warn">Asks for a new link</span>;
  const lost = invitation.mail === 'failed' || invitation.mail === 'unclear';
  return <span className={lost ? 'text-warn' : undefined}>{MAIL_STATE[invitation.mail]}</span>;
}

/** Until when it works, since when it no longer does, or when it was answered. */
function When({ invitation: { expiresAt, state, updatedAt } }: { invitation: Invitation }) {
  const { locale, timeZone } = useLocale();
  const at = formatDate(state === 'used' || state === 'revoked' ? updatedAt : expiresAt, locale, timeZone, {
    year: false,
    time: true,
  });
  return <span className="num">{`${WHEN[state]} ${at}`}</span>;
}

const WHEN: Record<Invitation['state'], string> = { pending: 'until', expired: 'since', used: 'on', revoked: 'on' };

const columns: Column<Invitation>[] = [
  {
    id: 'email',
    header: 'Email',
    width: 'minmax(14rem,3fr)',
    cell: (row) => <CellLines first={row.email} second={<MailLine invitation={row} />} />,
  },
  {
    id: 'role',
    header: 'Role',
    width: 'minmax(9rem,2fr)',
    phone: 'meta',
    cell: ({ kind, role, companies }) =>
      kind === 'staff' && companies ? `${roleWord(kind, role)} · ${clientsWord(companies)}` : roleWord(kind, role),
  },
  { id: 'when', header: 'When', width: '11rem', phone: 'meta', cell: (row) => <When invitation={row} /> },
  {
    id: 'state',
    header: 'State',
    width: '8rem',
    phone: 'status',
    cell: ({ state }) => <Badge tone={INVITATION_STATE[state].tone}>{INVITATION_STATE[state].word}</Badge>,
  },
];
const rowId = (row: Invitation) => row.invitationId;
const rowName = (row: Invitation) => row.email;
const rowTone = (row: Invitation) => (isOpen(row) ? undefined : ('muted' as const));

/** Invitations of the staff or of one client, newest first. Those still open can be sent again or revoked. */
export function InvitationTable({
  rows,
  state,
  instead,
  onResend,
  onRevoke,
}: {
  rows: readonly Invitation[];
  state: 'ready' | 'loading' | 'stale';
  instead: ReactNode;
  onResend: (invitation: Invitation) => void;
  onRevoke: (invitation: Invitation) => void;
}) {
  const menu = (row: Invitation): MenuGroup[] => {
    const copy = copyEmail(row.email);
    if (!isOpen(row)) return [{ id: 'copy', items: [copy] }];
    return [
      { id: 'send', items: [{ id: 'again', label: 'Send again', onSelect: () => onResend(row) }, copy] },
      { id: 'end', items: [{ id: 'revoke', label: 'Revoke', danger: true, onSelect: () => onRevoke(row) }] },
    ];
  };
  return (
    <DataTable
      label="Invitations"
      frame="card"
      twoLine
      columns={columns}
      rows={rows}
      rowId={rowId}
      rowName={rowName}
      rowTone={rowTone}
      rowMenu={menu}
      state={state}
      instead={instead}
    />
  );
}
