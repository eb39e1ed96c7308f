import { type RefObject, useMemo } from 'react';
import type { RoadmapTotals } from '../../../shared/planner/roadmap-layout.ts';
import { dayPosition, type Quarter, quarterAt, windowOf } from '../../../shared/planner/roadmap-quarters.ts';
import type { RoadmapActions } from './roadmap-actions.ts';
import { RoadmapHead } from './roadmap-head.tsx';
import { LANE_COLUMN, laneAmount, RoadmapLane } from './roadmap-lane.tsx';
import type { RoadmapLane as Lane, RoadmapDraft, RoadmapItem } from './roadmap-types.ts';

const NO_ITEMS: readonly RoadmapItem[] = [];

/** Items by lane; those whose lane is gone come under "Other", so that nothing is in the totals and not on the page. */
function byLane(
  items: readonly RoadmapItem[],
  lanes: readonly Lane[],
): { lanes: Lane[]; of: Map<string, RoadmapItem[]> } {
  const of = new Map<string, RoadmapItem[]>();
  for (const item of items) {
    const known = of.get(item.laneId);
    if (known) known.push(item);
    else of.set(item.laneId, [item]);
  }
  const named = new Set(lanes.map(({ id }) => id));
  const stray = [...of.keys()].filter((id) => !named.has(id)).map((id) => ({ id, name: 'Other' }));
  return { lanes: [...lanes, ...stray], of };
}

/** Quarters over lanes: the part of the roadmap for screens and paper that are wide enough. */
export function RoadmapBoard({
  regionRef,
  quarters,
  lanes,
  items,
  totals,
  draft,
  moving,
  holding,
  monthWidth,
  today,
  hintId,
  maxHeight,
  actions,
}: {
  regionRef: RefObject<HTMLDivElement | null>;
  quarters: readonly Quarter[];
  lanes: readonly Lane[];
  items: readonly RoadmapItem[];
  totals: RoadmapTotals;
  draft: RoadmapDraft | null;
  moving: RoadmapItem | null;
  /** True during a pointer drag: lanes keep their height, so that none slips away under the pointer. */
  holding: boolean;
  monthWidth: number;
  today: string;
  hintId: string;
  maxHeight: string | undefined;
  actions: RoadmapActions;
}) {
  const { money, locale } = actions;
  const grouped = useMemo(() => byLane(items, lanes), [items, lanes]);
  const scale = useMemo(() => ({ ...windowOf(quarters), monthWidth }), [quarters, monthWidth]);
  const quarterWidth = monthWidth * 3;
  const current = quarterAt(today, quarters);
  const todayX = dayPosition(today, scale.first) * monthWidth;
  const home = draft && items.find(({ id }) => id === draft.id)?.laneId;
  const outside = [
    { count: totals.before.count, amount: totals.before.amountMinor, words: 'before these quarters' },
    { count: totals.after.count, amount: totals.after.amountMinor, words: 'after them' },
  ].filter(({ count }) => count > 0);
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface print:overflow-visible">
      <section
        ref={regionRef}
        aria-label="Roadmap"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="overflow-auto print:overflow-visible"
        style={{ maxHeight }}
      >
        <div className="relative w-max min-w-full">
          <RoadmapHead
            quarters={quarters}
            totals={totals.quarters}
            current={current}
            quarterWidth={quarterWidth}
            money={money}
            locale={locale}
          />
          <div className="relative isolate">
            <div aria-hidden data-grid className="absolute inset-y-0 -z-10 flex" style={{ left: LANE_COLUMN }}>
              {quarters.map(({ start }) => (
                <div key={start} className="border-line not-first:border-l" style={{ width: quarterWidth }} />
              ))}
              {current >= 0 && current < quarters.length && (
                <div className="absolute inset-y-0 w-px bg-bad" style={{ left: todayX }} />
              )}
            </div>
            {grouped.lanes.map((lane) => (
              <RoadmapLane
                key={lane.id}
                lane={lane}
                items={grouped.of.get(lane.id) ?? NO_ITEMS}
                draft={draft && (lane.id === home || lane.id === draft.laneId) ? draft : null}
                moving={draft && lane.id === draft.laneId ? moving : null}
                holding={holding}
                scale={scale}
                amount={laneAmount(totals.lanes.get(lane.id), money.full)}
                hintId={hintId}
                actions={actions}
              />
            ))}
          </div>
        </div>
      </section>
      {outside.length > 0 && (
        <p className="num border-line border-t px-3.5 py-2 text-12 text-ink-3">
          {outside.map(({ count, amount, words }) => `${count} ${words}, ${money.full(amount)}`).join('; ')}. Not in the
          totals above.
        </p>
      )}
    </div>
  );
}
