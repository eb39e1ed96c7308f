import { beforeAll, describe, expect, it } from 'vitest';
import type { Forecast } from '../../shared/budgets/forecast.ts';
import type { ForecastRules } from '../../shared/budgets/forecast-rules.ts';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import { quarterKey } from '../../shared/devices/fiscal-quarters.ts';
import type { FleetFigures } from '../../shared/devices/fleet.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { addMonths } from '../../shared/kernel/calendar.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { idle, logs } from '../_kit/testing/world.ts';
import { bringDevices } from '../devices/testing/many.ts';
import { ask, easyMsp, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

const LAPTOP = 145_000;
const SERVER = 950_000;
const today = new Date().toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
/** A laptop serves five years, a server seven. */
const bought = (months: number, years = 5) => addMonths(today, months - 12 * years);

let owner: Owner;
beforeAll(async () => {
  owner = await easyMsp();
});

async function add(companyId: string, facts: object, who: Owner = owner): Promise<string> {
  const body = { type: 'laptop', ...facts };
  return ok(await ask<DeviceDetail>(who, 'POST', `/companies/${companyId}/devices`, body)).deviceId;
}

/** A client with three overdue laptops, two due in nine months and a server due in thirty. */
async function fleet() {
  const companyId = await newCompany(owner);
  const laptop = (name: string, months: number) => add(companyId, { name, purchased: bought(months) });
  const overdue = [await laptop('LT-1', -9), await laptop('LT-2', -2), await laptop('LT-3', -1)];
  const due = [await laptop('LT-4', 9), await laptop('LT-5', 9)];
  const server = await add(companyId, { name: 'SRV', type: 'server', purchased: bought(30, 7) });
  await add(companyId, { name: 'VM', type: 'virtual-machine', purchased: today });
  await idle();
  return { companyId, overdue, due, server };
}

const read = async (companyId: string, who: { cookie: string } = owner) =>
  ok(await ask<Forecast>(who, 'GET', `/companies/${companyId}/forecast`));
const hardware = ({ categories }: Forecast) => categories.find(({ key }) => key === 'hardware');
const total = (told: Forecast) => (hardware(told)?.cells ?? []).reduce((sum, { minor }) => sum + minor, 0);
const linesOf = (told: Forecast) =>
  (hardware(told)?.lines ?? []).map(({ devices, quantity }) => [devices?.type, devices?.quarter, quantity]);

async function rule(companyId: string, own: object): Promise<ForecastRules> {
  const { rules } = await read(companyId);
  return ok(await ask<ForecastRules>(owner, 'PUT', `/companies/${companyId}/forecast/rules`, { ...rules, ...own }));
}
const replace = async (companyId: string, deviceIds: string[], own: object = {}) =>
  ok(await ask<PlannerItemDetail>(owner, 'POST', `/companies/${companyId}/device-replacements`, { deviceIds, ...own }));

describe('devices that fall due', () => {
  it('stand in the forecast as the lifecycle counts them, in their quarter and at the price of their kind', async () => {
    const { companyId } = await fleet();
    const told = await read(companyId);
    expect(linesOf(told)).toEqual([
      ['laptop', undefined, 3],
      ['laptop', quarterKey(addMonths(today, 9), 1), 2],
      ['server', quarterKey(addMonths(today, 30), 1), 1],
    ]);
    expect(total(told)).toBe(5 * LAPTOP + SERVER);
    const figures = ok(await ask<FleetFigures>(owner, 'GET', `/companies/${companyId}/device-figures`));
    expect(total(told)).toBe(figures.overdue.minor + figures.quarters.reduce((sum, { minor }) => sum + minor, 0));
    const now = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
    expect(hardware(told)?.cells[0]?.quarters[now]).toBeGreaterThanOrEqual(3 * LAPTOP);
  });

  it('are left out for a client of whom that is ruled, spread and dearer for another', async () => {
    const { companyId } = await fleet();
    await rule(companyId, { devicesCounted: false });
    expect(hardware(await read(companyId))).toBeUndefined();
    await rule(companyId, { devicesCounted: true, hardwareIncreasePercent: 10, overdueQuarters: 3 });
    const told = await read(companyId);
    expect(linesOf(told).slice(0, 3)).toEqual([
      ['laptop', undefined, 1],
      ['laptop', undefined, 1],
      ['laptop', undefined, 1],
    ]);
    const ages = (hardware(told)?.lines ?? []).map(({ startDate, quantity, unitMinor }) => {
      const later = Number(startDate?.slice(0, 4)) - year;
      return Math.round(quantity * unitMinor * 1.1 ** later);
    });
    expect(total(told)).toBe(ages.reduce((sum, one) => sum + one, 0));
  });

  it('are what the policies of the client say', async () => {
    const { companyId } = await fleet();
    const laptop = {
      lifespanYears: 5,
      replacementMinor: 0,
      installHours: 1,
      warranty: 'none',
      warrantyRenewalMinor: 0,
    };
    const body = { v: 0, policies: { laptop } };
    ok(await ask(owner, 'PATCH', `/companies/${companyId}/device-policies`, body));
    await idle();
    const told = await read(companyId);
    expect([total(told), told.leftOut.unpricedDevices]).toEqual([SERVER, 5]);
  });

  it('are not added to another currency, and are told of', async () => {
    const msp = await easyMsp();
    const companyId = await newCompany(msp);
    ok(await ask(msp, 'PATCH', '/device-policies', { v: 0, currency: 'EUR', policies: {} }));
    await add(companyId, { name: 'LT', purchased: bought(-3) }, msp);
    await idle();
    const told = await read(companyId, msp);
    expect([told.categories, told.leftOut.otherCurrencyDevices]).toEqual([[], 1]);
  });
});

describe('a device that planned work replaces', () => {
  it('counts there and nowhere else, until that is closed, archived or loses its dates', async () => {
    const { companyId, overdue, due } = await fleet();
    const all = total(await read(companyId));
    const item = await replace(companyId, [overdue[0] ?? '', due[0] ?? '']);
    const planned = await read(companyId);
    expect(total(planned)).toBe(all);
    const kinds = (hardware(planned)?.lines ?? []).map(({ source, quantity, devices }) => [
      source.type,
      quantity,
      devices?.planned,
    ]);
    expect(kinds).toEqual([
      ['planner-item', 2, undefined],
      ['device', 2, 1],
      ['device', 1, 1],
      ['device', 1, 0],
    ]);
    const at = `/companies/${companyId}/planner-items/${item.plannerItemId}`;
    const tray = ok(await ask<PlannerItemDetail>(owner, 'PATCH', at, { v: 1, startDate: null, endDate: null }));
    expect(tray.deviceIds).toEqual([overdue[0], due[0]]);
    expect([total(await read(companyId)), (await read(companyId)).leftOut.undated]).toEqual([all, 1]);
    ok(await ask(owner, 'PATCH', at, { v: 2, startDate: `${year + 1}-02-01`, endDate: `${year + 1}-02-28` }));
    expect(linesOf(await read(companyId))[1]).toEqual(['laptop', undefined, 2]);
    ok(await ask(owner, 'PATCH', at, { v: 3, status: 'declined' }));
    expect(linesOf(await read(companyId))[0]).toEqual(['laptop', undefined, 3]);
    ok(await ask(owner, 'PATCH', at, { v: 4, status: 'approved' }));
    ok(await ask(owner, 'POST', `${at}/archive`, { v: 5 }));
    expect([linesOf(await read(companyId))[0], total(await read(companyId))]).toEqual([['laptop', undefined, 3], all]);
  });

  it('is each overdue computer once work answers the finding that tells of them', async () => {
    const { companyId } = await fleet();
    const { items } = ok(await ask<{ items: Finding[] }>(owner, 'GET', `/companies/${companyId}/findings`));
    const finding = items.find(({ kind }) => kind === 'past-lifespan');
    const body = {
      title: 'Replace old laptops',
      findingId: finding?.findingId,
      costs: [{ label: 'Laptops', kind: 'hardware', quantity: 3, unitMinor: 130_000 }],
      startDate: `${year + 1}-01-10`,
      endDate: `${year + 1}-02-10`,
    };
    ok(await ask(owner, 'POST', `/companies/${companyId}/planner-items`, body));
    expect(total(await read(companyId))).toBe(3 * 130_000 + 2 * LAPTOP + SERVER);
  });

  it('is gone with its retirement, and never counted against the others', async () => {
    const { companyId, overdue } = await fleet();
    await replace(companyId, [overdue[0] ?? '']);
    ok(await ask(owner, 'POST', `/companies/${companyId}/devices/${overdue[0]}/retire`, { v: 1 }));
    await idle();
    const [, late] = hardware(await read(companyId))?.lines ?? [];
    expect([late?.quantity, late?.devices?.planned]).toEqual([2, 0]);
  });
});

describe('what a forecast tells of devices', () => {
  it('is the client`s own, to those who may read budgets, and never a name', async () => {
    const [{ companyId }, other] = [await fleet(), await newCompany(owner)];
    expect((await read(other)).categories).toEqual([]);
    const path = `/companies/${companyId}/forecast`;
    expect((await ask(await easyMsp(), 'GET', path)).status).toBe(404);
    expect((await ask(await newStaff(owner, 'technician'), 'GET', path)).status).toBe(403);
    const finance = await newStaff(owner, 'finance', [companyId]);
    const answer = await ask<Forecast>(finance, 'GET', path);
    expect(JSON.stringify(ok(answer))).not.toMatch(/LT-|SRV/);
  });

  it('costs no more to read however many devices there are, and half a unit for each that is planned', async () => {
    const { companyId, overdue, due, server } = await fleet();
    const units = async () => {
      await read(companyId);
      const lines = (await logs()).filter(
        (line) => line.operation === 'budgets.forecast' && line.mspId === owner.mspId,
      );
      return lines.at(-1)?.units?.read ?? 0;
    };
    const few = await units();
    const laptops = Array.from({ length: 40 }, (_, at) => ({
      type: 'laptop',
      name: `PC ${at}`,
      purchased: bought(at - 20),
    }));
    await bringDevices(owner, companyId, laptops);
    await idle();
    expect(await units()).toBeLessThanOrEqual(few + 0.5);
    const before = await units();
    await replace(companyId, [...overdue, ...due, server]);
    expect(await units()).toBeLessThanOrEqual(before + 6 * 0.5 + 1);
  });
});
