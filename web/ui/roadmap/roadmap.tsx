import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import { roadmapTotals } from '../../../shared/planner/roadmap-layout.ts';
import { quarterAt } from '../../../shared/planner/roadmap-quarters.ts';
import { useWidth } from '../charts/use-width.ts';
import { cx } from '../cx.ts';
import { counted } from '../format.ts';
import { MoreMenu } from './more-menu.tsx';
import { MoveSelect } from './move-select.tsx';
import type { RoadmapActions } from './roadmap-actions.ts';
import { RoadmapBoard } from './roadmap-board.tsx';
import { LANE_COLUMN } from './roadmap-lane.tsx';
import { RoadmapPhone } from './roadmap-phone.tsx';
import { RoadmapTray } from './roadmap-tray.tsx';
import type { RoadmapItem, RoadmapProps } from './roadmap-types.ts';
import { hoursText, KEY_HINT, keyHelp, moveText, roadmapMoney } from './roadmap-words.ts';
import { RoadmapLegend } from './status-mark.tsx';
import { usePrinting } from './use-printing.ts';
import { useRoadmapDraft } from './use-roadmap-draft.ts';
import { useRoadmapDrag } from './use-roadmap-drag.ts';

const PHONE_WIDTH = 640;
/** Narrower quarters scroll sideways, in pixels. */
const LEAST_QUARTER = 104;
/** A4 landscape within its margins, in CSS pixels. */
const PRINT_WIDTH = 1040;
const PRINT_QUARTERS = 8;
const LANE_BORDER = 2;

