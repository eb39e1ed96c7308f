import { describe, expect, it } from 'vitest';
import { CONTROL_BY_ID, CONTROLS } from '../world/controls.ts';
import { DAY_MS, dayNumber } from '../world/dates.ts';
import { ROLE_TEMPLATES } from '../world/roles.ts';
import { percentOn, scoreOn, totalOn } from '../world/score-timeline.ts';
import { BUSINESS_PREMIUM_NONPROFIT } from '../world/skus.ts';
import type { Tenant, TenantUser } from '../world.ts';
import { bigTenant } from './big-tenant.ts';
import { demoWorld } from './demo-world.ts';
import { smallWorld } from './small-world.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const TODAY = dayNumber(NOW);
const world = demoWorld(NOW);
const tenant = (code: string): Tenant => {
  const found = world.tenants.find((row) => row.code === code);
  if (!found) throw new Error(`no tenant ${code}`);
  return found;
};
const holders = (row: Tenant, sku: string) =>
  row.users.filter((user) => user.licences.some((licence) => licence.skuPartNumber === sku));
const staff = (row: Tenant) => row.users.filter((user) => user.userType === 'Member' && user.accountEnabled);
const licensed = (user: TenantUser) => user.licences.length > 0;
const idleDays = (user: TenantUser) =>
  user.signIn ? (NOW.getTime() - Date.parse(user.signIn.successful)) / DAY_MS : Number.POSITIVE_INFINITY;

describe("the demo MSP's tenants", () => {
  it.each([
    ['HFL', { SPB: 44, EXCHANGESTANDARD: 3, Microsoft_365_Copilot: 5 }, 71, 4, 100],
    ['CRD', { SPB: 12, O365_BUSINESS_PREMIUM: 9, M365_F1: 10 }, 46, 0, 87],
    ['TGM', { SPE_E3: 52, SPB: 30, SPE_F1: 38, POWER_BI_PRO: 4 }, 54, -3, 93],
    ['BCT', { [BUSINESS_PREMIUM_NONPROFIT]: 16, O365_BUSINESS_ESSENTIALS: 10 }, 78, 2, 100],
    ['SPB', { O365_BUSINESS_PREMIUM: 58, O365_BUSINESS_ESSENTIALS: 14, VISIOCLIENT: 3 }, 33, -7, 61],
    ['LLS', { O365_BUSINESS_PREMIUM: 17 }, 35, -1, 73],
  ])('%s has its licences, score, trend and second factors', (code, licences, percent, change30, mfa) => {
    const row = tenant(code);
    const paid = row.subscriptions.filter(({ skuPartNumber }) => skuPartNumber !== 'FLOW_FREE');
    expect(Object.fromEntries(paid.map(({ skuPartNumber, seats }) => [skuPartNumber, seats]))).toEqual(licences);
    for (const { skuPartNumber, seats } of paid) {
      expect(holders(row, skuPartNumber).length).toBeLessThanOrEqual(seats);
    }
    expect(Math.abs(percentOn(row, TODAY) - percent)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(percentOn(row, TODAY) - percentOn(row, TODAY - 30) - change30)).toBeLessThanOrEqual(0.5);
    const registered = staff(row).filter((user) => user.methods.length > 0);
    expect(Math.round((registered.length / staff(row).length) * 100)).toBe(mfa);
  });

  it('have scores whose controls sum up on every day of the history', () => {
    for (const row of world.tenants) {
      const max = row.scores.controls.reduce(
        (sum, { controlId }) => sum + (CONTROL_BY_ID.get(controlId)?.maxScore ?? 0),
        0,
      );
      expect(max).toBe(row.scores.maxScore);
      const wrongDays = Array.from({ length: 90 }, (_, index) => TODAY - index).filter((day) => {
        const points = row.scores.controls.map((control) => scoreOn(control, day));
        const sum = points.reduce((total, value) => total + value, 0);
        const tooHigh = row.scores.controls.some((control, index) => (points[index] ?? 0) > control.maxScore);
        return tooHigh || Math.abs(totalOn(row.scores, day) - sum) > 0.005;
      });
      expect(wrongDays).toEqual([]);
    }
  });

  it('count the people of the second-factor control as their user list does', () => {
    for (const row of world.tenants) {
      const control = row.scores.controls.find(({ controlId }) => controlId === 'MFARegistrationV2');
      const registered = staff(row).filter((user) => user.methods.length > 0).length;
      expect(control?.tally).toEqual({ count: registered, total: staff(row).length });
    }
  });

  it('HFL: two leavers with licences, three Copilots idle, five global administrators', () => {
    const row = tenant('HFL');
    expect(staff(row).filter((user) => holders(row, 'SPB').includes(user))).toHaveLength(42);
    expect(row.users.filter((user) => !user.accountEnabled && licensed(user) && user.leftAt)).toHaveLength(2);
    const idle = holders(row, 'Microsoft_365_Copilot').filter(
      ({ copilotUsedAt }) => copilotUsedAt === null || NOW.getTime() - Date.parse(copilotUsedAt) > 45 * DAY_MS,
    );
    expect(idle).toHaveLength(3);
    expect(globalAdmins(row)).toBe(5);
  });

  it('CRD: 31 people, nine without Entra P1, three shared front-desk accounts without a second factor', () => {
    const row = tenant('CRD');
    expect(row.users).toHaveLength(31);
    const basic = row.users.filter((user) =>
      user.licences.every((licence) => licence.skuPartNumber === 'O365_BUSINESS_PREMIUM'),
    );
    expect(basic).toHaveLength(9);
    const shared = row.users.filter((user) => user.displayName.startsWith('Front Desk'));
    expect(shared.map((user) => user.methods)).toEqual([[], [], []]);
    expect(statusOf(row, 'BlockLegacyAuthentication')).toContain('IMAP');
  });

  it('TGM: six E3 on blocked accounts, eleven idle people, three with two suites', () => {
    const row = tenant('TGM');
    expect(holders(row, 'SPE_E3').filter((user) => !user.accountEnabled)).toHaveLength(6);
    expect(staff(row).filter((user) => licensed(user) && idleDays(user) > 60)).toHaveLength(11);
    const suites = new Set(['SPE_E3', 'SPB', 'SPE_F1']);
    const twice = row.users.filter(
      (user) => user.licences.filter((licence) => suites.has(licence.skuPartNumber)).length > 1,
    );
    expect(twice).toHaveLength(3);
    expect(statusOf(row, 'mdo_blockmailforward')).toMatch(/^2 mailboxes/);
  });

  it('BCT: clean but for 34 guests that nobody has seen for 90 days', () => {
    const guests = tenant('BCT').users.filter((user) => user.userType === 'Guest');
    expect(guests.filter((user) => idleDays(user) > 90)).toHaveLength(34);
    expect(guests.some((user) => user.signIn === null)).toBe(true);
    expect(tenant('BCT').users.filter((user) => !user.accountEnabled)).toEqual([]);
  });

  it('SPB: 25 without a second factor, eight former staff who can sign in, nine global administrators, no Entra P1', () => {
    const row = tenant('SPB');
    expect(row.users).toHaveLength(65);
    expect(staff(row).filter((user) => user.methods.length === 0)).toHaveLength(25);
    const former = staff(row).filter((user) => user.leftAt);
    expect(former).toHaveLength(8);
    expect(former.every((user) => Date.parse(user.leftAt ?? '') > Date.parse(user.createdAt))).toBe(true);
    expect(globalAdmins(row)).toBe(9);
    expect(scoreToday(row, 'BlockLegacyAuthentication')).toBe(0);
  });

  it('LLS: four freelancers as members, two mailboxes at 97 %', () => {
    const row = tenant('LLS');
    expect(row.users.filter((user) => user.employeeType === 'Contractor' && user.userType === 'Member')).toHaveLength(
      4,
    );
    const full = row.users.filter(({ mailbox }) => mailbox && mailbox.usedBytes / mailbox.quotaBytes > 0.96);
    expect(full).toHaveLength(2);
  });

  it('OAK waits for consent', () => {
    expect(world.tenants.map((row) => [row.code, row.consent.granted])).toContainEqual(['OAK', false]);
    expect(tenant('OAK').users).toHaveLength(20);
  });

  it('use no real mail domain and no name or address twice', () => {
    for (const row of world.tenants) {
      const addresses = row.users.map((user) => user.userPrincipalName);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(addresses.every((address) => address.endsWith('.example'))).toBe(true);
      expect(row.users.every(({ mail }) => mail === null || mail.endsWith('.example'))).toBe(true);
    }
  });
});

