import type { RoadmapTotal } from '../../../shared/planner/roadmap-layout.ts';
import type { Quarter } from '../../../shared/planner/roadmap-quarters.ts';
import { cx } from '../cx.ts';
import { LANE_COLUMN } from './roadmap-lane.tsx';
import { hoursText, type RoadmapMoney } from './roadmap-words.ts';

/** The quarters with their sums; the longest bar is the quarter with the largest sum. */
export function RoadmapHead({
  quarters,
  totals,
  current,
  quarterWidth,
  money,
  locale,
}: {
  quarters: readonly Quarter[];
  totals: readonly RoadmapTotal[];
  /** Index of today's quarter. */
  current: number;
  quarterWidth: number;
  money: RoadmapMoney;
  locale: string;
}) {
  const largest = Math.max(1, ...totals.map(({ amountMinor }) => amountMinor));
  return (
    <div className="sticky top-0 z-40 flex bg-surface">
      <div
        className="sticky left-0 z-10 flex shrink-0 items-end border-line border-r bg-surface px-3.5 py-2.5 text-12 text-ink-3"
        style={{ width: LANE_COLUMN }}
      >
        Estimate by quarter
      </div>
      <ul aria-label="Estimate by quarter" className="flex">
        {quarters.map((quarter, index) => {
          const total = totals[index];
          const amount = total?.amountMinor ?? 0;
          return (
            <li
              key={quarter.start}
              aria-current={index === current ? 'date' : undefined}
              className={cx('border-line not-first:border-l px-2.5 py-2', index === current && 'bg-selected/60')}
              style={{ width: quarterWidth }}
            >
              <p className="truncate text-13">
                <span className="font-semibold">{quarter.label}</span>{' '}
                <span className="ml-1 text-12 text-ink-3">{quarter.yearLabel}</span>
              </p>
              <p className="num flex justify-between gap-2 whitespace-nowrap text-12 text-ink-2">
                <span className="font-medium">{money.short(amount)}</span>
                <span className="text-ink-3">{hoursText(total?.hours ?? 0, locale)}</span>
              </p>
              <div aria-hidden className="mt-1.5 h-1 overflow-hidden rounded-full bg-hover">
                <div
                  className="h-full rounded-full bg-c1 transition-[width] duration-150"
                  style={{ width: `${(Math.max(0, amount) / largest) * 100}%` }}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
