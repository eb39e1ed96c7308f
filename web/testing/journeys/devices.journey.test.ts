import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { idle } from '../../../functions/_kit/testing/world.ts';
import { bringDevices } from '../../../functions/devices/testing/many.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../../../functions/identity/testing/members.ts';
import type { DeviceDetail } from '../../../shared/devices/device.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { contextOf } from './signed-in.ts';

const origin = inject('origin');
let browser: Browser;
let page: Page;
let owner: Owner;
let list: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  owner = await easyMsp();
  const companyId = await newCompany(owner);
  for (const [name, type, purchased] of [
    ['LT-1', 'laptop', '2019-01-10'],
    ['LT-2', 'laptop', '2031-05-01'],
    ['SRV-1', 'server', '2031-05-01'],
  ] as const) {
    const facts = { name, type, purchased };
    ids.set(name, ok(await ask<DeviceDetail>(owner, 'POST', `/companies/${companyId}/devices`, facts)).deviceId);
  }
  const move = { title: 'Move to the new office', hours: 12, startDate: '2031-04-01', endDate: '2031-06-30' };
  ok(await ask(owner, 'POST', `/companies/${companyId}/planner-items`, move));
  ok(await ask(owner, 'POST', `/companies/${companyId}/goals`, { title: 'No outage on a Monday', status: 'active' }));
  const startsAt = '2031-03-04T10:00:00.000Z';
  ok(await ask(owner, 'POST', `/companies/${companyId}/meetings`, { title: 'Spring review', startsAt }));
  list = `${origin}/c/${companyId}/devices`;
  browser = await launchBrowser();
  page = await (await contextOf(browser, owner)).newPage();
}, 120_000);
afterAll(() => browser?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const panel = (name: string) => page.getByRole('complementary', { name });
const toast = (words: string) => page.getByText(words, { exact: true }).first().waitFor();

describe('the devices of a client', () => {
  it('are added with what the form asks, and opened beside the list', async () => {
    await page.goto(list);
    await button('Add device').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add device' }).click();
    await dialog.getByText('Enter a name.').first().waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('LT-3');
    await dialog.getByLabel(/^User/).fill('Ana Torres');
    await dialog.getByRole('button', { name: 'Add device' }).click();
    await panel('LT-3').getByText('Ana Torres').waitFor();
    expect(new URL(page.url()).searchParams.get('peek')).toHaveLength(26);
  });

  it('are edited in the panel, and retired with a way back', async () => {
    await panel('LT-3').getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('dialog').getByLabel(/^Site/).fill('Annex');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await panel('LT-3').getByText('Changed site').waitFor();
    await panel('LT-3').getByRole('button', { name: 'Retire' }).click();
    await panel('LT-3')
      .getByText(/^Retired \w/)
      .waitFor();
    await button('Undo').click();
    await panel('LT-3').getByText('Back in use', { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('are walked and ticked by keyboard, and replaced by one item that both sides name', async () => {
    await page.goto(list);
    await page.getByRole('row', { name: /LT-1/ }).waitFor();
    await page.getByRole('region', { name: 'Devices, list' }).focus();
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await button('Plan replacement').click();
    await page.getByRole('dialog').getByText('2 laptops').waitFor();
    await button('Add to planner').click();
    await toast('Replace 2 laptops');
    await button('Open').click();
    await page.getByRole('heading', { name: 'Replace 2 laptops' }).waitFor();
    await page.getByRole('link', { name: 'LT-2' }).first().click();
    await panel('LT-2').getByRole('link', { name: 'Replace 2 laptops' }).first().waitFor();
    expect(await panel('LT-2').getByRole('button', { name: 'Plan replacement' }).count()).toBe(0);
  });

  it('are added to an item and a goal that are there, which name them until they are taken away', async () => {
    await page.goto(list);
    await page.getByRole('row', { name: /SRV-1/ }).getByRole('button', { name: /SRV-1/ }).first().click();
    const add = async (to: string) => {
      await panel('SRV-1').getByRole('button', { name: 'Add to item or goal' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add to an item or goal' });
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await dialog.getByText('Choose an item or a goal.').first().waitFor();
      await dialog.getByLabel('Item or goal').click();
      await page.getByRole('option', { name: to }).click();
      return dialog;
    };
    const item = await add('Move to the new office');
    expect(await item.getByRole('radio', { name: /^It is about them/ }).isChecked()).toBe(true);
    await item.getByRole('radio', { name: /^It replaces them/ }).check();
    expect(await axeViolations(page)).toEqual([]);
    await item.getByRole('button', { name: 'Add', exact: true }).click();
    await toast('Added to Move to the new office');
    await panel('SRV-1').getByRole('link', { name: 'Move to the new office' }).first().waitFor();
    const goal = await add('No outage on a Monday');
    expect(await goal.getByRole('radio').count(), 'a goal replaces nothing').toBe(0);
    await goal.getByRole('button', { name: 'Add', exact: true }).click();
    await toast('Added to No outage on a Monday');
    await panel('SRV-1').getByRole('link', { name: 'No outage on a Monday' }).first().click();
    await page.getByRole('heading', { name: 'No outage on a Monday', level: 1 }).waitFor();
    await button('Take SRV-1 away').click();
    await button('Take SRV-1 away').waitFor({ state: 'detached' });
    await page.goto(`${list}?peek=${ids.get('SRV-1')}`);
    await panel('SRV-1').getByRole('link', { name: 'Move to the new office' }).first().click();
    await page.getByRole('heading', { name: 'Replaces' }).waitFor();
    await page.getByText('Changed devices').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await button('Take SRV-1 away').click();
    await page.getByRole('heading', { name: 'Replaces' }).waitFor({ state: 'detached' });
  });

  it('are put on the next agenda together, which each of them names', async () => {
    await page.goto(list);
    for (const name of ['LT-1', 'SRV-1']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Add to meeting' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add 2 records to a meeting' });
    expect(await dialog.getByRole('radio', { name: /^Spring review/ }).isChecked()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add to meeting' }).click();
    await toast('Added to Spring review');
    await page.getByRole('toolbar').waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /SRV-1/ }).getByRole('button', { name: /SRV-1/ }).first().click();
    await panel('SRV-1').getByRole('link', { name: 'Spring review' }).waitFor();
    await panel('SRV-1').getByText('Put on an agenda').waitFor();
    await panel('SRV-1').getByRole('button', { name: 'Add to meeting' }).click();
    await page.getByText('It stands on this agenda already').waitFor();
    await page.keyboard.press('Escape');
  });

  it('follow a policy of their client and go back to that for all', async () => {
    await page.goto(`${list}?policies=true`);
    await button('Edit the policy for Laptop').click();
    await page.getByLabel('It serves').fill('9');
    await button('Save').click();
    await page.getByText('Own policy').waitFor();
    await page.getByText('9 years, $1,450').waitFor();
    await button('Edit the policy for Laptop').click();
    await button('Use the policy for all clients').click();
    await page.getByText('5 years, $1,450').waitFor();
    expect(await page.getByText('Own policy').count()).toBe(0);
    // Every device is reckoned anew by the policy: what comes next looks at the result.
    await idle();
  });

  it('stand in the quarter in which they fall due, which opens the list of them', async () => {
    await page.goto(`${list}?tab=lifecycle`);
    await page.getByRole('link', { name: 'Q2 2036' }).click();
    await page.getByRole('row', { name: /LT-2/ }).waitFor();
    expect(await page.getByRole('row', { name: /LT-1/ }).count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?quarter=2036-Q2');
  });

  it('are walked beyond those in sight, retired all at once with those that nobody showed, and brought back', async () => {
    const many = await newCompany(owner);
    const names = Array.from({ length: 110 }, (_, at) => ({ name: `PC ${String(at).padStart(3, '0')}` }));
    await bringDevices(owner, many, names);
    await idle();
    await page.goto(`${origin}/c/${many}/devices`);
    await page.getByRole('row', { name: /PC 000/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('region', { name: 'Devices, list' }).focus();
    for (let at = 0; at < 50; at += 1) {
      await page.keyboard.press('j');
      await page.locator('[role=row]:focus-within', { hasText: `PC ${String(at).padStart(3, '0')}` }).waitFor();
    }
    expect(await page.getByRole('row', { name: /PC 000/ }).count(), 'out of sight, so not in the page').toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
    const toolbar = page.getByRole('toolbar');
    await toolbar.getByText('100 selected').waitFor();
    await toolbar.getByRole('button', { name: 'Select all 110 matching' }).click();
    await toolbar.getByText('110 selected').waitFor();
    await toolbar.getByRole('button', { name: 'Plan replacement' }).click();
    await page.getByRole('dialog').getByText('One item replaces at most 50 devices.').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Add to planner' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await toolbar.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Retire' }).click();
    await toast('110 devices');
    await page.getByText('No devices yet').waitFor();
    await button('Undo').click();
    await page.getByRole('row', { name: /PC 000/ }).waitFor();
  });
});
