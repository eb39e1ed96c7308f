import { useState } from 'react';

/** A page of a list that is walked by cursors. */
interface Here {
  /** Cursor of the page shown; undefined for the first. */
  cursor: string | undefined;
  /** Cursor that this page came with; undefined for the last one, and while it loads. */
  next: string | undefined;
  /** Rows of a page. */
  size: number;
  /** Opens the page of a cursor. */
  show: (cursor: string | undefined) => void;
}

/** The ways on and back for a `Pager`: cursors only lead onward, so those passed are kept. A missing way is undefined. */
export function useTrail({ cursor, next, size, show }: Here) {
  const [before, setBefore] = useState<(string | undefined)[]>([]);
  const go = (to: string | undefined, trail: (string | undefined)[]) => {
    setBefore(trail);
    show(to);
  };
  return {
    /** Rows on the pages before this one. */
    from: before.length * size,
    /** Forgets the way, as after a change of the list's filter. */
    restart: () => setBefore([]),
    onNewer: before.length > 0 ? () => go(before.at(-1), before.slice(0, -1)) : undefined,
    onOlder: next ? () => go(next, [...before, cursor]) : undefined,
  };
}
