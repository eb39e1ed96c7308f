import type { Browser, BrowserContext } from 'playwright-core';
import { inject } from 'vitest';

/** A window of somebody who is signed in, at the width of a desk. */
export async function contextOf(browser: Browser, { cookie }: { cookie: string }): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: inject('origin') }]);
  return context;
}
