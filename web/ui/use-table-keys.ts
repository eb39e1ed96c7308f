import { useEffect, useRef } from 'react';
import { isTyping, stepIndex } from './keyboard.ts';
import { useShortcutsEnabled } from './shortcuts.tsx';

export type TableKeys = {
  /** Ids of the rows in sight, in order (folded groups left out). */
  ids: readonly string[];
  peekedId?: string;
  onPeek?: (id: string | undefined) => void;
  onToggle?: (id: string) => void;
  onClear?: () => void;
  /** Brings a row that is not in the page yet (virtual lists) into it. */
  reveal: (id: string) => void;
};

const rowSelector = '[data-row-id]';

/**
 * Keys of a list: J/K or arrows move, Enter opens the page (the row's own link), Space opens the panel, X ticks, Esc closes
 * the panel and then clears the ticks, `/` goes to the filter. They work while focus is in the list or nowhere.
 */
export function useTableKeys(root: HTMLElement | null, keys: TableKeys): void {
  const enabled = useShortcutsEnabled();
  const latest = useRef(keys);
  latest.current = keys;
  // A virtual body takes rows out of the page, the one with the focus too: the keys go on from there.
  const last = useRef<HTMLElement>(undefined);

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = (target as Element).closest<HTMLElement>(rowSelector) ?? undefined;
    };
    root?.addEventListener('focusin', onFocus);
    return () => root?.removeEventListener('focusin', onFocus);
  }, [root]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!root || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(target)) return;
      const inside = target !== null && root.contains(target);
      if (!inside && target !== document.body) return;
      const letter = event.key.length === 1 && event.key !== ' ';
      if (letter && !enabled) return;

      const { ids, peekedId, onPeek, onToggle, onClear, reveal } = latest.current;
      const lost = inside || last.current?.isConnected ? undefined : last.current?.dataset.rowId;
      const active = target?.closest<HTMLElement>(rowSelector)?.dataset.rowId ?? peekedId ?? lost;
      const index = active === undefined ? -1 : ids.indexOf(active);

      const next = stepIndex(event.key, index, ids.length, 'vertical');
      const nextId = next === undefined ? undefined : ids[next];
      // Home and End scroll the page unless a row has focus.
      if (nextId !== undefined && (index >= 0 || letter || event.key.startsWith('Arrow'))) {
        event.preventDefault();
        focusRow(root, nextId, reveal);
        if (peekedId !== undefined && nextId !== peekedId) onPeek?.(nextId);
      } else if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-list-filter]');
        if (!filter) return;
        event.preventDefault();
        filter.focus();
      } else if (event.key === 'x' && active !== undefined && onToggle) {
        onToggle(active);
      } else if (event.key === ' ' && active !== undefined && onPeek && target?.matches('a, [data-row-focus]')) {
        event.preventDefault();
        onPeek(active);
      } else if (event.key === 'Escape') {
        if (peekedId !== undefined && onPeek) onPeek(undefined);
        else onClear?.();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [root, enabled]);
}

function focusRow(root: HTMLElement, id: string, reveal: (id: string) => void): void {
  const find = () => {
    const row = root.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`);
    return row?.querySelector<HTMLElement>('[data-row-focus]') ?? row?.querySelector<HTMLElement>('input');
  };
  const row = find();
  if (row) {
    row.focus();
    return;
  }
  reveal(id);
  requestAnimationFrame(() => find()?.focus());
}
