import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept.ts';

/** What a person chose. `system` follows the operating system, also when it changes. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const themeKey = 'fairlead-theme';
const listeners = new Set<() => void>();

/** The theme to paint for a stored value: anything but a clear choice follows the system. */
export function resolveTheme(stored: string | null, systemIsDark: boolean): 'light' | 'dark' {
  if (stored === 'light' || stored === 'dark') return stored;
  return systemIsDark ? 'dark' : 'light';
}

const systemDark = () => matchMedia('(prefers-color-scheme: dark)');

function paint(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** Sets the theme, paints it, and remembers it in this browser (`system` forgets the choice). */
export function chooseTheme(choice: ThemeChoice): void {
  keep(themeKey, choice === 'system' ? null : choice);
  paint(resolveTheme(choice, systemDark().matches));
}

function subscribe(listener: () => void): () => void {
  const media = systemDark();
  const onSystem = () => {
    if (kept(themeKey) === null) paint(resolveTheme(null, media.matches));
  };
  listeners.add(listener);
  media.addEventListener('change', onSystem);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', onSystem);
  };
}

/** The painted theme and a toggle to the other one. */
export function useTheme(): { theme: 'light' | 'dark'; toggle: () => void } {
  const theme = useSyncExternalStore(subscribe, () =>
    document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
  );
  return { theme, toggle: () => chooseTheme(theme === 'dark' ? 'light' : 'dark') };
}
