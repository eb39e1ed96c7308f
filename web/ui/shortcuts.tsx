import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { isTyping, matchStroke, strokeName } from './keyboard.ts';

const ShortcutList = lazy(() => import('./shortcut-list.tsx'));

export type Shortcut = {
  /** `g d` (one after the other), `c`, `?`, or `mod+k`. */
  keys: string;
  label: string;
  /** Heading in the list that `?` opens. */
  section: string;
  run: () => void;
};

type Registry = { enabled: boolean; add: (shortcuts: readonly Shortcut[]) => () => void };
const RegistryContext = createContext<Registry>({ enabled: true, add: () => () => undefined });

/**
 * Listens for shortcuts and shows the list on `?`. With `enabled` false (a person's setting, WCAG 2.1.4) letters and
 * signs without a modifier do nothing; `mod+...` and keys such as the arrows stay.
 */
export function ShortcutsProvider({ enabled = true, children }: { enabled?: boolean; children: ReactNode }) {
  const known = useRef(new Set<Shortcut>());
  const [listed, setListed] = useState<readonly Shortcut[]>();

  const registry = useMemo<Registry>(
    () => ({
      enabled,
      add: (shortcuts) => {
        for (const shortcut of shortcuts) known.current.add(shortcut);
        return () => {
          for (const shortcut of shortcuts) known.current.delete(shortcut);
        };
      },
    }),
    [enabled],
  );

  useEffect(() => {
    let pending: string[] = [];
    const onKey = (event: KeyboardEvent) => {
      const stroke = strokeName(event);
      if (!stroke || event.defaultPrevented) return;
      const modified = stroke.startsWith('mod+');
      if (!modified && ((!enabled && stroke.length === 1) || isTyping(event.target))) return;
      const result = matchStroke(pending, stroke, ['?', ...[...known.current].map(({ keys }) => keys)]);
      pending = result.pending;
      if (result.matched === undefined) return;
      event.preventDefault();
      if (result.matched === '?') setListed([...known.current]);
      else [...known.current].findLast(({ keys }) => keys === result.matched)?.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);

  return (
    <RegistryContext value={registry}>
      {children}
      {listed ? (
        <Suspense>
          <ShortcutList shortcuts={listed} onClose={() => setListed(undefined)} />
        </Suspense>
      ) : null}
    </RegistryContext>
  );
}

/** Adds shortcuts while the component is on the page. Keep `shortcuts` stable (useMemo), or they are added anew each time. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { add } = useContext(RegistryContext);
  useEffect(() => add(shortcuts), [add, shortcuts]);
}

/** Whether single-key shortcuts are on. */
export function useShortcutsEnabled(): boolean {
  return useContext(RegistryContext).enabled;
}
