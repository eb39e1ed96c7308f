import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorld } from '../../scripts/vendors/graph/demo/demo-world.ts';
import { every } from '../../shared/kernel/every.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Control, ControlDetail } from '../../shared/m365/control.ts';
import type { LicenceList } from '../../shared/m365/licence.ts';
import type { M365Overview } from '../../shared/m365/overview.ts';
import type { SecureScore } from '../../shared/m365/secure-score.ts';
import type { M365Settings } from '../../shared/m365/settings.ts';
import type { M365UserRow } from '../../shared/m365/user.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import { systemScope } from '../_kit/scope.ts';
import { Trap } from '../_kit/testing/trap.ts';
import { as, idle, logs } from '../_kit/testing/world.ts';
import { Units } from '../_kit/units.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, ok } from '../identity/testing/members.ts';
import {
  type Cloud,
  type Connected,
  connected,
  mapped,
  startMicrosoft,
  sync,
} from '../integrations/testing/connected.ts';
import { assess } from './assess.service.ts';

let microsoft: Cloud;
let at: Connected;
let companyId: string;
let m365: string;

beforeAll(async () => {
  microsoft = await startMicrosoft(demoWorld);
  at = await connected(microsoft);
  const tallgrass = microsoft.world.tenants.find(({ code }) => code === 'TGM');
  ({ companyId } = await mapped(at, tallgrass?.id ?? ''));
  m365 = `/companies/${companyId}/m365`;
  expect((await sync(at)).state).toBe('done');
});
afterAll(() => microsoft.close());

const LATER = '2031-03-04T10:00:00.000Z';
/** Where links are told; any id will do. */
const LINKED = ['/secure-score/controls/AnyControl/links', '/licences/SPE_E3/links'];

/** The session costs one unit of every request. */
const SESSION = 1;

async function cost(operation: string, path: string): Promise<{ read: number; depth: number }> {
  ok(await ask(at.owner, 'GET', `${m365}${path}`));
  const line = (await logs())
    .filter((one) => one.operation === `m365.${operation}` && one.mspId === at.owner.mspId)
    .at(-1);
  return { read: (line?.units?.read ?? 99) - SESSION, depth: line?.units?.depth ?? 99 };
}

describe('a company of 118 people', () => {
  it('keeps a quarter of a year of its score beside its figures, as the score itself tells it', async () => {
    const { figures } = ok(await ask<M365Overview>(at.owner, 'GET', m365));
    const { trend, percent } = ok(await ask<SecureScore>(at.owner, 'GET', `${m365}/secure-score`));
    expect(figures?.scoreTrend?.length).toBeGreaterThan(10);
    expect(figures?.scoreTrend).toEqual(trend.slice(-14).map((point) => point.percent));
    expect(figures?.scoreTrend?.at(-1)).toBe(percent);
  });

  it.each([
    ['users', '/users?limit=50', 3.5],
    ['licences', '/licences', 3],
    ['secureScore', '/secure-score', 3.5],
    ['controls', '/secure-score/controls?limit=50', 3],
    ['overview', '', 1],
  ])('shows its %s within the read budget', async (operation, path, most) => {
    const { read, depth } = await cost(operation, path);
    expect(read).toBeLessThanOrEqual(most);
    expect(depth).toBeLessThanOrEqual(2);
  });

  it('is paged through without losing or repeating anybody', async () => {
    const listed = await every(async (cursor) => {
      const path = `${m365}/users?status=any&limit=40${cursor ? `&cursor=${cursor}` : ''}`;
      return ok(await ask<Page<M365UserRow>>(at.owner, 'GET', path));
    });
    const seen = listed.map(({ userKey }) => userKey);
    const people = microsoft.world.tenants.find(({ code }) => code === 'TGM')?.users.length;
    expect([seen.length, new Set(seen).size]).toEqual([people, people]);
  });
});

