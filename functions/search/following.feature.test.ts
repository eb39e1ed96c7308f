import { beforeAll, describe, expect, it } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import { systemScope } from '../_kit/scope.ts';
import { recordsOf } from '../_kit/testing/trial/picture.ts';
import { as, control, idle } from '../_kit/testing/world.ts';
import { observe, weakControl } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, type Owner, ok, unique } from '../identity/testing/members.ts';
import { hourOf, tend } from './tending.service.ts';
import { found } from './testing/searching.ts';

let owner: Owner;
let companyId: string;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner, 'Walrus Works');
});

interface Versioned {
  v: number;
  [field: string]: unknown;
}
const at = (path: string) => `/companies/${companyId}${path}`;
const make = async (path: string, body: object) => ok(await ask<Versioned>(owner, 'POST', at(path), body));
const edit = async (path: string, body: object) => ok(await ask<Versioned>(owner, 'PATCH', at(path), body));
const end = async (method: string, path: string, body: object) =>
  ok(await ask<Versioned>(owner, method, at(path), body));
const soon = async (q: string) => {
  await idle();
  return found(owner, q);
};
/** The rows of the index, as they are. */
const index = async () => {
  await idle();
  return (await recordsOf(owner.mspId)).filter(({ entity }) => entity === 'indexed' || entity === 'token');
};

describe('what is renamed or goes', () => {
  it('a contact and a planner item are found by the new name and not by the old', async () => {
    const contact = await make('/contacts', { name: 'Wanda Old', email: 'wanda@walrus.example' });
    const item = await make('/planner-items', { title: 'Wobbly racks', lane: 'infrastructure' });
    expect([await soon('wanda'), await soon('wobbly')]).toEqual([['Wanda Old'], ['Wobbly racks']]);
    await edit(`/contacts/${contact.contactId}`, { v: contact.v, name: 'Winona New', email: 'winona@walrus.example' });
    const steady = await edit(`/planner-items/${item.plannerItemId}`, { v: item.v, title: 'Steady racks' });
    expect([await soon('wanda'), await soon('wobbly')]).toEqual([[], []]);
    expect([await soon('winona'), await soon('racks')]).toEqual([['Winona New'], ['Steady racks']]);
    const archived = await end('POST', `/planner-items/${item.plannerItemId}/archive`, { v: steady.v });
    expect(await soon('racks')).toEqual([]);
    await end('POST', `/planner-items/${item.plannerItemId}/restore`, { v: archived.v });
    expect(await soon('racks')).toEqual(['Steady racks']);
    const { v } = ok(await ask<{ items: Versioned[] }>(owner, 'GET', at('/contacts'))).items[0] ?? { v: 0 };
    await end('DELETE', `/contacts/${contact.contactId}`, { v });
    expect(await soon('winona')).toEqual([]);
  });

  it('a retired device, a cancelled meeting, a discarded report, a deleted budget and a healed finding are not found', async () => {
    const device = await make('/devices', { name: 'WX-Retiring', type: 'laptop' });
    const startsAt = '2031-03-04T16:00:00.000Z';
    const meeting = await make('/meetings', { title: 'Wintry meeting', startsAt });
    const report = await make('/reports', { title: 'Woolly report' });
    const budget = await make('/budgets', { title: 'Wishful budget', fiscalYear: 2031 });
    await observe(owner.mspId, companyId, [weakControl('w', { title: 'Weary control' })]);
    const words = ['retiring', 'wintry', 'woolly', 'wishful', 'weary'];
    for (const word of words) expect(await soon(word), word).toHaveLength(1);
    await end('POST', `/devices/${device.deviceId}/retire`, { v: device.v });
    await end('POST', `/meetings/${meeting.meetingId}/cancel`, { v: meeting.v, reason: 'Snow.' });
    await end('DELETE', `/reports/${report.reportId}`, { v: report.v });
    await end('DELETE', `/budgets/${budget.budgetId}`, { v: budget.v });
    await observe(owner.mspId, companyId, []);
    for (const word of words) expect(await soon(word), word).toEqual([]);
  });

  it('a client takes all it has with it when it is archived, and brings it back', async () => {
    await make('/goals', { title: 'Whale watching', category: 'security' });
    expect(await soon('whale')).toEqual(['Whale watching']);
    const company = ok(await ask<Company>(owner, 'GET', at('')));
    const { v } = await end('POST', '/archive', { v: company.v });
    for (const word of ['walrus', 'whale', 'steady']) expect(await soon(word), word).toEqual([]);
    expect((await index()).map(({ record }) => record.companyId)).not.toContain(companyId);
    await end('POST', '/restore', { v });
    expect([await soon('walrus'), await soon('whale')]).toEqual([['Walrus Works'], ['Whale watching']]);
  });
});

describe('the index', () => {
  it('is not written when no name changed', async () => {
    const goal = await make('/goals', { title: 'Wander less', category: 'security' });
    const item = await make('/planner-items', { title: 'Weld doors', lane: 'infrastructure' });
    const before = await index();
    await edit(`/goals/${goal.goalId}`, { v: goal.v, why: 'Because.' });
    await edit(`/planner-items/${item.plannerItemId}`, { v: item.v, hours: 4 });
    const company = ok(await ask<Company>(owner, 'GET', at('')));
    ok(await ask(owner, 'PATCH', at(''), { v: company.v, seats: 12 }));
    expect(await index()).toEqual(before);
  });

  it('is put right by the clock where facts were lost, client by client in its hour', async () => {
    const tended = await easyMsp();
    await control('hold', { about: tended.mspId });
    const lost = await newCompany(tended, unique('Wombat'));
    ok(await ask(tended, 'POST', `/companies/${lost}/devices`, { name: 'WB-01', type: 'laptop', serial: 'WSERIAL' }));
    expect(await found(tended, 'wserial')).toEqual([]);
    const strike = (hour: number) =>
      as('search-schedule-tend-search', () =>
        tend(systemScope(tended.mspId, 'test'), new Date(Date.UTC(2031, 0, 1, hour)).toISOString()),
      );
    await strike((hourOf(lost) + 1) % 24);
    expect(await found(tended, 'wserial')).toEqual([]);
    await strike(hourOf(lost));
    expect([await found(tended, 'wserial'), await found(tended, 'wombat', 'client')]).toMatchObject([['WB-01'], [{}]]);
  });
});
