import type { M365UserRow } from '../../../shared/m365/user.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Badge, Tag } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { counted } from '../../ui/format.ts';
import type { Column } from '../../ui/table-model.ts';
import { SECOND_FACTORS } from './text.ts';

/** Above this the line says how long: a month without a sign-in is worth a look. */
const QUIET_DAYS = 30;

const missing = (word: string) => <span className="text-ink-3">{word}</span>;

/** When an account was last used; without Entra ID P1 Microsoft does not tell. */
export function LastSeen({ lastSeen, seenKnown, inactiveDays }: M365UserRow) {
  if (!seenKnown) return missing('Not readable');
  const quiet = inactiveDays !== undefined && inactiveDays > QUIET_DAYS;
  return (
    <CellLines
      first={lastSeen ? <DateText iso={lastSeen} /> : 'Never'}
      second={quiet ? `${counted(inactiveDays, 'day')} unused` : undefined}
      tone="warn"
    />
  );
}

/** Which second factor an account has. */
export function Factor({ secondFactor }: Pick<M365UserRow, 'secondFactor'>) {
  if (!secondFactor) return missing('Not readable');
  return <Badge tone={SECOND_FACTORS[secondFactor].tone}>{SECOND_FACTORS[secondFactor].word}</Badge>;
}

function Licences({ licences }: M365UserRow) {
  const [first, ...more] = licences;
  if (!first) return missing('None');
  return (
    <span title={licences.map(({ name }) => name).join(', ')}>
      {first.name}
      {more.length > 0 ? ` +${more.length}` : ''}
    </span>
  );
}

/** Columns of the users table. */
export function userColumns(currency: string): Column<M365UserRow>[] {
  return [
    {
      id: 'name',
      header: 'User',
      width: 'minmax(14rem,2fr)',
      cell: ({ name, upn, kind, enabled }) => (
        <CellLines
          first={
            <span className="inline-flex items-center gap-2">
              {name}
              {kind === 'guest' ? <Tag tone="idle">Guest</Tag> : null}
              {enabled ? null : <Tag tone="idle">Disabled</Tag>}
            </span>
          }
          second={upn}
        />
      ),
    },
    {
      id: 'title',
      header: 'Work',
      width: 'minmax(9rem,1.2fr)',
      phone: 'hidden',
      cell: ({ title, department, employer }) =>
        title || department ? (
          <CellLines first={title ?? department} second={title ? department : undefined} />
        ) : (
          (employer ?? missing('Not said'))
        ),
    },
    { id: 'licences', header: 'Licences', width: 'minmax(12rem,1.5fr)', cell: (row) => <Licences {...row} /> },
    { id: 'seen', header: 'Last sign-in', width: '8rem', phone: 'meta', cell: (row) => <LastSeen {...row} /> },
    {
      id: 'factor',
      header: 'Second factor',
      width: '8.5rem',
      phone: 'status',
      cell: (row) => <Factor {...row} />,
    },
    {
      id: 'cost',
      header: 'Cost a month',
      width: '6.5rem',
      align: 'end',
      phone: 'value',
      cell: ({ monthlyMinor, skus }) => (skus.length === 0 ? null : <Money minor={monthlyMinor} currency={currency} />),
    },
  ];
}
