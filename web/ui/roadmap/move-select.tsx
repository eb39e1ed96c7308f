import { ArrowLeftRight } from 'lucide-react';
import type { Quarter } from '../../../shared/planner/roadmap-quarters.ts';
import { cx } from '../cx.ts';
import type { MoveTo } from './roadmap-types.ts';

/**
 * The way to move without dragging: the platform's own list behind an icon.
 *
 * @param current index of the quarter that holds the work now, or -1
 */
export function MoveSelect({
  title,
  quarters,
  current,
  moveTo,
  large = false,
}: {
  title: string;
  quarters: readonly Quarter[];
  current: number;
  moveTo: MoveTo;
  /** Finger size. */
  large?: boolean;
}) {
  return (
    <span
      className={cx(
        'no-print relative grid shrink-0 place-items-center rounded-control text-ink-2 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent',
        large ? 'size-11' : 'size-6',
      )}
    >
      <ArrowLeftRight aria-hidden className="size-4" />
      <select
        aria-label={`Move ${title} to quarter`}
        className="absolute inset-0 size-full cursor-default appearance-none bg-surface text-15 text-ink opacity-0"
        value={current}
        onChange={(event) => {
          const quarter = quarters[Number(event.currentTarget.value)];
          if (quarter) moveTo(quarter);
        }}
      >
        {!quarters[current] && (
          <option value={current} disabled>
            Move to quarter
          </option>
        )}
        {quarters.map((quarter, index) => (
          <option key={quarter.start} value={index}>
            {quarter.name}
          </option>
        ))}
      </select>
    </span>
  );
}
