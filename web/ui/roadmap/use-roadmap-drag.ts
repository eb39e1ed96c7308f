import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import {
  monthIndex,
  moveByMonths,
  moveToQuarter,
  resizeByMonths,
  windowOf,
} from '../../../shared/planner/roadmap-quarters.ts';
import type { RoadmapDraft } from './roadmap-types.ts';
import type { DraftControl } from './use-roadmap-draft.ts';

/** A pointer that moved less is a click, in pixels. */
const THRESHOLD = 4;
/** How near the edge the lanes begin to scroll, and by how much for each move of the pointer, in pixels. */
const EDGE = 40;
const SCROLL_STEP = 12;

interface Press {
  kind: 'move' | 'resize' | 'place';
  id: string;
  startX: number;
  startY: number;
  scrollLeft: number;
  started: boolean;
}

/** What the roadmap's root element needs for dragging. */
export interface RoadmapDrag {
  /** True from the first move to the drop. */
  dragging: boolean;
  /** Work from the tray that hangs on the pointer. */
  carried: string | null;
  /** Follows the pointer while work is carried. */
  ghostRef: RefObject<HTMLDivElement | null>;
  /** True for the click which ends a drag: it must open nothing. */
  endsDrag: () => boolean;
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerCancel: () => void;
  };
}

function pressOf(target: EventTarget): Pick<Press, 'kind' | 'id'> | null {
  if (!(target instanceof Element) || target.closest('select, a, [data-no-drag]')) return null;
  const found = target.closest<HTMLElement>('[data-resize], [data-item], [data-tray]');
  const { resize, item, tray } = found?.dataset ?? {};
  if (resize) return { kind: 'resize', id: resize };
  if (item) return { kind: 'move', id: item };
  return tray ? { kind: 'place', id: tray } : null;
}

/** Id of the lane under a point; undefined outside the lanes. */
function laneAt(x: number, y: number): string | undefined {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-lane]')?.dataset.lane;
}

/**
 * Pointer drag over the whole roadmap. The root takes the pointer, not the bar: a bar that changes lanes leaves the page
 * for a moment and would lose it.
 *
 * @param region the scrolling element around the lanes
 */
export function useRoadmapDrag(
  control: DraftControl,
  region: RefObject<HTMLElement | null>,
  monthWidth: number,
): RoadmapDrag {
  const press = useRef<Press | null>(null);
  const swallow = useRef(false);
  const ghostRef = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Press | null>(null);

  const { cancel } = control;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      press.current = null;
      setActive(null);
      cancel();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [active, cancel]);

  const draftAt = ({ kind, id, startX, scrollLeft }: Press, x: number, y: number): RoadmapDraft | null => {
    const { quarters, unscheduled, canChangeLane } = control.props();
    const scroller = region.current;
    const grid = scroller?.querySelector('[data-grid]')?.getBoundingClientRect();
    const lane = canChangeLane ? laneAt(x, y) : undefined;
    if (!scroller || !grid) return null;
    const window = windowOf(quarters);
    if (kind === 'place') {
      const work = unscheduled.find((candidate) => candidate.id === id);
      const quarter = quarters.find(({ end }) => monthIndex(end) - window.first >= (x - grid.left) / monthWidth - 1);
      const over = x >= grid.left && x <= grid.right && y >= grid.top && y <= grid.bottom;
      if (!work || !quarter || !over) return null;
      return { id, laneId: lane ?? work.laneId, ...moveToQuarter(null, quarter) };
    }
    const item = control.find(id);
    if (!item) return null;
    const by = Math.round((x - startX + scroller.scrollLeft - scrollLeft) / monthWidth);
    if (kind === 'resize') return { id, laneId: item.laneId, ...pick(resizeByMonths(item, by, window)) };
    const laneId = lane ?? control.current()?.laneId ?? item.laneId;
    return { id, laneId, ...pick(moveByMonths(item, by, window)) };
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    swallow.current = false;
    const found = event.button === 0 && event.isPrimary ? pressOf(event.target) : null;
    if (!found) return;
    control.settleKeys();
    const scrollLeft = region.current?.scrollLeft ?? 0;
    press.current = { ...found, startX: event.clientX, startY: event.clientY, scrollLeft, started: false };
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = press.current;
    if (!held) return;
    if (event.buttons === 0) return drop(false);
    const { clientX: x, clientY: y } = event;
    if (!held.started) {
      if (Math.hypot(x - held.startX, y - held.startY) < THRESHOLD) return;
      held.started = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      setActive(held);
    }
    scrollNearEdge(region.current, x);
    if (ghostRef.current) ghostRef.current.style.transform = `translate(${x + 12}px, ${y + 8}px)`;
    const next = draftAt(held, x, y);
    if (!same(next, control.current())) control.set(next);
  };

  const drop = (commit: boolean) => {
    const held = press.current;
    press.current = null;
    if (!held?.started) return;
    swallow.current = true;
    // The click that ends a drag comes at once, if it comes at all; a later one is meant.
    setTimeout(() => {
      swallow.current = false;
    });
    setActive(null);
    if (commit) control.commit();
    else control.cancel();
  };

  return {
    dragging: active !== null,
    carried: active?.kind === 'place' ? active.id : null,
    ghostRef,
    endsDrag: () => swallow.current,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: () => drop(true),
      onPointerCancel: () => drop(false),
    },
  };
}

const pick = ({ start, end }: { start: string; end: string }) => ({ start, end });

function same(a: RoadmapDraft | null, b: RoadmapDraft | null): boolean {
  return a?.id === b?.id && a?.start === b?.start && a?.end === b?.end && a?.laneId === b?.laneId;
}

function scrollNearEdge(scroller: HTMLElement | null, x: number): void {
  const box = scroller?.getBoundingClientRect();
  if (!scroller || !box) return;
  if (x > box.right - EDGE) scroller.scrollLeft += SCROLL_STEP;
  else if (x < box.left + EDGE) scroller.scrollLeft -= SCROLL_STEP;
}
