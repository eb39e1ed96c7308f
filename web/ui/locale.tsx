import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

/** How an MSP writes dates and money. */
export type LocaleSettings = {
  /** BCP 47, such as `en-US`. */
  locale: string;
  /** IANA zone, such as `America/Los_Angeles`. */
  timeZone: string;
  /** ISO 4217 code used when an amount names none. */
  currency: string;
};

const fallback: LocaleSettings = { locale: 'en-US', timeZone: 'UTC', currency: 'USD' };
const LocaleContext = createContext<LocaleSettings>(fallback);

/** Sets the locale, zone and currency for everything below. */
export function LocaleProvider({ children, ...settings }: LocaleSettings & { children: ReactNode }) {
  return <LocaleContext value={settings}>{children}</LocaleContext>;
}

/** The settings in force. */
export function useLocale(): LocaleSettings {
  return useContext(LocaleContext);
}

let minuteNow = Math.floor(Date.now() / 60_000);
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

// One timer for all relative times on the page, and none when there are none.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    minuteNow = Math.floor(Date.now() / 60_000);
    for (const each of listeners) each();
  }, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/** The present, renewed every minute. */
export function useNow(): Date {
  useSyncExternalStore(subscribe, () => minuteNow);
  return new Date();
}
