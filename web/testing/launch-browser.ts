import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Chromium without a window around its pages: the same engine for a sixth less of the processor. */
export const QUICK_BROWSER = '/usr/bin/chromium-headless-shell';
/** Where Debian and most Linux distributions put them. */
const PLACES = [QUICK_BROWSER, '/usr/bin/chromium'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium; undefined when it has none. */
export const browserPath = (): string | undefined => PLACES.find(existsSync);

/** Starts the system's Chromium without its background traffic. The caller closes it. @throws when there is none */
export function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error(`No browser at ${PLACES.join(' or ')}. Install chromium and run again.`);
  return chromium.launch({ executablePath, args: QUIET });
}
