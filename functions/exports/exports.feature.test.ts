import { beforeAll, describe, expect, it } from 'vitest';
import { exportRequested } from '../../events/exports.ts';
import { type Export, MOST_KEPT } from '../../shared/exports/export.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { type Scope, systemScope } from '../_kit/scope.ts';
import { as, idle, logs } from '../_kit/testing/world.ts';
import { observe, weakControl } from '../findings/testing/raised.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
  unique,
} from '../identity/testing/members.ts';
import { present } from '../portal/testing/sent-budget.ts';
import { ExportEntity, type ExportRow } from './export.entity.ts';
import { filesOf } from './export-records.ts';
import { expiryFrom } from './exports.service.ts';
import { exported, fileOf, readExport } from './testing/exported.ts';

let owner: Owner;
let cedar: string;
let harbor: string;
let limited: Member;
let technician: Member;

beforeAll(async () => {
  owner = await easyMsp();
  cedar = await newCompany(owner, unique('Cedar, Ridge'));
  harbor = await newCompany(owner, unique('Harbor'));
  await observe(owner.mspId, cedar, [
    weakControl('plain'),
    weakControl('risky', {
      title: '=HYPERLINK("http://evil.example","pay")',
      estimate: { minor: 149_050, currency: 'USD' },
    }),
  ]);
  await observe(owner.mspId, harbor, [weakControl('harbor')]);
  limited = await newStaff(owner, 'viewer', [harbor]);
  technician = await newStaff(owner, 'technician');
});

const findings = { list: 'findings', filter: {} };

/** A queued export that nobody works at yet. */
async function queued(userId: string, fields: Partial<ExportRow> = {}, told = true): Promise<string> {
  const exportId = newId();
  const scope: Scope = systemScope(owner.mspId, 'test');
  const facts = {
    list: 'companies' as const,
    filter: {},
    status: 'queued' as const,
    attempt: 1,
    rows: 0,
    parts: [],
    reach: 0,
    whole: false,
  };
  const row = stamped(scope, { ...facts, userId, exportId, expiresAt: expiryFrom(new Date()), ...fields });
  const fact = exportRequested.of({ userId, exportId, attempt: row.attempt });
  await as('exports-step-write', () => commit(scope, [put(ExportEntity, row)], told ? [fact] : []));
  return exportId;
}