describe('worlds', () => {
  it('are the same byte for byte for the same clock', () => {
    expect(JSON.stringify(demoWorld(NOW))).toBe(JSON.stringify(world));
    expect(JSON.stringify(smallWorld(NOW))).toBe(JSON.stringify(smallWorld(NOW)));
    expect(JSON.stringify(bigTenant(50, NOW))).toBe(JSON.stringify(bigTenant(50, NOW)));
  });

  it('keep people, ids and percentages when the clock moves, and shift the dates', () => {
    const later = new Date(NOW.getTime() + 40 * DAY_MS);
    const moved = demoWorld(later);
    expect(moved.app).toEqual(world.app);
    moved.tenants.forEach((row, index) => {
      const before = world.tenants[index];
      expect(row.users.map((user) => [user.id, user.displayName])).toEqual(
        before?.users.map((user) => [user.id, user.displayName]),
      );
      expect(percentOn(row, dayNumber(later))).toBe(before && percentOn(before, TODAY));
    });
  });

  it('have a catalogue with ids once each and texts of their own', () => {
    expect(new Set(CONTROLS.map((control) => control.id)).size).toBe(CONTROLS.length);
    expect(CONTROLS.length).toBeGreaterThanOrEqual(60);
    for (const control of CONTROLS) expect(control.remediation).toMatch(/^<p>.+<\/p>/);
    expect(new Set(CONTROLS.map((control) => control.category))).toEqual(
      new Set(['Identity', 'Apps', 'Device', 'Data']),
    );
  });
});

function globalAdmins(row: Tenant): number {
  return row.roleAssignments.filter(({ roleTemplateId }) => roleTemplateId === ROLE_TEMPLATES['Global Administrator'])
    .length;
}

function controlOf(row: Tenant, controlId: string) {
  return row.scores.controls.find((control) => control.controlId === controlId);
}

function statusOf(row: Tenant, controlId: string): string {
  return controlOf(row, controlId)?.status ?? '';
}

function scoreToday(row: Tenant, controlId: string): number | undefined {
  const control = controlOf(row, controlId);
  return control && scoreOn(control, TODAY);
}
