import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mailedToken } from '../../../functions/identity/testing/members.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { settled } from '../page-check.ts';
import { PageWatch } from '../page-watch.ts';
import { NOTHING } from './visit.ts';

const origin = inject('origin');
const slug = `sign-in-${Date.now().toString(36)}`;
const email = `tom@${slug}.example`;
const password = 'plum kettle orbit 42';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
});
afterAll(() => browser.close());

const codeFor = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate();
const heading = (name: string) => page.getByRole('heading', { name }).waitFor();

async function givePassword(given: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(given);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('the way into the console', () => {
  let recoveryCodes: string[] = [];

  it('leads a new owner through a second factor and its recovery codes', async () => {
    await page.goto(`${origin}/start`);
    await page.getByLabel('Name of your company').fill('Northlight IT Partners');
    expect(await page.getByLabel('Address of your client portal').inputValue()).toBe('northlight-it-partners');
    await page.getByLabel('Address of your client portal').fill(slug);
    await page.getByLabel('Your name').fill('Tom Lindqvist');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('tomlindqvist');
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    await page.getByText('made of your name, email address or company').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Set up', exact: true }).click();

    await heading('Set up your second factor');
    const key = (await page.getByLabel('Secret key', { exact: true }).textContent()) ?? '';
    expect(await axeViolations(page)).toEqual([]);
    const code = codeFor(key);
    await page.locator('input[autocomplete="one-time-code"]').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await heading('Keep these recovery codes');
    recoveryCodes = await page.locator('ol code').allInnerTexts();
    expect(new Set(recoveryCodes).size).toBe(10);
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('Save the codes first').waitFor();
    await page.getByLabel('I have saved them').check();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.waitForURL(`${origin}/`);
  });

  it('reminds the owner to confirm the address, until the mailed link is used', async () => {
    const reminder = page.getByText('Your address is not confirmed yet');
    await page.goto(`${origin}/account`);
    await reminder.waitFor();
    await page.goto(`${origin}/confirm#${await mailedToken(email, 'confirm')}`);
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await heading('Your address is confirmed');
    await page.goto(`${origin}/account`);
    await page.getByLabel('Time zone').waitFor();
    expect(await reminder.count()).toBe(0);
  });

  it('asks for password and second factor, and goes on to the page that was wanted', async () => {
    await page.context().clearCookies();
    await page.goto(`${origin}/account?tab=sessions`);
    await heading('Sign in');
    await givePassword('not the password');
    await page.getByText('Email address or password is wrong').waitFor();
    await givePassword(password);
    await heading('Enter your code');
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Where you are signed in').waitFor();
    expect(new URL(page.url()).search).toBe('?tab=sessions');
  });

  it('takes a recovery code once', async () => {
    await page.context().clearCookies();
    await page.goto(`${origin}/sign-in`);
    await givePassword(password);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('This code is wrong, too old, or was used already').waitFor();
  });

  it('leads back to the sign-in, and then to the same page, when the session is over', async () => {
    await page.getByLabel('Recovery code').fill(recoveryCodes[1] ?? '');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'Team' }).click();
    await heading('Team');
    await settled(page, new PageWatch(page, NOTHING));
    await page.context().clearCookies();
    // Without a pointer: on its way it would ask for the page ahead of the click, and that request may be told first.
    await page.getByRole('link', { name: 'Settings' }).dispatchEvent('click');
    await page.waitForURL((url) => url.pathname === '/sign-in');
    expect(new URL(page.url()).searchParams.get('next')).toBe('/settings');
  });
});
