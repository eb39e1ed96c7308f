import { beforeAll, describe, expect, it } from 'vitest';
import type { Attachment, UploadTarget } from '../../shared/attachments/attachment.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Download } from '../../shared/reports/report.ts';
import { linkTo, uploadLinkTo } from '../_kit/clients/file-links.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, logs } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';
import { bytesOf } from './attachments.service.ts';
import { clearFiles } from './clearing.service.ts';
import { announced, attached, put } from './testing/attached.ts';

let owner: Owner;
let manager: Member;
let technician: Member;
let companyId: string;
let path: string;

const about = (type: string, id: string, company = companyId) => `/companies/${company}/attachments/${type}/${id}`;
const read = async (who: Pick<Member, 'cookie'>, record = path) =>
  ok(await ask<Page<Attachment>>(who, 'GET', record)).items;
const names = async (who: Pick<Member, 'cookie'>, record = path) => (await read(who, record)).map(({ name }) => name);
const linkOf = (who: Pick<Member, 'cookie'>, id: string, record = path) =>
  ask<Download>(who, 'GET', `${record}/${id}/download`);

async function newItem(title: string): Promise<string> {
  const item = { title };
  const { plannerItemId } = ok(
    await ask<PlannerItemDetail>(owner, 'POST', `/companies/${companyId}/planner-items`, item),
  );
  return about('planner-item', plannerItemId);
}

/** What the clock finds `minutes` from now. */
const clearedAfter = (minutes: number) =>
  as('attachments-schedule-clear-files', () =>
    clearFiles(systemScope(owner.mspId, 'test', { now: () => new Date(Date.now() + minutes * 60_000) })),
  );

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
  manager = await newStaff(owner, 'manager');
  technician = await newStaff(owner, 'technician');
  path = await newItem('Replace servers');
});

