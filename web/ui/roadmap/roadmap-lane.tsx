import { memo, useMemo, useRef } from 'react';
import { layoutLane, type RoadmapScale, type RoadmapTotal } from '../../../shared/planner/roadmap-layout.ts';
import { cx } from '../cx.ts';
import type { RoadmapActions } from './roadmap-actions.ts';
import { LANE, RoadmapBar } from './roadmap-bar.tsx';
import type { RoadmapLane as Lane, RoadmapDraft, RoadmapItem } from './roadmap-types.ts';

/** Width of the column with the lanes' names, in pixels. */
export const LANE_COLUMN = 152;

/** One lane. While work moves, only the lane it leaves and the lane it enters lay themselves out again. */
export const RoadmapLane = memo(function RoadmapLane({
  lane,
  items,
  draft,
  moving,
  holding,
  scale,
  amount,
  hintId,
  actions,
}: {
  lane: Lane;
  /** Without the work being moved. */
  items: readonly RoadmapItem[];
  /** The change under way, when it leaves or enters this lane. */
  draft: RoadmapDraft | null;
  /** The work that the change is about. */
  moving: RoadmapItem | null;
  /** True keeps the lane at least as high as it was. */
  holding: boolean;
  scale: RoadmapScale;
  amount: string;
  hintId: string;
  actions: RoadmapActions;
}) {
  const shown = useMemo(() => {
    if (!draft) return items;
    const rest = items.filter(({ id }) => id !== draft.id);
    return moving && draft.laneId === lane.id ? [...rest, moving] : rest;
  }, [items, draft, moving, lane.id]);
  const layout = useMemo(
    () =>
      layoutLane(
        shown.map(({ id, title, start, end, published, icons }) => ({
          id,
          title,
          start,
          end,
          markers: published ? 0 : 1,
          icons: icons?.length ?? 0,
        })),
        scale,
      ),
    [shown, scale],
  );
  const byId = useMemo(() => new Map(shown.map((item) => [item.id, item])), [shown]);
  const highest = useRef(0);
  highest.current = holding ? Math.max(highest.current, layout.rows) : layout.rows;
  const target = draft?.laneId === lane.id;
  return (
    <section
      data-lane={lane.id}
      aria-label={`${lane.name}, ${amount}`}
      className="print-block flex border-line border-t"
      style={{ height: LANE.pad * 2 + highest.current * LANE.pitch - (LANE.pitch - LANE.bar) }}
    >
      <div
        className="sticky left-0 z-30 shrink-0 border-line border-r bg-surface px-3.5 py-2.5"
        style={{ width: LANE_COLUMN }}
      >
        <h3 className="truncate font-medium text-13">{lane.name}</h3>
        <p className="num text-12 text-ink-3">{amount}</p>
      </div>
      <ul className={cx('relative min-w-0 flex-1', target && 'bg-selected/40')}>
        {layout.bars.map((box) => {
          const item = byId.get(box.id);
          return (
            item && (
              <RoadmapBar
                key={box.id}
                item={item}
                box={box}
                laneName={lane.name}
                lifted={draft?.id === box.id}
                hintId={hintId}
                actions={actions}
              />
            )
          );
        })}
      </ul>
    </section>
  );
});

/** "$10,385", or a word when the lane plans nothing. */
export function laneAmount(total: RoadmapTotal | undefined, full: (minor: number) => string): string {
  return total && total.count > 0 ? full(total.amountMinor) : 'Nothing planned';
}
