import type { ReactNode } from 'react';
import type { FindingRow, FindingStatus } from '../../../shared/findings/finding.ts';
import { Money, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { counted } from '../../ui/format.ts';
import { useNow } from '../../ui/locale.tsx';
import { RISKS } from '../../ui/priority.ts';
import type { Column, RowGroup } from '../../ui/table-model.ts';
import { daysSince, firstSentence, groupsByRisk } from './finding-groups.ts';
import { SourceIcon } from './source-icon.tsx';

/** What the row stands for in money: what it costs to fix, or what fixing it saves. */
function Estimate({ row: { estimate, saving } }: { row: FindingRow }) {
  if (saving) {
    return (
      <CellLines
        first={<Money minor={saving.minorPerYear} currency={saving.currency} className="font-medium text-ink" />}
        second="saved a year"
        tone="ok"
      />
    );
  }
  if (!estimate) return <span className="text-ink-3">No estimate</span>;
  return <Money minor={estimate.minor} currency={estimate.currency} className="font-medium text-ink" />;
}

function Age({ iso }: { iso: string }) {
  const now = useNow();
  const days = daysSince(iso, now);
  return (
    <span className="num text-ink-2" title={counted(days, 'day')}>
      {days === 0 ? 'Today' : `${days} d`}
    </span>
  );
}

const SINCE: Record<FindingStatus, string> = {
  open: 'Open',
  planned: 'Planned',
  dismissed: 'Dismissed',
  healed: 'Healed',
};

/** Columns of a view. `clientName` adds the client to the second line, on pages over all clients. */
export function findingColumns(
  status: FindingStatus,
  clientName: ((companyId: string) => ReactNode) | undefined,
): Column<FindingRow>[] {
  return [
    {
      id: 'finding',
      header: 'Finding',
      width: 'minmax(14rem,4fr)',
      cell: (row) => (
        <CellLines
          icon={<SourceIcon feature={row.raisedBy} />}
          first={row.title}
          second={
            clientName ? (
              <>
                <span className="text-ink-2">{clientName(row.companyId)}</span>, {firstSentence(row.why)}
              </>
            ) : (
              firstSentence(row.why)
            )
          }
        />
      ),
    },
    {
      id: 'affects',
      header: 'Affects',
      width: '6.5rem',
      phone: 'meta',
      cell: (row) => (row.affectedCount === 0 ? 'Everybody' : counted(row.affectedCount, 'record')),
    },
    {
      id: 'estimate',
      header: 'Estimate',
      width: '7rem',
      align: 'end',
      phone: 'value',
      cell: (row) => <Estimate row={row} />,
    },
    {
      id: 'since',
      header: SINCE[status],
      width: status === 'open' ? '4rem' : '7rem',
      align: 'end',
      phone: 'meta',
      cell: (row) =>
        status === 'open' ? (
          <Age iso={row.raisedAt} />
        ) : (
          <RelativeTime iso={row.healedAt ?? row.decidedAt ?? row.raisedAt} />
        ),
    },
  ];
}

/** The rows under their risks, with what each group may cost. */
export function findingGroups(rows: readonly FindingRow[]): RowGroup<FindingRow>[] {
  return groupsByRisk(rows).map(({ risk, rows: own, toFix }) => ({
    id: risk,
    name: `${RISKS[risk].word}, ${counted(own.length, 'finding')}`,
    label: <Badge tone={RISKS[risk].tone}>{RISKS[risk].word}</Badge>,
    fact: toFix ? (
      <>
        <Money minor={toFix.minor} currency={toFix.currency} compact /> to fix
      </>
    ) : undefined,
    rows: own,
  }));
}
