import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { labour } from '../../../shared/kernel/minor.ts';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { Money } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { RangeMeter } from '../../ui/meter.tsx';
import { usePriceMoves } from './price-moves.ts';
import { RECURRENCES } from './text.ts';

type Row = { id: string; label: ReactNode; value: ReactNode; total?: boolean };

/** What the item may cost: the likely figure with its range, and what it is made of. An estimate, never a quote. */
export function EstimateCard({ item, onEdit }: { item: PlannerItemDetail; onEdit?: () => void }) {
  const { locale } = useLocale();
  const { currency, oneTimeMinor, monthlyMinor, annualMinor, costs, hours, ratePerHour } = item;
  const { estimateLow: low, estimateHigh: high, hoursLow, hoursHigh } = item;
  const moves = usePriceMoves(costs, currency);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const number = (value: number) => formatNumber(value, locale);
  const ranged = low !== undefined && high !== undefined && high > low;
  const margin = ranged ? (high - low) / 4 : 0;
  const rows: Row[] = [
    ...costs.map((cost, at): Row => {
      const { after } = RECURRENCES[cost.recurrence];
      const minor = labour(cost.quantity, cost.unitMinor);
      const now = moves.get(cost.product?.productId ?? '');
      return {
        id: `${at}`,
        label: (
          <>
            {cost.quantity === 1 ? cost.label : `${number(cost.quantity)} × ${cost.label}`}
            {now === undefined ? null : (
              <span className="num block text-meta text-warn">
                The catalogue asks {money(now)} each now, not {money(cost.product?.unitMinor ?? 0)}
              </span>
            )}
          </>
        ),
        value: after ? `${money(minor)} ${after}` : money(minor),
      };
    }),
    ...(hours > 0
      ? [
          {
            id: 'labour',
            label: `Labour, ${number(hours)} h × ${money(ratePerHour)}`,
            value: money(labour(hours, ratePerHour)),
          },
        ]
      : []),
    { id: 'once', label: 'One time', value: money(oneTimeMinor), total: true },
    ...(monthlyMinor > 0 ? [{ id: 'month', label: 'Every month', value: money(monthlyMinor), total: true }] : []),
    ...(annualMinor > 0 ? [{ id: 'year', label: 'Every year', value: money(annualMinor), total: true }] : []),
    ...(hoursLow !== undefined && hoursHigh !== undefined
      ? [{ id: 'hours', label: 'Hours, low to high', value: `${number(hoursLow)}–${number(hoursHigh)} h` }]
      : []),
  ];
  return (
    <Card aria-label="Estimate" className="grid md:grid-cols-[1fr_17rem] md:divide-x md:divide-line">
      <div className="flex flex-col gap-1 p-3.5">
        <div className="flex min-h-6 items-center gap-2">
          <h2 className="font-semibold">
            Estimate <span className="ml-1 font-normal text-ink-3 text-meta">Not a quote</span>
          </h2>
          {onEdit ? (
            <IconButton small label="Edit the estimate" icon={<Pencil />} onClick={onEdit} className="-my-1 ml-auto" />
          ) : null}
        </div>
        <p className="font-semibold text-22">
          <Money minor={oneTimeMinor} currency={currency} />{' '}
          <span className="font-normal text-ink-3 text-meta">likely, one time</span>
        </p>
        {ranged ? (
          <RangeMeter
            label="Estimate"
            low={low}
            likely={oneTimeMinor}
            high={high}
            min={Math.max(0, low - margin)}
            max={high + margin}
            format={money}
          />
        ) : (
          <p className="text-ink-3 text-meta">
            No range yet{onEdit ? '. Edit the estimate to say how sure it is.' : '.'}
          </p>
        )}
      </div>
      <div className="p-3.5 max-md:border-line max-md:border-t">
        <LedgerList rows={rows} />
      </div>
    </Card>
  );
}
