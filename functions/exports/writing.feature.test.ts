import { beforeAll, expect, it } from 'vitest';
import { COMPANY_FIELDS, companyCells } from '../../shared/companies/company-import.ts';
import { importRows } from '../../shared/csv/import-rows.ts';
import type { ImportVerdict } from '../../shared/csv/importing.ts';
import { guessMapping } from '../../shared/csv/mapping.ts';
import { readCsv } from '../../shared/csv/read.ts';
import type { Export } from '../../shared/exports/export.ts';
import type { VisibleCompanies } from '../../shared/identity/membership.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Download } from '../../shared/reports/report.ts';
import { putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { type Scope, systemScope } from '../_kit/scope.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { as, idle } from '../_kit/testing/world.ts';
import { Units } from '../_kit/units.ts';
import { observe, weakControl } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, newStaff, type Owner, ok, unique } from '../identity/testing/members.ts';
import { ExportEntity, type ExportRow } from './export.entity.ts';
import { filesOf, type Writing } from './export-records.ts';
import { download, expiryFrom } from './exports.service.ts';
import { tend } from './tending.service.ts';
import { exported, fileOf, readExport } from './testing/exported.ts';
import { write } from './writing.service.ts';

const ROWS = 1_300;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let owner: Owner;
let scope: Scope;

beforeAll(async () => {
  owner = await easyMsp();
  scope = systemScope(owner.mspId, 'test');
  const companyId = await newCompany(owner);
  await observe(
    owner.mspId,
    companyId,
    Array.from({ length: ROWS }, (_, at) => weakControl(`c${String(at).padStart(4, '0')}`)),
  );
}, 120_000);

/** An export of all findings that nobody works at. */
async function begun(fields: Partial<ExportRow> = {}): Promise<Writing> {
  const writing = { mspId: owner.mspId, userId: owner.userId, exportId: newId(), attempt: 1 };
  const facts = {
    list: 'findings' as const,
    filter: { status: 'open' },
    status: 'queued' as const,
    rows: 0,
    parts: [],
    reach: 0,
    whole: false,
  };
  const row = stamped(scope, { ...facts, ...writing, expiresAt: expiryFrom(new Date()), ...fields });
  await as('exports-step-write', () => commit(scope, [put(ExportEntity, row)]));
  return writing;
}

const oneCall = (writing: Writing, units = new Units()) =>
  as('exports-step-write', () => write({ ...scope, units }, writing, () => false));
const tick = (ms: number) =>
  as('exports-schedule-tend-exports', () => tend({ ...scope, now: () => new Date(Date.now() + ms) }));
const linesOf = async (exportId: string) => (await fileOf(owner, exportId)).split('\r\n').slice(1, -1);

/** Every finding once. */
async function expectWhole({ exportId }: Writing): Promise<void> {
  expect(await readExport(owner, exportId)).toMatchObject({ status: 'finished', rows: ROWS });
  const lines = await linesOf(exportId);
  expect(lines).toHaveLength(ROWS);
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(ROWS);
}

it('goes on in the next call when time runs out, and says how far it is', async () => {
  const writing = await begun();
  expect((await oneCall(writing)).state).toBe('more');
  expect(await readExport(owner, writing.exportId)).toMatchObject({ status: 'running', rows: 1_000 });
  expect((await oneCall(writing)).state).toBe('whole');
  expect((await oneCall(writing)).state).toBe('whole');
  await tick(16 * MINUTE);
  await idle();
  await expectWhole(writing);
});

it('reads a thousand rows for what their pages cost, and counts them in one small commit', async () => {
  const units = new Units();
  await oneCall(await begun(), units);
  expect(units.read).toBeLessThanOrEqual(80);
  expect(units.write).toBeLessThanOrEqual(8);
});

it('loses nothing and doubles nothing when its worker is lost between storing a part and counting it', async () => {
  const writing = await begun();
  await oneCall(writing);
  const lost = new TextEncoder().encode('half of a part that nobody counted');
  await as('exports-step-write', () =>
    putFile(scope, filesOf(scope, writing).part(1), lost, { contentType: 'text/csv' }),
  );
  await tick(14 * MINUTE);
  expect(await readExport(owner, writing.exportId)).toMatchObject({ status: 'running', attempt: 1 });
  await Promise.all([tick(16 * MINUTE), tick(16 * MINUTE)]);
  await idle();
  await expectWhole(writing);
  expect((await readExport(owner, writing.exportId)).attempt).toBe(2);
  await expect(oneCall(writing)).rejects.toThrow('is over');
});