describe('a control', () => {
  const controls = async (query = '') =>
    ok(
      await ask<{ items: Control[]; total: number; cursor?: string }>(
        at.owner,
        'GET',
        `${m365}/secure-score/controls${query}`,
      ),
    );
  const put = (controlId: string, body: object, who: { cookie: string } = at.owner) =>
    ask<Control>(who, 'PUT', `${m365}/secure-score/controls/${controlId}/status`, body);

  it('is found by tier, category and status, and opened with its text, without markup', async () => {
    const { items, total, cursor } = await controls('?limit=5');
    expect([items.length, total]).toEqual([5, 67]);
    const next = await controls(`?limit=5&cursor=${cursor}`);
    expect(next.items.map(({ controlId }) => controlId)).not.toContain(items[0]?.controlId);
    const chosen = (await controls('?tier=Core&category=Identity')).items;
    expect(new Set(chosen.map(({ tier, category }) => `${tier} ${category}`))).toEqual(new Set(['Core Identity']));
    const detail = ok(
      await ask<ControlDetail>(at.owner, 'GET', `${m365}/secure-score/controls/${items[0]?.controlId}`),
    );
    expect(detail.remediation).not.toMatch(/<\w/);
    expect(detail.implementation).toMatch(/\.$/);
    expect((await ask(at.owner, 'GET', `${m365}/secure-score/controls/NoSuchControl`)).status).toBe(404);
  });

  it('covered by another tool counts in our number, with evidence and never in Microsoft’s', async () => {
    const before = ok(await ask<SecureScore>(at.owner, 'GET', `${m365}/secure-score`));
    const [worst] = (await controls('?status=to_address&limit=1')).items;
    const id = worst?.controlId ?? '';
    expect((await put(id, { v: 0, status: 'third_party' })).body.errors?.[0]?.path).toBe('evidence');
    const evidence = 'Avanan, report of November 3';
    const decided = ok(await put(id, { v: 0, status: 'third_party', evidence }));
    expect(decided).toMatchObject({ status: 'third_party', v: 1, decision: { evidence } });
    expect((await put(id, { v: 0, status: 'planned' })).body).toMatchObject({
      code: 'control.changed',
      currentVersion: 1,
    });
    await idle();
    const after = ok(await ask<SecureScore>(at.owner, 'GET', `${m365}/secure-score`));
    expect(after.percent).toBe(before.percent);
    expect(after.adjusted).toMatchObject({ controls: 1, points: worst?.open });
    expect(after.adjusted.percent).toBeGreaterThan(before.adjusted.percent);
    expect(after.toAddress).toBe(before.toAddress - 1);
    expect((await sync(at)).state).toBe('done');
    expect((await controls('?status=third_party')).items.map(({ controlId }) => controlId)).toEqual([id]);
  });

  it('is decided by those who may: technicians look', async () => {
    const technician = await newStaff(at.owner, 'technician');
    const [one] = (await controls('?limit=1')).items;
    expect((await ask(technician, 'GET', `${m365}/secure-score/controls`)).status).toBe(200);
    expect((await put(one?.controlId ?? '', { v: 0, status: 'planned' }, technician)).status).toBe(403);
  });
});

it('a control and a licence know the meetings that they are on the agenda of', async () => {
  const meetings = m365.replace(/m365$/, 'meetings');
  const meeting = ok(await ask<Meeting>(at.owner, 'POST', meetings, { title: 'Review', startsAt: LATER }));
  const [control] = ok(await ask<Page<Control>>(at.owner, 'GET', `${m365}/secure-score/controls?limit=1`)).items;
  const ends = [
    [{ type: 'control', id: control?.controlId }, `/secure-score/controls/${control?.controlId}/links`],
    [{ type: 'licence', id: 'SPE_E3' }, '/licences/SPE_E3/links'],
  ] as const;
  ok(await ask(at.owner, 'POST', `${meetings}/${meeting.meetingId}/records`, { records: ends.map(([end]) => end) }));
  for (const [from, path] of ends) {
    expect(ok(await ask<Links>(at.owner, 'GET', m365 + path)).items, path).toMatchObject([
      { from, to: { type: 'meeting', id: meeting.meetingId }, role: 'discussed-in' },
    ]);
  }
});

it('prices of the MSP count at once', async () => {
  const settings = ok(await ask<M365Settings>(at.owner, 'GET', '/m365/settings'));
  expect(settings).toMatchObject({ v: 0, currency: 'USD', inactiveDays: 60 });
  ok(await ask(at.owner, 'PATCH', '/m365/settings', { v: 0, prices: { SPE_E3: 3_600 } }));
  expect((await ask(at.owner, 'PATCH', '/m365/settings', { v: 0, inactiveDays: 30 })).status).toBe(409);
  const { items } = ok(
    await ask<{ items: { partNumber: string; priceMinor: number }[] }>(at.owner, 'GET', `${m365}/licences`),
  );
  expect(items.find(({ partNumber }) => partNumber === 'SPE_E3')?.priceMinor).toBe(3_600);
});

it('a judgement under way while prices change starts over by the new ones', async () => {
  const price = async (minor: number) => {
    const { v } = ok(await ask<M365Settings>(at.owner, 'GET', '/m365/settings'));
    ok(await ask(at.owner, 'PATCH', '/m365/settings', { v, prices: { SPE_E3: minor } }));
  };
  const judged = (units = new Units()) =>
    as('m365-on-control-status-set', () => assess(systemScope(at.owner.mspId, 'test', { units }), companyId));
  await price(5_000);
  await judged(
    new Trap(async () => {
      await price(7_000);
      await judged();
    }),
  );
  const { figures } = ok(await ask<M365Overview>(at.owner, 'GET', m365));
  const { monthlyMinor } = ok(await ask<LicenceList>(at.owner, 'GET', `${m365}/licences`));
  expect(figures?.licenceMonthlyMinor).toBe(monthlyMinor);
});

it('is nobody else’s to see', async () => {
  const stranger = await easyMsp();
  for (const path of ['', '/users', '/licences', '/secure-score', '/secure-score/controls', ...LINKED]) {
    expect((await ask(stranger, 'GET', `${m365}${path}`)).status, path).toBe(404);
  }
  const limited = await newStaff(at.owner, 'viewer', [await newCompany(at.owner)]);
  const client = await newClientUser(at.owner, companyId, 'admin');
  for (const path of ['/users', ...LINKED]) {
    expect((await ask(limited, 'GET', `${m365}${path}`)).status, path).toBe(404);
    expect((await ask(client, 'GET', `${m365}${path}`)).status, path).toBe(403);
  }
  expect(ok(await ask<{ items: unknown[] }>(at.owner, 'GET', '/m365/companies')).items).toHaveLength(2);
  expect(ok(await ask<{ items: unknown[] }>(stranger, 'GET', '/m365/companies')).items).toEqual([]);
});
