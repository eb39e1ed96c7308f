import { ChevronRight, EyeOff } from 'lucide-react';
import { useId } from 'react';
import type { RoadmapTotal } from '../../../shared/planner/roadmap-layout.ts';
import { type Quarter, quarterAt } from '../../../shared/planner/roadmap-quarters.ts';
import { MoveSelect } from './move-select.tsx';
import type { RoadmapActions } from './roadmap-actions.ts';
import type { RoadmapItem, RoadmapWork } from './roadmap-types.ts';
import { estimateText, type RoadmapMoney, STATUS_WORDS } from './roadmap-words.ts';
import { StatusMark } from './status-mark.tsx';

interface PhoneProps {
  quarters: readonly Quarter[];
  laneNames: ReadonlyMap<string, string>;
  items: readonly RoadmapItem[];
  unscheduled: readonly RoadmapWork[];
  totals: { quarters: readonly RoadmapTotal[]; before: RoadmapTotal; after: RoadmapTotal; unscheduled: RoadmapTotal };
  money: RoadmapMoney;
  actions: RoadmapActions;
  moveTo: (work: RoadmapWork, quarter: Quarter) => void;
}

/** The roadmap on a phone: a list for each quarter, moved by the platform's own select. */
export function RoadmapPhone(props: PhoneProps) {
  const { quarters, items, unscheduled, totals } = props;
  const sorted = items.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const inQuarter = (index: number) => sorted.filter(({ start }) => quarterAt(start, quarters) === index);
  return (
    <div className="space-y-6">
      <Group {...props} title="Earlier" year="" works={inQuarter(-1)} total={totals.before} current={-1} folded />
      {quarters.map((quarter, index) => (
        <Group
          {...props}
          key={quarter.start}
          title={quarter.label}
          year={quarter.yearLabel}
          works={inQuarter(index)}
          total={totals.quarters[index]}
          current={index}
          always
        />
      ))}
      <Group
        {...props}
        title="After that"
        year=""
        works={inQuarter(quarters.length)}
        total={totals.after}
        current={-1}
      />
      <Group {...props} title="Unscheduled" year="" works={unscheduled} total={totals.unscheduled} current={-1} />
    </div>
  );
}

type WorkProps = Pick<PhoneProps, 'quarters' | 'laneNames' | 'money' | 'actions' | 'moveTo'> & {
  work: RoadmapWork;
  /** Index of its quarter, or -1. */
  current: number;
};

function Work({ work, current, quarters, laneNames, money, actions, moveTo }: WorkProps) {
  return (
    <li className="flex items-center pr-1.5">
      <button
        type="button"
        onClick={() => actions.open(work.id)}
        className="flex min-h-14 min-w-0 flex-1 items-center gap-3 py-2 pl-3.5 text-left"
      >
        <StatusMark status={work.status} />
        <span className="min-w-0">
          <span className="block truncate text-15">
            {work.title}
            {!work.published && <EyeOff aria-hidden className="ml-1.5 inline size-4 text-ink-3" />}
          </span>
          <span className="num block truncate text-12 text-ink-3">
            {laneNames.get(work.laneId) ?? 'Other'} · {estimateText(work, money, actions.locale)}
            <span className="sr-only">
              , {STATUS_WORDS[work.status]}
              {!work.published && ', not published'}
            </span>
          </span>
        </span>
      </button>
      <MoveSelect
        large
        title={work.title}
        quarters={quarters}
        current={current}
        moveTo={(quarterChosen) => moveTo(work, quarterChosen)}
      />
      {actions.more(work, true)}
    </li>
  );
}

function Group({
  title,
  year,
  works,
  total,
  always = false,
  folded = false,
  ...props
}: PhoneProps & {
  title: string;
  year: string;
  works: readonly RoadmapWork[];
  total: RoadmapTotal | undefined;
  /** Index of the quarter, or -1. */
  current: number;
  /** Shown even when nothing is planned. */
  always?: boolean;
  /** What is done comes first and must not stand in the way: it opens with a tap. */
  folded?: boolean;
}) {
  const headingId = useId();
  if (works.length === 0 && !always) return null;
  const { quarters, money, current } = props;
  const quarter = quarters[current];
  const heading = (
    <h3 id={headingId} aria-label={quarter?.name} className="font-semibold text-15">
      {title} <span className="ml-0.5 font-normal text-13 text-ink-3">{folded ? works.length : year}</span>
    </h3>
  );
  const amount = total?.amountMinor ?? 0;
  const list =
    works.length === 0 ? (
      <p className="rounded-card border border-line border-dashed p-3.5 text-13 text-ink-3">Nothing planned</p>
    ) : (
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {works.map((work) => (
          <Work key={work.id} {...props} work={work} />
        ))}
      </ul>
    );
  if (folded)
    return (
      <section aria-labelledby={headingId}>
        <details className="group" open={works.some(({ status }) => status !== 'done')}>
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-4 text-ink-3 group-open:rotate-90" />
            {heading}
            {amount > 0 ? <p className="num ml-auto font-medium text-13">{money.full(amount)}</p> : null}
          </summary>
          {list}
        </details>
      </section>
    );
  return (
    <section aria-labelledby={headingId}>
      <div className="mb-2 flex items-baseline justify-between">
        {heading}
        <p className="num font-medium text-13">{money.full(amount)}</p>
      </div>
      {list}
    </section>
  );
}
