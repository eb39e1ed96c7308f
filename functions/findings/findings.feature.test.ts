import { beforeAll, describe, expect, it } from 'vitest';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Finding, FindingSummary, ObservedFinding } from '../../shared/findings/finding.ts';
import { every } from '../../shared/kernel/every.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { http, idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';
import { observe, weakControl } from './testing/raised.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;

const see = (company: string, findings: ObservedFinding[]) => observe(owner.mspId, company, findings);
const list = async (company: string, query = '') =>
  ok(await ask<{ items: Finding[] }>(owner, 'GET', `/companies/${company}/findings${query}`)).items;

const pageOf = async (company: string, cursor = '') =>
  ok(
    await ask<Page<Finding>>(
      owner,
      'GET',
      `/companies/${company}/findings?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    ),
  );

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

describe('findings of a source', () => {
  it('come up, follow the evidence, heal, and come up again; the same observation twice writes nothing', async () => {
    const company = await newCompany(owner);
    expect(await see(company, [weakControl('key-a'), weakControl('key-b')])).toEqual({
      raised: 2,
      changed: 0,
      healed: 0,
      unchanged: 0,
    });
    expect(await see(company, [weakControl('key-a'), weakControl('key-b')])).toEqual({
      raised: 0,
      changed: 0,
      healed: 0,
      unchanged: 2,
    });
    expect(await see(company, [weakControl('key-a', { risk: 'critical' })])).toEqual({
      raised: 0,
      changed: 1,
      healed: 1,
      unchanged: 0,
    });
    expect((await list(company)).map((finding) => [finding.title, finding.risk])).toEqual([
      ['Control key-a', 'critical'],
    ]);
    expect((await list(company, '?status=healed')).map((finding) => finding.title)).toEqual(['Control key-b']);
    expect((await see(company, [weakControl('key-a', { risk: 'critical' }), weakControl('key-b')])).raised).toBe(1);
    expect((await list(company)).map((finding) => finding.title)).toEqual(['Control key-a', 'Control key-b']);
  });

  it('take new evidence over as a change, and show it beside the rest', async () => {
    const company = await newCompany(owner);
    await see(company, [weakControl('proof')]);
    const evidence = [{ label: 'Secure Score', value: '2 of 8' }];
    expect((await see(company, [weakControl('proof', { evidence })])).changed).toBe(1);
    expect((await see(company, [weakControl('proof', { evidence })])).unchanged).toBe(1);
    const [row] = await list(company);
    expect(row).toMatchObject({ v: 2 });
    const path = `/companies/${company}/findings/${row?.findingId}`;
    expect(ok(await ask<Finding>(owner, 'GET', path))).toMatchObject({ key: 'proof', evidence, v: 2 });
  });

  it('keep what a person decided when the evidence changes', async () => {
    const company = await newCompany(owner);
    await see(company, [weakControl('kept')]);
    const [finding] = await list(company);
    const path = `/companies/${company}/findings/${finding?.findingId}`;
    ok(await ask(owner, 'POST', `${path}/dismiss`, { v: 1, reason: 'not-in-scope', note: 'The vendor runs it.' }));
    await see(company, [weakControl('kept', { risk: 'low' })]);
    expect(ok(await ask<Finding>(owner, 'GET', path))).toMatchObject({
      status: 'dismissed',
      risk: 'low',
      dismissal: { note: 'The vendor runs it.' },
    });
  });

  it('are many in one go without losing one', async () => {
    const company = await newCompany(owner);
    const many = Array.from({ length: 130 }, (_, i) => weakControl(`many-${i}`));
    expect((await see(company, many)).raised).toBe(130);
    expect((await see(company, many)).unchanged).toBe(130);
    const seen = await every((cursor) => pageOf(company, cursor));
    expect(seen.map(({ title }) => title).toSorted()).toEqual(many.map(({ title }) => title).toSorted());
  });
});

describe('deciding', () => {
  it('needs a reason, takes the newest version, and can be taken back', async () => {
    await see(companyId, [weakControl('decide')]);
    const [finding] = await list(companyId, '?q=decide');
    const path = `/companies/${companyId}/findings/${finding?.findingId}`;
    const silent = await ask(owner, 'POST', `${path}/dismiss`, { v: 1, reason: 'duplicate', note: '' });
    expect([silent.status, silent.body.errors?.[0]?.path]).toEqual([400, 'note']);
    const stale = await ask(owner, 'POST', `${path}/dismiss`, { v: 7, reason: 'duplicate', note: 'Seen twice' });
    expect(stale.body).toMatchObject({ status: 409, currentVersion: 1 });
    const gone = ok(
      await ask<Finding>(owner, 'POST', `${path}/dismiss`, { v: 1, reason: 'duplicate', note: 'Seen twice' }),
    );
    expect(gone).toMatchObject({ status: 'dismissed', v: 2, decidedBy: owner.userId });
    expect((await ask(owner, 'POST', `${path}/dismiss`, { v: 2, reason: 'duplicate', note: 'Again' })).body.code).toBe(
      'finding.not-open',
    );
    expect(ok(await ask<Finding>(owner, 'POST', `${path}/reopen`, { v: 2 })).status).toBe('open');
    expect((await ask(owner, 'POST', `${path}/reopen`, { v: 3 })).body.code).toBe('finding.not-dismissed');
    const told = ok(await ask<Page<Activity>>(owner, 'GET', `${path}/history`)).items;
    expect(told).toMatchObject([{ verb: 'reopened', about: ['duplicate'], note: 'Seen twice', actorId: owner.userId }]);
  });

  it('shows in the figures of the client’s overview', async () => {
    const company = await newCompany(owner);
    await see(company, [
      weakControl('key-x', { risk: 'critical', estimate: { minor: 49_500, currency: 'USD', hours: 3 } }),
      weakControl('key-y'),
    ]);
    await idle();
    const summary = async () =>
      ok(await ask<CompanyOverview>(owner, 'GET', `/companies/${company}/overview`)).summaries.find(
        (one) => one.feature === 'findings',
      )?.figures as FindingSummary;
    expect(await summary()).toMatchObject({ open: 2, estimateMinor: 49_500, byRisk: { critical: 1, high: 1 } });
    const [worst] = await list(company);
    ok(
      await ask(owner, 'POST', `/companies/${company}/findings/${worst?.findingId}/dismiss`, {
        v: 1,
        reason: 'wrong-data',
        note: 'Old data',
      }),
    );
    await idle();
    expect(await summary()).toMatchObject({ open: 1, estimateMinor: 0 });
  });
});

describe('who sees and decides', () => {
  it('is nobody of another MSP, no client user, and staff only for the clients they are named for', async () => {
    await see(companyId, [weakControl('decide'), weakControl('walled')]);
    const [finding] = await list(companyId, '?q=walled');
    const path = `/companies/${companyId}/findings/${finding?.findingId}`;
    expect((await ask(stranger, 'GET', path)).status).toBe(404);
    expect((await ask<Links>(stranger, 'GET', `${path}/links`)).body.items).toEqual([]);
    expect((await ask<{ items: [] }>(stranger, 'GET', `/companies/${companyId}/findings`)).body.items).toEqual([]);
    const client = await newClientUser(owner, companyId, 'admin');
    const elsewhere = await newStaff(owner, 'manager', [await newCompany(owner)]);
    for (const one of [path, `${path}/links`]) {
      expect((await ask(client, 'GET', one)).status).toBe(403);
      expect((await ask(elsewhere, 'GET', one)).status).toBe(404);
    }
    const everywhere = ok(await ask<{ items: Finding[] }>(elsewhere, 'GET', '/findings'));
    expect(everywhere.items).toEqual([]);
  });

  it('lets a viewer read and not decide', async () => {
    const viewer = await newStaff(owner, 'viewer');
    const [finding] = await list(companyId);
    const path = `/companies/${companyId}/findings/${finding?.findingId}`;
    expect((await ask(viewer, 'GET', path)).status).toBe(200);
    const answer = await http('POST', `/api${path}/dismiss`, {
      cookie: viewer.cookie,
      body: { v: 1, reason: 'duplicate', note: 'No way' },
    });
    expect(answer.body.code).toBe('access.forbidden');
  });
});
