/**
 * `node web/testing/gallery/check.ts OUT [page ...]`: builds the gallery, serves it under the production CSP, takes every page
 * at both widths in both themes into OUT, walks the overlays and the list by keyboard, and fails when axe finds anything, the
 * CSP blocks anything, or a page scrolls sideways.
 */
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { shoot } from '../shots.ts';
import { walk } from './walk.ts';

const names = [
  'controls',
  'form',
  'display',
  'states',
  'overlays',
  'overview',
  'findings',
  'item',
  'long-list',
  'portal',
  'sign-in',
  'second-factor',
  'enrol',
  'recovery-codes',
];

const [out = 'dist-shots', ...wanted] = process.argv.slice(2);
const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
await build({ configFile, logLevel: 'error' });
const server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const url = server.resolvedUrls?.local[0];
if (!url) throw new Error('The gallery could not be served: no address. Is another process using the port?');

let problems = 0;
const report = (where: string, text: string) => {
  problems += 1;
  console.log(`${where}: ${text}`);
};
try {
  const chosen = wanted.length > 0 ? wanted : names;
  await shoot({
    url,
    out,
    pages: Object.fromEntries(chosen.map((name) => [name, `#${name}`])),
    watch: (page, name) => {
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') report(name, message.text());
      });
      page.on('pageerror', (error) => report(name, error.message));
    },
    before: async (page, name) => {
      const { width } = page.viewportSize() ?? { width: 0 };
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      if (wide) report(`${name} ${width}`, 'scrolls sideways');
      for (const { rule, help, where } of await axeViolations(page)) {
        report(`${name} ${width}`, `${rule}: ${help}\n    ${where.slice(0, 4).join('\n    ')}`);
      }
    },
  });
  if (wanted.length === 0) {
    const browser = await launchBrowser();
    try {
      for (const text of await walk(browser, url, 1440, 'light')) report('walk', text);
      for (const text of await walk(browser, url, 390, 'dark')) report('walk', text);
    } finally {
      await browser.close();
    }
  }
} finally {
  await server.close();
}
console.log(problems === 0 ? 'No findings.' : `${problems} findings.`);
process.exitCode = problems === 0 ? 0 : 1;