it.each([
  { step: 'write', effect: 'kill-worker-before', nth: 2 },
  { step: 'write', effect: 'kill-worker-after', nth: 1 },
  { step: 'write', effect: 'kill-worker-after', nth: 2 },
  { step: 'finish', effect: 'kill-worker-before', nth: 1 },
  { step: 'finish', effect: 'kill-worker-after', nth: 1 },
] as const)('is whole after $effect commit $nth of its step $step', async ({ step, ...strike }) => {
  const target = { mspId: owner.mspId, functionName: `exports-step-${step}` };
  const { exportId } = await during(target, { ...strike, times: 1 }, async () => {
    const started = ok(await ask<Export>(owner, 'POST', '/exports', { list: 'findings', filter: {} }));
    await idle();
    return started;
  });
  await expectWhole({ mspId: owner.mspId, userId: owner.userId, exportId, attempt: 1 });
  const bell = ok(await ask<{ items: { record: { id: string } }[] }>(owner, 'GET', '/notifications?limit=100'));
  expect(bell.items.filter(({ record }) => record.id === exportId)).toHaveLength(1);
});

it('is given up when it is lost again and again, and fails when a part is not what was stored', async () => {
  const again = await begun({ attempt: 3 });
  await tick(16 * MINUTE);
  expect((await readExport(owner, again.exportId)).failure).toContain('cut off');
  const altered = await begun({ whole: true, parts: [{ sha256: 'of another file', bytes: 1 }], reach: 1 });
  const other = new TextEncoder().encode('altered');
  await as('exports-step-write', () =>
    putFile(scope, filesOf(scope, altered).part(0), other, { contentType: 'text/csv' }),
  );
  await tick(16 * MINUTE);
  await idle();
  expect(await readExport(owner, altered.exportId)).toMatchObject({ status: 'failed' });
});

it('fails with the remedy when there are more rows than a file takes', async () => {
  const writing = await begun({ rows: 99_500 });
  await tick(16 * MINUTE);
  await idle();
  expect((await readExport(owner, writing.exportId)).failure).toContain('100,000 rows. Narrow it');
});

it('is cleared with all its files after seven days, and not before', async () => {
  const writing = await begun();
  await tick(16 * MINUTE);
  await idle();
  const { exportId } = writing;
  const { url } = ok(await ask<Download>(owner, 'GET', `/exports/${exportId}/download`));
  await tick(6 * DAY);
  expect((await fetch(url)).status).toBe(200);
  await tick(8 * DAY);
  expect((await fetch(url)).status).toBe(404);
  expect((await ask(owner, 'GET', `/exports/${exportId}`)).status).toBe(404);
});

it('of another MSP is neither taken up nor cleared', async () => {
  const writing = await begun();
  const stranger = await easyMsp();
  const now = () => new Date(Date.now() + 30 * DAY);
  await as('exports-schedule-tend-exports', () => tend({ ...systemScope(stranger.mspId, 'test'), now }));
  expect(await readExport(owner, writing.exportId)).toMatchObject({ status: 'queued', attempt: 1 });
});

it('of clients is written as an import reads it back: each value as it was', async () => {
  const name = unique('+Plus; "Sons"');
  ok(
    await ask(owner, 'POST', '/companies', {
      name,
      industry: 'Food,\nretail',
      website: 'https://plus.example',
      phone: '+1 503 555 0100',
      agreement: '=All-in',
      seats: 1_250,
      fiscalYearStart: 4,
      timeZone: 'America/Denver',
      status: 'onboarding',
    }),
  );
  const { done } = await exported(owner, { list: 'companies', filter: {} });
  const reading = readCsv(await fileOf(owner, done.exportId));
  if ('fault' in reading) throw new Error(reading.fault);
  const mapping = guessMapping(reading.table.columns, COMPANY_FIELDS);
  expect(Object.keys(mapping)).toHaveLength(COMPANY_FIELDS.length);
  const rows = importRows(reading.table, mapping, companyCells).map((row) => ('record' in row ? row.record : row));
  expect(rows).toContainEqual(expect.objectContaining({ name, industry: 'Food,\nretail', agreement: '=All-in' }));
  const checked = await ask<{ rows: ImportVerdict[] }>(owner, 'POST', '/company-import/check', { rows });
  expect(ok(checked).rows.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'same'));
});

it('is handed out while its owner still sees every client of which it tells', async () => {
  const [cedar, harbor] = [await newCompany(owner), await newCompany(owner)];
  const limited = await newStaff(owner, 'viewer', [harbor]);
  const clients = { list: 'companies', filter: {} };
  const [{ done: ofAll }, { done: ofHarbor }] = [await exported(owner, clients), await exported(limited, clients)];
  const asks = ({ userId, exportId }: Export, companies: VisibleCompanies) => {
    const actor: Actor = { kind: 'staff', mspId: owner.mspId, userId, role: 'viewer', companies };
    const reading: Scope = { ...scope, actor, access: 'read' };
    return as('exports-api', () => download(reading, { exportId }));
  };
  const refused = { status: 403, code: 'access.forbidden' };
  await expect(asks(ofAll, [cedar, harbor])).rejects.toMatchObject(refused);
  await expect(asks(ofHarbor, [cedar])).rejects.toMatchObject(refused);
  expect((await asks(ofAll, 'all')).fileName).toBe(ofAll.fileName);
  for (const companies of ['all' as const, [harbor], [harbor, cedar]])
    expect((await asks(ofHarbor, companies)).fileName).toBe(ofHarbor.fileName);
});