describe('a file on a record', () => {
  it('is announced, put into the store of files, confirmed, and fetched as it was, under its own name', async () => {
    const file = await attached(manager, path, 'Angebot für Käthe & Söhne.PDF', '%PDF the quote');
    expect(file).toMatchObject({ v: 2, status: 'ready', contentType: 'application/pdf', bytes: 14 });
    expect(file).not.toHaveProperty('clearAt');
    expect(await names(technician)).toEqual(['Angebot für Käthe & Söhne.PDF']);
    const { url, fileName } = ok(await linkOf(technician, file.attachmentId));
    const answer = await fetch(url);
    expect([await answer.text(), fileName]).toEqual(['%PDF the quote', 'Angebot für Käthe & Söhne.PDF']);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="Angebot f-r K-the - S-hne.PDF"; ' +
        "filename*=UTF-8''Angebot%20f%C3%BCr%20K%C3%A4the%20%26%20S%C3%B6hne.PDF",
    );
  });

  it('is seen by nobody before it has arrived, and is refused until then', async () => {
    const record = await newItem('Nothing yet');
    const { attachmentId, v } = ok(await ask<Attachment>(manager, 'POST', record, announced('plan.txt', 'the plan')));
    expect(await names(owner, record)).toEqual([]);
    expect((await linkOf(owner, attachmentId, record)).status).toBe(404);
    const early = await ask(manager, 'POST', `${record}/${attachmentId}/finish`, { v });
    expect([early.status, early.body.detail]).toEqual([422, 'plan.txt has not arrived whole. Attach it again.']);
    const target = ok(await ask<UploadTarget>(manager, 'POST', `${record}/${attachmentId}/upload`));
    expect((await put(target, 'the plan')).status).toBe(200);
    expect(ok(await ask<Attachment>(manager, 'POST', `${record}/${attachmentId}/finish`, { v })).status).toBe('ready');
    // Once more, as after a lost answer: nothing moves.
    expect(ok(await ask<Attachment>(manager, 'POST', `${record}/${attachmentId}/finish`, { v: 2 })).v).toBe(2);
    const again = await ask(manager, 'POST', `${record}/${attachmentId}/upload`);
    expect([again.status, again.body.detail]).toEqual([422, 'This file is there already. Reload the page.']);
  });

  it('is taken by S3 only as it was announced: no other bytes, no other kind', async () => {
    const record = await newItem('Forged');
    const { attachmentId } = ok(await ask<Attachment>(manager, 'POST', record, announced('a.txt', 'honest')));
    const target = ok(await ask<UploadTarget>(manager, 'POST', `${record}/${attachmentId}/upload`));
    expect((await put(target, 'forged')).status).toBe(400);
    expect((await put(target, 'a longer text')).status).toBe(403);
    expect((await put(target, 'honest', { 'content-type': 'text/html' })).status).toBe(403);
    expect((await put(target, 'honest', { 'content-disposition': 'inline' })).status).toBe(403);
    expect((await put(target, 'honest')).status).toBe(200);
  });

  it('is deleted by who attached it, or by the owner; its bytes go with the clock', async () => {
    const record = await newItem('To be tidied');
    const [mine, theirs] = [
      await attached(manager, record, 'mine.csv', 'a;b'),
      await attached(technician, record, 'theirs.csv', 'c;d'),
    ];
    const others = await ask(manager, 'DELETE', `${record}/${theirs.attachmentId}`, { v: theirs.v });
    expect([others.status, others.body.detail]).toEqual([403, expect.stringContaining('Only who attached')]);
    expect((await ask(manager, 'DELETE', `${record}/${mine.attachmentId}`, { v: 1 })).status).toBe(409);
    const { url } = ok(await linkOf(manager, mine.attachmentId, record));
    ok(await ask(manager, 'DELETE', `${record}/${mine.attachmentId}`, { v: mine.v }));
    ok(await ask(owner, 'DELETE', `${record}/${theirs.attachmentId}`, { v: theirs.v }));
    expect(await names(owner, record)).toEqual([]);
    expect((await linkOf(manager, mine.attachmentId, record)).status).toBe(404);
    expect((await ask(manager, 'DELETE', `${record}/${mine.attachmentId}`, { v: 3 })).status).toBe(404);
    await clearedAfter(10);
    expect((await fetch(url)).status).toBe(200);
    await clearedAfter(20);
    expect((await fetch(url)).status).toBe(404);
  });

  it('that never arrives is forgotten; one that did stays', async () => {
    const record = await newItem('Cut off');
    const kept = await attached(manager, record, 'kept.txt', 'kept');
    const lost = ok(await ask<Attachment>(manager, 'POST', record, announced('lost.txt', 'lost')));
    await clearedAfter(70);
    ok(await ask<UploadTarget>(manager, 'POST', `${record}/${lost.attachmentId}/upload`));
    await clearedAfter(80);
    expect((await ask(manager, 'POST', `${record}/${lost.attachmentId}/upload`)).status).toBe(404);
    expect((await ask(manager, 'POST', `${record}/${lost.attachmentId}/finish`, { v: lost.v })).status).toBe(404);
    expect(await names(owner, record)).toEqual(['kept.txt']);
    expect((await fetch(ok(await linkOf(owner, kept.attachmentId, record)).url)).status).toBe(200);
  });

  it('is one of fifty at most', async () => {
    const record = await newItem('Full');
    const gone = ok(await ask<Attachment>(manager, 'POST', record, announced('0.txt', 'x')));
    for (let at = 1; at < 50; at += 1) ok(await ask(manager, 'POST', record, announced(`${at}.txt`, 'x')));
    const more = await ask(manager, 'POST', record, announced('more.txt', 'x'));
    expect([more.status, more.body.detail]).toEqual([
      422,
      'A record holds 50 files. Delete one that is no longer needed.',
    ]);
    ok(await ask(manager, 'DELETE', `${record}/${gone.attachmentId}`, { v: gone.v }));
    ok(await ask(manager, 'POST', record, announced('instead.txt', 'x')));
  });

  it('says what is wrong with it', async () => {
    const wrong = async (name: string, other: object = {}) => {
      const answer = await ask(manager, 'POST', path, { ...announced(name, 'x'), ...other });
      return [answer.status, answer.body.errors?.[0]?.path, answer.body.errors?.[0]?.message];
    };
    const kind = 'Files of this kind are not taken. Attach a document, picture, mail, text or ZIP file.';
    expect(await wrong('setup.exe')).toEqual([400, 'name', kind]);
    expect(await wrong('page.html')).toEqual([400, 'name', kind]);
    expect(await wrong('.pdf')).toEqual([400, 'name', kind]);
    expect(await wrong('../../etc.txt')).toEqual([400, 'name', expect.stringContaining('characters')]);
    expect(await wrong('invoice\u202Efdp.txt')).toEqual([400, 'name', expect.stringContaining('characters')]);
    expect(await wrong('a.txt', { bytes: 0 })).toEqual([400, 'bytes', 'The file is empty.']);
    expect(await wrong('a.txt', { bytes: 25_000_001 })).toEqual([400, 'bytes', expect.stringContaining('25 MB')]);
    expect(await wrong('a.txt', { sha256: 'no' })).toEqual([400, 'sha256', expect.stringContaining('SHA-256')]);
    expect((await ask(manager, 'POST', about('planner-item', companyId), announced('a.txt', 'x'))).status).toBe(404);
  });

  it('costs half a read unit to list, in one round trip after the session', async () => {
    await read(owner);
    const line = (await logs()).findLast(({ operation }) => operation === 'attachments.list');
    expect(line?.units).toMatchObject({ read: 1.5, calls: 2 });
  });
});

