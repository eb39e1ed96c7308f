import type { z } from 'zod';
import type { M365CompanyRow } from '../../../shared/m365/overview.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import type { Column } from '../../ui/table-model.ts';
import { ScoreLine } from './score-line.tsx';
import { changeText, percentText } from './text.ts';

type Row = z.infer<typeof M365CompanyRow>;

const missing = (word: string) => <span className="text-ink-3">{word}</span>;

/** Columns of the list of clients: score, seats and waste of each. */
export function companyColumns(locale: string): Column<Row>[] {
  const percent = (value: number | undefined) =>
    value === undefined ? missing('unknown') : percentText(value, locale);
  return [
    {
      id: 'name',
      header: 'Client',
      width: 'minmax(12rem,2fr)',
      cell: ({ name }) => name,
    },
    {
      id: 'score',
      header: 'Secure Score',
      width: 'minmax(11rem,1fr)',
      phone: 'value',
      cell: ({ figures }) =>
        figures ? (
          <span className="flex items-center gap-2">
            <span className="flex shrink-0 flex-col sm:w-28">
              <CellLines
                first={
                  figures.scorePercent === undefined ? missing('No reading') : percentText(figures.scorePercent, locale)
                }
                second={figures.scorePercent === undefined ? undefined : changeText(figures.scoreChange30, locale)}
              />
            </span>
            <span className="flex shrink-0 max-sm:hidden">
              <ScoreLine trend={figures.scoreTrend} />
            </span>
          </span>
        ) : (
          <Badge tone="idle">No data</Badge>
        ),
    },
    {
      id: 'open',
      header: 'To address',
      width: '6rem',
      align: 'end',
      phone: 'meta',
      cell: ({ figures }) =>
        figures ? (
          <>
            {figures.toAddress}
            <span className="sm:hidden"> to address</span>
          </>
        ) : null,
    },
    {
      id: 'users',
      header: 'Users',
      width: '5rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ figures }) => figures?.users,
    },
    {
      id: 'mfa',
      header: 'Second factor',
      width: '7rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ figures }) => (figures ? percent(figures.secondFactorPercent) : null),
    },
    {
      id: 'cost',
      header: 'Licences a month',
      width: '8rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ figures }) =>
        figures ? <Money minor={figures.licenceMonthlyMinor} currency={figures.currency} /> : null,
    },
    {
      id: 'waste',
      header: 'Of it wasted',
      width: '7rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ figures }) =>
        !figures ? null : figures.wastedLicences === 0 ? (
          missing('none')
        ) : (
          <Money minor={figures.wasteMonthlyMinor} currency={figures.currency} />
        ),
    },
    {
      id: 'date',
      header: 'Reading of',
      width: '7rem',
      phone: 'hidden',
      cell: ({ figures }) => (figures?.scoreDate ? <DateText iso={figures.scoreDate} year={false} /> : null),
    },
  ];
}
