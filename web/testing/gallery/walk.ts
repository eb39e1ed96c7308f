import type { Browser, Page } from 'playwright-core';
import { axeViolations } from '../axe.ts';
import { type Theme, withPage } from '../shots.ts';

type Step = { name: string; hash: string; phone?: boolean; act: (page: Page) => Promise<string | undefined> };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const focused = (page: Page) =>
  page.evaluate<string>('(document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()');

/** Fails in words when what is seen is not what was expected. */
function expectText(what: string, seen: string, wanted: string): string | undefined {
  return seen.includes(wanted) ? undefined : `${what}: expected "${wanted}", saw "${seen}"`;
}

async function open(page: Page, name: string | RegExp, role: 'dialog' | 'alertdialog' | 'menu'): Promise<undefined> {
  await button(page, name).first().click();
  await page.getByRole(role).waitFor();
}

const steps: Step[] = [
  { name: 'dialog', hash: 'overlays', act: (page) => open(page, 'Dialog', 'dialog') },
  { name: 'popover', hash: 'overlays', act: (page) => open(page, 'Popover', 'dialog') },
  { name: 'facet', hash: 'overlays', act: (page) => open(page, /^Risk/, 'dialog') },
  {
    name: 'confirm',
    hash: 'overlays',
    act: async (page) => {
      await open(page, 'Confirm', 'alertdialog');
      await page.waitForFunction('document.activeElement !== document.body');
      return expectText('first focus of a confirmation', await focused(page), 'Cancel');
    },
  },
  {
    name: 'menu',
    hash: 'overlays',
    act: async (page) => {
      await open(page, 'Actions', 'menu');
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      const back = expectText('focus after Esc', await focused(page), 'Actions');
      await open(page, 'Actions', 'menu');
      return back;
    },
  },
  {
    name: 'toast',
    hash: 'overlays',
    act: async (page) => {
      await button(page, 'Toast').click();
      await button(page, 'Undo').click();
      await page.getByText('Moved back').first().waitFor();
      await button(page, 'Bad toast').click();
      await page.getByText('Could not be saved').first().waitFor();
      return undefined;
    },
  },
  {
    name: 'palette',
    hash: 'overview',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('imag');
      await page.getByRole('option', { name: /Imaging server replacement/ }).waitFor();
      return undefined;
    },
  },
  {
    name: 'scope',
    hash: 'overview',
    act: async (page) => {
      await button(page, /^Client/).click();
      await page.getByRole('combobox').fill('harb');
      await page.keyboard.press('Enter');
      await page.getByRole('combobox').waitFor({ state: 'detached' });
      const name = await button(page, /^Client/).textContent();
      await button(page, /^Client/).click();
      await page.getByRole('combobox').waitFor();
      return expectText('company in scope', name ?? '', 'Harbor & Finch');
    },
  },
  { name: 'drawer', hash: 'overview', phone: true, act: (page) => open(page, 'Menu', 'dialog') },
  {
    name: 'shortcuts',
    hash: 'overview',
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      return undefined;
    },
  },
  {
    name: 'form',
    hash: 'form',
    act: async (page) => {
      await button(page, 'Save changes').click();
      await page.getByRole('alert').waitFor();
      return expectText('focus after a failed submit', await focused(page), '7 fields');
    },
  },
  {
    name: 'list keys',
    hash: 'findings',
    act: async (page) => {
      const rows = page.locator('[data-row-focus]');
      await rows.nth(0).focus();
      await page.keyboard.press('j');
      const moved = expectText('row after J', await focused(page), '25 users without MFA');
      await page.keyboard.press('/');
      return moved ?? expectText('focus after /', await focused(page), 'Filter findings');
    },
  },
  {
    name: 'long list',
    hash: 'long-list',
    act: async (page) => {
      await page.getByRole('row').nth(5).waitFor();
      await page.locator('section[tabindex="0"]').evaluate((list) => list.scrollTo(0, 200_000));
      await page.getByText('CRD-DT-1000', { exact: true }).waitFor({ state: 'detached' });
      const count = await page.locator('[data-row-id]').count();
      return count > 5 && count < 60 ? undefined : `${count} rows are in the page, which should hold those in sight`;
    },
  },
];

/** Opens every overlay and walks the list and the form by keyboard; returns what went wrong, axe findings included. */
export async function walk(browser: Browser, url: string, width: number, theme: Theme): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, hash, phone, act } of steps) {
    if (phone && width >= 640) continue;
    await withPage(browser, { url: `${url}#${hash}`, width, theme }, async (page) => {
      page.setDefaultTimeout(5_000);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const failed = await act(page);
      if (failed) problems.push(`${name} ${width}: ${failed}`);
      // Motion is over when nothing animates: contrast is only true then.
      await page.evaluate('Promise.all(document.getAnimations().map((each) => each.finished.catch(() => 0)))');
      for (const { rule, help, where } of await axeViolations(page)) {
        problems.push(`${name} ${width} open: ${rule}: ${help} ${where.slice(0, 3).join('; ')}`);
      }
    });
  }
  return problems;
}
