import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  moveByMonths,
  moveToQuarter,
  type Quarter,
  resizeByMonths,
  windowOf,
} from '../../../shared/planner/roadmap-quarters.ts';
import type { RoadmapDraft, RoadmapItem, RoadmapProps, RoadmapWork } from './roadmap-types.ts';

/** A run of arrow keys is one gesture: it ends when none came for this long, in milliseconds. */
const KEYS_SETTLE_MS = 800;

/** The change under way and the ways to make, report or drop it. All functions keep their identity. */
export interface DraftControl {
  draft: RoadmapDraft | null;
  /** The draft as of now, also between renders. */
  current: () => RoadmapDraft | null;
  /** Latest props. */
  props: () => RoadmapProps;
  find: (id: string) => RoadmapItem | undefined;
  set: (draft: RoadmapDraft | null) => void;
  commit: () => void;
  cancel: () => void;
  key: (id: string, key: string, shift: boolean) => void;
  settleKeys: () => void;
  moveTo: (work: RoadmapWork, quarter: Quarter) => void;
}

/** Keeps the draft of a roadmap and calls `onMove` once for each finished gesture. */
export function useRoadmapDraft(props: RoadmapProps): DraftControl {
  const [draft, setDraft] = useState<RoadmapDraft | null>(null);
  const latest = useRef(props);
  const held = useRef<RoadmapDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLayoutEffect(() => {
    latest.current = props;
  });

  const set = useCallback((next: RoadmapDraft | null) => {
    held.current = next;
    setDraft(next);
  }, []);
  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    set(null);
  }, [set]);
  const find = useCallback((id: string) => latest.current.items.find((item) => item.id === id), []);
  const report = useCallback(({ id, start, end, laneId }: RoadmapDraft) => {
    const { items, unscheduled, onMove } = latest.current;
    const dated = items.find((item) => item.id === id);
    const was: RoadmapWork | undefined = dated ?? unscheduled.find((work) => work.id === id);
    const sameLane = was?.laneId === laneId;
    if (!was || (dated?.start === start && dated.end === end && sameLane)) return;
    onMove(id, sameLane ? { start, end } : { start, end, laneId });
  }, []);
  const commit = useCallback(() => {
    const finished = held.current;
    cancel();
    if (finished) report(finished);
  }, [cancel, report]);
  const settleKeys = useCallback(() => {
    if (timer.current !== undefined) commit();
  }, [commit]);
  useEffect(() => settleKeys, [settleKeys]);

  const key = useCallback(
    (id: string, name: string, shift: boolean) => {
      const item = find(id);
      if (!item) return;
      const { quarters, lanes, canChangeLane } = latest.current;
      const from: RoadmapDraft = held.current?.id === id ? held.current : item;
      const window = windowOf(quarters);
      const by = name === 'ArrowRight' || name === 'ArrowDown' ? 1 : -1;
      let { laneId } = from;
      let span = { start: from.start, end: from.end };
      if (name === 'ArrowUp' || name === 'ArrowDown') {
        if (!canChangeLane) return;
        const at = lanes.findIndex((lane) => lane.id === laneId);
        laneId = lanes[at + by]?.id ?? laneId;
      } else {
        span = shift ? resizeByMonths(span, by, window) : moveByMonths(span, by, window);
      }
      set({ id, laneId, ...span });
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, KEYS_SETTLE_MS);
    },
    [find, set, commit],
  );
  const moveTo = useCallback(
    (work: RoadmapWork, quarter: Quarter) => {
      cancel();
      report({ id: work.id, laneId: work.laneId, ...moveToQuarter(find(work.id) ?? null, quarter) });
    },
    [cancel, find, report],
  );
  return useMemo(
    () => ({
      draft,
      current: () => held.current,
      props: () => latest.current,
      find,
      set,
      commit,
      cancel,
      key,
      settleKeys,
      moveTo,
    }),
    [draft, find, set, commit, cancel, key, settleKeys, moveTo],
  );
}