describe('who may not', () => {
  it('read a record, sees no file on it; who may only read attaches none', async () => {
    const asked = { title: 'IT budget', fiscalYear: 2031, plannerItemIds: [] };
    const budget = ok(await ask<{ budgetId: string }>(owner, 'POST', `/companies/${companyId}/budgets`, asked));
    const record = about('budget', budget.budgetId);
    const { attachmentId } = await attached(owner, record, 'margin.xlsx', 'thin');
    expect((await ask(technician, 'GET', record)).status).toBe(403);
    expect((await linkOf(technician, attachmentId, record)).status).toBe(403);
    expect((await ask(technician, 'POST', record, announced('a.txt', 'x'))).status).toBe(403);
    const viewer = await newStaff(owner, 'viewer');
    expect(await names(viewer, record)).toEqual(['margin.xlsx']);
    expect((await ask(viewer, 'POST', record, announced('a.txt', 'x'))).status).toBe(403);
  });

  it('upload in place of somebody else', async () => {
    const { attachmentId, v } = ok(await ask<Attachment>(manager, 'POST', path, announced('own.txt', 'x')));
    expect((await ask(technician, 'POST', `${path}/${attachmentId}/upload`)).status).toBe(403);
    expect((await ask(technician, 'POST', `${path}/${attachmentId}/finish`, { v })).status).toBe(403);
  });

  it('see the client, other MSPs and client users among them, finds nothing', async () => {
    const { attachmentId } = await attached(owner, path, 'private.txt', 'among ourselves');
    const limited = await newStaff(owner, 'manager', [await newCompany(owner)]);
    const client = await newClientUser(owner, companyId, 'admin');
    const stranger = await easyMsp();
    const answers = async (who: Pick<Member, 'cookie'>) => [
      (await ask(who, 'GET', path)).status,
      (await linkOf(who, attachmentId)).status,
      (await ask(who, 'POST', path, announced('a.txt', 'x'))).status,
    ];
    expect(await answers(limited)).toEqual([404, 404, 404]);
    expect(await answers(stranger)).toEqual([200, 404, 404]);
    expect(await names(stranger)).toEqual([]);
    expect(await answers(client)).toEqual([403, 403, 403]);
  });

  it('is shut off by S3 itself, even under a link that the code signed', async () => {
    const { attachmentId } = await attached(owner, path, 'kept in.txt', 'kept in');
    const key = bytesOf(systemScope(owner.mspId, 'test'), { companyId, attachmentId });
    const { mspId, userId } = await easyMsp();
    const other: Actor = { kind: 'staff', mspId, userId, role: 'owner', companies: 'all' };
    const client: Actor = { kind: 'client', mspId: owner.mspId, userId: newId(), role: 'admin', companyId };
    const file = { ...announced('over.txt', 'over'), contentType: 'text/plain' };
    for (const actor of [other, client]) {
      const scope = systemScope(actor.mspId, 'test', { actor });
      const { url } = await as('attachments-api', () => linkTo(scope, key));
      expect((await fetch(url)).status).toBe(403);
      const target = await as('attachments-api', () => uploadLinkTo(scope, key, file));
      expect((await put(target, 'over')).status).toBe(403);
    }
  });
});
