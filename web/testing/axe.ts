import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Violation = { rule: string; impact: string; help: string; where: string[] };

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme can change on a page that stands already. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * Runs axe-core on the page as it stands (WCAG 2.2 A and AA, and best practices) and returns what it found, in short. Goes
 * through the debugger, so a strict CSP does not stop it. `colours` asks only what depends on the theme.
 */
export async function axeViolations(page: Page, about: 'everything' | 'colours' = 'everything'): Promise<Violation[]> {
  // Pages that change without a load keep what the first of them was given: it is half a megabyte to read.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(source);
  // Popups hang at the end of the body but belong to the button that opened them: "content outside landmarks" does not fit.
  await page.evaluate(
    `axe.configure({ rules: [{ id: 'region', selector: 'body *:not([data-base-ui-portal], [data-base-ui-portal] *)' }] })`,
  );
  const run = (selectors: boolean) => {
    const options = {
      resultTypes: ['violations'],
      runOnly: about === 'colours' ? COLOURS : EVERYTHING,
      selectors,
    };
    return page.evaluate<AxeResults['violations']>(
      `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
    );
  };
  // Selectors are an eighth of the work: they are made where something is found, which is seldom.
  const violations = (await run(false)).length === 0 ? [] : await run(true);
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    where: nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  }));
}
