import { useMemo, useRef } from 'react';
import { type Shortcut, useShortcuts } from '../../../ui/shortcuts.tsx';

export type Command =
  | 'next'
  | 'back'
  | 'approved'
  | 'deferred'
  | 'declined'
  | 'discussed'
  | 'skipped'
  | 'note'
  | 'action'
  | 'pause'
  | 'hide'
  | 'full-screen'
  | 'leave';

const KEYS: readonly [keys: string, label: string, command: Command][] = [
  ['arrowright', 'Next item', 'next'],
  ['arrowdown', 'Next item', 'next'],
  ['pagedown', 'Next item (as a clicker sends it)', 'next'],
  ['arrowleft', 'Item before', 'back'],
  ['arrowup', 'Item before', 'back'],
  ['pageup', 'Item before (as a clicker sends it)', 'back'],
  ['a', 'Approve', 'approved'],
  ['d', 'Defer', 'deferred'],
  ['x', 'Decline', 'declined'],
  ['t', 'Talked about', 'discussed'],
  ['s', 'Skip', 'skipped'],
  ['n', 'Note for the minutes', 'note'],
  ['c', 'Add an action', 'action'],
  ['p', 'Pause or go on', 'pause'],
  ['h', 'Hide or show your side', 'hide'],
  ['f', 'Full screen', 'full-screen'],
  ['escape', 'Show your side again', 'leave'],
];

/**
 * The keys of live mode, as `?` lists them.
 *
 * @param enabled false while a question is open: its keys are its own
 */
export function useLiveKeys(enabled: boolean, run: (command: Command) => void): void {
  const latest = useRef(run);
  latest.current = run;
  const shortcuts = useMemo<Shortcut[]>(
    () =>
      enabled
        ? KEYS.map(([keys, label, command]) => ({
            keys,
            label,
            section: 'Meeting',
            run: () => latest.current(command),
          }))
        : [],
    [enabled],
  );
  useShortcuts(shortcuts);
}
