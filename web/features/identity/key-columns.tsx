import type { ApiKey } from '../../../shared/identity/api-key.ts';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { formatDate } from '../../ui/format.ts';
import { useLocale, useNow } from '../../ui/locale.tsx';
import type { Column } from '../../ui/table-model.ts';
import { KEY_STATE, scopesInFull, scopesWord } from './key-words.ts';
import { LastSeen } from './last-seen.tsx';
import { clientsWord } from './text.ts';

/** Days before its end at which a key is marked. */
const SOON_DAYS = 14;

function End({ expiresAt }: ApiKey) {
  const { locale, timeZone } = useLocale();
  const now = useNow();
  if (!expiresAt) return <span className="text-ink-3">No end</span>;
  const day = (
    <span className="num">
      <span className="sm:hidden">ends </span>
      {formatDate(expiresAt, locale, timeZone)}
    </span>
  );
  const soon = Date.parse(expiresAt) - now.getTime() < SOON_DAYS * 86_400_000;
  return soon ? <Badge tone="warn">{day}</Badge> : day;
}

function Revoked({ revokedAt, revokedFor, expiresAt }: ApiKey) {
  const { locale, timeZone } = useLocale();
  const at = revokedAt ?? expiresAt;
  const why = revokedFor === 'maker' ? 'Its maker may make keys no longer' : undefined;
  const day = at ? formatDate(at, locale, timeZone) : '';
  return why ? <CellLines first={day} second={why} /> : <span className="num">{day}</span>;
}

function Old({ oldUntil }: ApiKey) {
  const { locale, timeZone } = useLocale();
  return <>old secret until {formatDate(oldUntil ?? '', locale, timeZone, { year: false, time: true })}</>;
}

/** How keys are listed: those in use by when they end, ended ones by what ended them. */
export const keyColumns = (staff: ReadonlyMap<string, string>, ended: boolean): Column<ApiKey>[] => [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(13rem,3fr)',
    cell: (row) => (
      <CellLines
        first={row.name}
        second={
          <>
            <code className="font-sans">
              {row.prefix}…{row.last4}
            </code>
            {row.oldUntil ? (
              <>
                {' · '}
                <Old {...row} />
              </>
            ) : null}
          </>
        }
      />
    ),
  },
  {
    id: 'may',
    header: 'May',
    width: '9rem',
    phone: 'meta',
    cell: ({ scopes }) => <span title={scopesInFull(scopes)}>{scopesWord(scopes)}</span>,
  },
  {
    id: 'clients',
    header: 'Sees',
    width: '7rem',
    phone: 'meta',
    cell: ({ companies }) => <span className="num">{clientsWord(companies)}</span>,
  },
  {
    id: 'maker',
    header: 'Made by',
    width: 'minmax(8rem,2fr)',
    phone: 'hidden',
    cell: ({ makerId }) => staff.get(makerId) ?? 'Somebody who left',
  },
  {
    id: 'used',
    header: 'Last used',
    width: '8rem',
    phone: 'meta',
    cell: ({ lastUsedAt }) => <LastSeen at={lastUsedAt} what="used" />,
  },
  ended
    ? {
        id: 'state',
        header: 'State',
        width: '7rem',
        phone: 'value',
        cell: ({ state }) => <Badge tone={KEY_STATE[state].tone}>{KEY_STATE[state].word}</Badge>,
      }
    : { id: 'end', header: 'Ends', width: '8.5rem', phone: 'meta', cell: (row) => <End {...row} /> },
  ...(ended
    ? [
        {
          id: 'ended',
          header: 'Ended',
          width: 'minmax(9rem,2fr)',
          phone: 'meta' as const,
          cell: (row: ApiKey) => <Revoked {...row} />,
        },
      ]
    : []),
];