/** The plan as quarters and lanes. See `RoadmapProps` for what it needs and what it reports. */
export function Roadmap(props: RoadmapProps) {
  const { items, unscheduled, lanes, today, currency, locale, canChangeLane = false } = props;
  const [rootRef, measured] = useWidth<HTMLDivElement>();
  const regionRef = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const hintId = useId();
  const control = useRoadmapDraft(props);
  const { draft, moveTo } = control;
  const money = useMemo(() => roadmapMoney(currency, locale), [currency, locale]);

  const width = printing ? PRINT_WIDTH : measured;
  const quarters = useMemo(
    () => (printing ? props.quarters.slice(0, PRINT_QUARTERS) : props.quarters),
    [printing, props.quarters],
  );
  const room = (width - LANE_COLUMN - LANE_BORDER) / Math.max(1, quarters.length);
  const monthWidth = (printing ? room : Math.max(LEAST_QUARTER, room)) / 3;
  const drag = useRoadmapDrag(control, regionRef, monthWidth);
  const { endsDrag } = drag;

  const moving = useMemo((): RoadmapItem | null => {
    if (!draft) return null;
    const work = items.find(({ id }) => id === draft.id) ?? unscheduled.find(({ id }) => id === draft.id);
    return work ? { ...work, ...draft } : null;
  }, [draft, items, unscheduled]);
  const totals = useMemo(() => {
    const others = <Work extends { id: string }>(works: readonly Work[]) =>
      moving ? works.filter(({ id }) => id !== moving.id) : works;
    const scheduled = moving ? [...others(items), moving] : items;
    return roadmapTotals(scheduled, others(unscheduled), quarters);
  }, [items, unscheduled, moving, quarters]);
  const laneNames = useMemo(() => new Map(lanes.map(({ id, name }) => [id, name])), [lanes]);

  // The latest ref keeps `actions` the same object, so that no bar draws again because a caller passed a new function.
  const latest = useRef({ control, endsDrag, quarters });
  useLayoutEffect(() => {
    latest.current = { control, endsDrag, quarters };
  });
  const actions = useMemo(
    (): RoadmapActions => ({
      money,
      locale,
      open: (id) => {
        if (latest.current.endsDrag()) return;
        latest.current.control.commit();
        latest.current.control.props().onOpen(id);
      },
      key: (item, key, shift) => latest.current.control.key(item.id, key, shift),
      settleKeys: () => latest.current.control.settleKeys(),
      cancel: () => latest.current.control.cancel(),
      menu: (work) => {
        const { control: now, quarters: shown } = latest.current;
        const { renderMenu } = now.props();
        const to: Parameters<NonNullable<typeof renderMenu>>[1] = (quarter) => now.moveTo(work, quarter);
        if (renderMenu) return renderMenu(work, to);
        const dated = now.find(work.id);
        const current = dated ? quarterAt(dated.start, shown) : -1;
        return <MoveSelect title={work.title} quarters={shown} current={current} moveTo={to} />;
      },
      more: (work, large) => {
        const items = latest.current.control.props().moreOf?.(work) ?? [];
        return <MoreMenu title={work.title} items={items} large={large} />;
      },
    }),
    [money, locale],
  );
  useRefocus(rootRef, moving);

  const told = useMemo(() => {
    if (!moving) return '';
    const at = quarterAt(moving.start, quarters);
    const quarter = quarters[at];
    const total = totals.quarters[at];
    const sum =
      quarter && total
        ? { quarter, amount: money.short(total.amountMinor), hours: hoursText(total.hours, locale) }
        : null;
    return moveText(moving, canChangeLane ? (laneNames.get(moving.laneId) ?? null) : null, sum, locale);
  }, [moving, quarters, totals, money, locale, canChangeLane, laneNames]);

  const phone = !printing && measured > 0 && measured < PHONE_WIDTH;
  const waiting = counted(unscheduled.length, 'item');
  const carried = unscheduled.find(({ id }) => id === drag.carried);
  return (
    <div
      ref={rootRef}
      {...drag.handlers}
      className={cx(
        'space-y-4 print:[page:roadmap] print:[print-color-adjust:exact]',
        drag.dragging && 'cursor-grabbing select-none',
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <RoadmapLegend unpublished={[...items, ...unscheduled].some(({ published }) => !published)} />
        {!phone && <p className="no-print text-12 text-ink-3 max-lg:hidden">{KEY_HINT}</p>}
      </div>
      <p id={hintId} hidden>
        {keyHelp(canChangeLane)}
      </p>
      {phone ? (
        <RoadmapPhone
          quarters={quarters}
          laneNames={laneNames}
          items={items}
          unscheduled={unscheduled}
          totals={totals}
          money={money}
          actions={actions}
          moveTo={moveTo}
        />
      ) : (
        width > 0 && (
          <>
            <RoadmapBoard
              regionRef={regionRef}
              quarters={quarters}
              lanes={lanes}
              items={items}
              totals={totals}
              draft={draft}
              moving={moving}
              holding={drag.dragging}
              monthWidth={monthWidth}
              today={today}
              hintId={hintId}
              maxHeight={printing ? undefined : props.maxHeight}
              actions={actions}
            />
            {(unscheduled.length > 0 || props.onAddUnscheduled) && (
              <RoadmapTray
                works={unscheduled}
                summary={`${waiting}, ${money.full(totals.unscheduled.amountMinor)}, not in any total above`}
                carried={drag.carried}
                actions={actions}
                onAdd={props.onAddUnscheduled}
              />
            )}
          </>
        )
      )}
      {carried && (
        <div
          ref={drag.ghostRef}
          aria-hidden
          className="pointer-events-none fixed top-0 left-0 z-50 rounded-control border border-line bg-surface px-2.5 py-1 font-medium text-12 shadow-pop"
        >
          {carried.title}
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {told}
      </p>
    </div>
  );
}

/** A bar that changed lanes by key is a new element: give it the focus back. */
function useRefocus(root: { readonly current: HTMLElement | null }, moving: RoadmapItem | null): void {
  const laneId = moving?.laneId;
  const id = moving?.id;
  useLayoutEffect(() => {
    if (!id || !laneId || document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)?.focus();
  }, [root, id, laneId]);
}