describe('an export', () => {
  it('holds every row with raw values, says how many, and is told in the bell', async () => {
    const { done, head, lines } = await exported(owner, findings);
    expect(done).toMatchObject({ status: 'finished', rows: 3, attempt: 1, list: 'findings' });
    expect(done.fileName).toMatch(/^findings-\d{4}-\d\d-\d\d\.csv$/);
    expect(head).toBe(
      '\uFEFFFinding,Client,Risk,Status,Source,Why,Records affected,Estimate,Saving a year,Currency,Raised,Decided,Healed',
    );
    const risky = lines.find((line) => line.includes('HYPERLINK'));
    expect(risky).toMatch(
      /^"'=HYPERLINK\(""http:\/\/evil\.example"",""pay""\)","Cedar, Ridge-[^"]+",high,open,m365,Points are lost\.,0,1490\.5,,USD,\d{4}-\d\d-\d\dT[\d:.]+Z,,$/,
    );
    const bell = ok(
      await ask<{ items: { type: string; record: { id: string }; params: object }[] }>(owner, 'GET', '/notifications'),
    );
    const told = bell.items.filter(({ record }) => record.id === done.exportId);
    expect(told).toMatchObject([{ type: 'export-finished', params: { list: 'findings', rows: 3 } }]);
  });

  it('follows the filters of the list, and one client when asked', async () => {
    expect((await exported(owner, { ...findings, companyId: harbor })).lines).toHaveLength(1);
    expect((await exported(owner, { ...findings, filter: { q: 'control p' } })).lines).toHaveLength(1);
    expect((await exported(owner, { ...findings, filter: { status: 'healed' } })).lines).toEqual([]);
  });

  it('shows staff who see some clients only those', async () => {
    const { lines } = await exported(limited, findings);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['Control harbor']);
    const companies = await exported(limited, { list: 'companies', filter: {} });
    expect(companies.lines).toHaveLength(1);
    const other = await ask(limited, 'POST', '/exports', { ...findings, companyId: cedar });
    expect(other.status).toBe(404);
  });

  it('can be had of every list', async () => {
    const { companyId } = await present(owner);
    const one = { companyId, filter: {} };
    const [items, budgets, reports, users, licences] = [
      await exported(owner, { ...one, list: 'planner', filter: { lanes: ['infrastructure'] } }),
      await exported(owner, { ...one, list: 'budgets' }),
      await exported(owner, { ...one, list: 'reports' }),
      await exported(owner, { ...one, list: 'm365-users' }),
      await exported(owner, { ...one, list: 'm365-licences' }),
    ];
    expect(items.lines).toMatchObject([
      expect.stringMatching(/^New imaging servers,infrastructure,.*,2031-01-04,2031-03-31,/),
    ]);
    expect(budgets.lines).toMatchObject([expect.stringMatching(/^IT budget 2031,2031,pending,/)]);
    expect([reports, users, licences].map(({ lines }) => lines)).toEqual([[], [], []]);
    const device = {
      name: 'CRD-WS-1',
      type: 'workstation',
      purchased: '2019-03-01',
      serial: '8XK2',
      costMinor: 104_900,
    };
    ok(await ask(owner, 'POST', `/companies/${companyId}/devices`, device));
    const devices = await exported(owner, { ...one, list: 'devices' });
    expect(devices.lines).toMatchObject([
      expect.stringMatching(/^CRD-WS-1,.*,Workstation,,,8XK2,.*,2019-03-01,1049,.*,overdue,2024-03-01,no,1100,USD,/),
    ]);
    expect((await exported(owner, { list: 'devices', filter: { q: 'crd-ws' } })).lines).toHaveLength(1);
    expect((await exported(owner, { ...one, list: 'planner', filter: { lanes: ['security'] } })).lines).toEqual([]);
  });

  it('is refused to who may not read the list, and in the wrong words', async () => {
    const budgets = await ask(technician, 'POST', '/exports', { list: 'budgets', companyId: cedar, filter: {} });
    expect([budgets.status, budgets.body.code]).toEqual([403, 'access.forbidden']);
    const client = await newClientUser(owner, cedar, 'admin');
    expect((await ask(client, 'POST', '/exports', findings)).status).toBe(403);
    expect((await ask(owner, 'POST', '/exports', { list: 'tickets', filter: {} })).status).toBe(400);
  });

  it('fails with the reason when who asked may read it no longer, and can be tried again', async () => {
    const ids = [
      await queued(technician.userId, { list: 'budgets', companyId: cedar }),
      await queued(limited.userId, { list: 'findings', filter: { status: 'open' }, companyId: cedar }),
      await queued(newId()),
    ];
    await idle();
    const failed = await readExport(technician, ids[0] ?? '');
    expect(failed).toMatchObject({ status: 'failed', rows: 0 });
    expect(failed.failure).toContain('no longer read');
    expect((await readExport(limited, ids[1] ?? '')).status).toBe('failed');
    const bell = ok(
      await ask<{ items: { type: string; record: { id: string } }[] }>(technician, 'GET', '/notifications'),
    );
    expect(bell.items.find(({ record }) => record.id === failed.exportId)?.type).toBe('export-failed');

    const again = ok(await ask<Export>(technician, 'POST', `/exports/${failed.exportId}/retry`, { v: failed.v }));
    expect(again).toMatchObject({ status: 'queued', attempt: 2 });
    await idle();
    expect((await readExport(technician, failed.exportId)).status).toBe('failed');
  });

  it('is not handed out to its owner once they may read the list no longer', async () => {
    const facts = { list: 'budgets' as const, companyId: cedar, status: 'finished' as const, fileName: 'budgets.csv' };
    const exportId = await queued(technician.userId, facts, false);
    const answer = await ask(technician, 'GET', `/exports/${exportId}/download`);
    expect([answer.status, answer.body.code]).toEqual([403, 'access.forbidden']);
  });

  it('is not tried again when it is finished, and goes when its owner deletes it', async () => {
    const { done } = await exported(owner, findings);
    const retry = await ask(owner, 'POST', `/exports/${done.exportId}/retry`, { v: done.v });
    expect([retry.status, retry.body.code]).toEqual([422, 'export.not-failed']);
    ok(await ask(owner, 'DELETE', `/exports/${done.exportId}`, { v: done.v }));
    expect((await ask(owner, 'GET', `/exports/${done.exportId}`)).status).toBe(404);
    expect((await ask(owner, 'GET', `/exports/${done.exportId}/download`)).status).toBe(404);
    const mine = ok(await ask<{ items: Export[] }>(owner, 'GET', '/exports?limit=100'));
    expect(mine.items.map(({ exportId }) => exportId)).not.toContain(done.exportId);
  });

  it('is one of at most twenty that a person keeps, three of them being written', async () => {
    const hoarder = await newStaff(owner, 'viewer');
    const three = await Promise.all([1, 2, 3].map(() => queued(hoarder.userId, {}, false)));
    const busy = await ask(hoarder, 'POST', '/exports', findings);
    expect([busy.status, busy.body.code]).toEqual([422, 'export.too-many']);
    const running = await readExport(hoarder, three[0] ?? '');
    const early = await ask(hoarder, 'GET', `/exports/${running.exportId}/download`);
    expect(early.body.code).toBe('export.not-finished');
    expect((await ask(hoarder, 'DELETE', `/exports/${running.exportId}`, { v: running.v })).body.code).toBe(
      'export.under-way',
    );
    const keeper = await newStaff(owner, 'viewer');
    for (let at = 0; at < MOST_KEPT; at += 1) await queued(keeper.userId, { status: 'failed' }, false);
    const full = await ask(keeper, 'POST', '/exports', findings);
    expect([full.status, full.body.code]).toEqual([422, 'export.too-many']);
    expect(full.body.detail).toContain('Delete one');
  });
});

it('is asked for in one commit within what a mutation may cost', async () => {
  const answer = await ask<Export>(owner, 'POST', '/exports', findings);
  ok(answer);
  const line = (await logs()).find(
    ({ requestId, message }) => message === 'request' && requestId === answer.headers.get('x-request-id'),
  );
  expect(line?.units?.write).toBeLessThanOrEqual(12);
  await idle();
});

describe('somebody else', () => {
  it('of the same MSP, or of another, finds no such export', async () => {
    const { done } = await exported(owner, findings);
    const stranger = await easyMsp();
    for (const who of [technician, stranger]) {
      expect((await ask(who, 'GET', `/exports/${done.exportId}`)).status).toBe(404);
      expect((await ask(who, 'GET', `/exports/${done.exportId}/download`)).status).toBe(404);
      expect((await ask(who, 'DELETE', `/exports/${done.exportId}`, { v: done.v })).status).toBe(404);
      expect((await ask(who, 'POST', `/exports/${done.exportId}/retry`, { v: done.v })).status).toBe(404);
    }
    expect(await fileOf(owner, done.exportId)).toContain('Control plain');
  });

  it('is shut off by S3 itself, even under a link that the code signed', async () => {
    const { done } = await exported(owner, findings);
    const key = filesOf(systemScope(owner.mspId, 'test'), done).whole;
    const stranger = await easyMsp();
    const other: Actor = {
      kind: 'staff',
      mspId: stranger.mspId,
      userId: stranger.userId,
      role: 'owner',
      companies: 'all',
    };
    const client: Actor = { kind: 'client', mspId: owner.mspId, userId: newId(), role: 'admin', companyId: cedar };
    for (const actor of [other, client]) {
      const scope = systemScope(actor.mspId, 'test', { actor, access: 'read' });
      const { url } = await as('exports-api', () => linkTo(scope, key));
      expect((await fetch(url)).status).toBe(403);
    }
  });
});
