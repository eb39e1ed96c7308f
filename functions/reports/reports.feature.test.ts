import { beforeAll, describe, expect, it } from 'vitest';
import { reportRequested } from '../../events/reports.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { Report } from '../../shared/reports/report.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import { putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { newId, sha256 } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, ok } from '../identity/testing/members.ts';
import { PRIVATE, present } from '../portal/testing/sent-budget.ts';
import { drawReport } from './pdf/draw.ts';
import { ReportEntity } from './report.entity.ts';
import { pdfFile, snapshotFile } from './report-records.ts';
import { frozenOf, frozenSection, madeReport, readReport, remade } from './testing/made-report.ts';
import { ASKED, bellOf, mailsAbout, pdfOf, type ReportingMsp, reportingMsp } from './testing/reporting-msp.ts';

let owner: ReportingMsp['owner'];
let manager: ReportingMsp['manager'];
let cedar: ReportingMsp['cedar'];
let karen: ReportingMsp['karen'];
let pathOf: ReportingMsp['pathOf'];
let made: ReportingMsp['made'];
let act: ReportingMsp['act'];
/** Made and never shown to the client. */
let report: Report;

beforeAll(async () => {
  ({ owner, manager, cedar, karen, pathOf, made, act } = await reportingMsp());
  report = await made({ note: 'A calm quarter.' });
});

describe('a report', () => {
  it('is frozen, drawn, filed, linked and told', async () => {
    expect(report).toMatchObject({ status: 'finished', attempt: 1, requestedBy: manager.userId, made: { version: 1 } });
    expect(report.made?.sections.map(({ id }) => id)).toEqual(['cover', 'roadmap', 'budget']);
    expect(report.made?.leftOut).toEqual([
      {
        id: 'secure-score',
        title: 'Microsoft 365 Secure Score',
        reason: 'No score of Microsoft 365 yet',
      },
    ]);
    const pdf = await pdfOf(manager, pathOf(report, '/download'));
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(report.made?.pdf).toMatchObject({ sha256: sha256(pdf), bytes: pdf.length, pages: 3 });

    const { items } = ok(await ask<{ items: Link[] }>(manager, 'GET', pathOf(report, '/links')));
    expect(items.map(({ from, role }) => [from.type, from.id, role]).sort()).toEqual([
      ['budget', cedar.budget.budgetId, 'reported-in'],
      ['planner-item', cedar.item.plannerItemId, 'reported-in'],
    ]);
    const about = await mailsAbout(manager.email, report.reportId);
    expect(about.map(({ subject }) => subject.split(':')[0])).toEqual(['Report ready']);
    expect(about[0]?.text).toContain(`/c/${cedar.companyId}/reports/${report.reportId}`);
    expect(await bellOf(manager, report)).toEqual(['report-finished']);
  });

  it('shows what the client may see and nothing else, and the same data gives the same paper', async () => {
    const { snapshot, text } = await frozenOf(report);
    expect(text).not.toContain(PRIVATE);
    expect(snapshot.note).toBe('A calm quarter.');
    expect(await frozenSection(report, 'roadmap')).toMatchObject({
      groups: [{ items: [{ plannerItemId: cedar.item.plannerItemId }] }],
    });
    expect(await frozenSection(report, 'budget')).toMatchObject({
      budgetId: cedar.budget.budgetId,
      waitingMinor: cedar.budget.sums.pending,
    });
    expect(sha256((await drawReport(snapshot)).pdf)).toBe(report.made?.pdf.sha256);
  });

  it('freezes devices, findings, goals and answers as staff see them, without what is theirs alone', async () => {
    const { companyId, budget } = await present(owner);
    const kim = await newClientUser(owner, companyId, 'approver');
    const client = `/companies/${companyId}`;
    const old = {
      name: 'OLD-01',
      type: 'laptop',
      model: 'Latitude 5440',
      purchased: '2015-01-01',
      user: 'eve@x.example',
    };
    ok(await ask(owner, 'POST', `${client}/devices`, { ...old, note: PRIVATE }));
    const goal = { title: 'Pass the audit', status: 'active', description: PRIVATE, why: 'The insurer asks.' };
    ok(await ask(owner, 'POST', `${client}/goals`, goal));
    await idle();
    const [{ budgetLineId = '', label = '' } = {}] = budget.lines;
    const answers = { sentVersion: budget.sentVersion, answers: [{ budgetLineId, decision: 'approved' }] };
    ok(await ask(kim, 'POST', `/portal/budgets/${budget.budgetId}/answers`, answers));
    ok(await ask(owner, 'POST', `${client}/budgets/${budget.budgetId}/replace`, { v: budget.v + 1 }));
    const sections = ['findings', 'devices', 'goals', 'licences', 'decisions'];
    const report = await madeReport(manager, companyId, { ...ASKED, sections });
    expect(report.made?.sections.map(({ id }) => id)).toEqual(['findings', 'devices', 'goals', 'decisions']);
    // What was answered to a budget that was replaced since was answered all the same.
    expect(await frozenSection(report, 'decisions')).toMatchObject([
      { what: label, name: 'Mia Member', decision: 'approved', budgetId: budget.budgetId, isReplaced: true },
    ]);
    expect(await frozenSection(report, 'devices')).toMatchObject({
      devices: 1,
      overdue: { count: 1 },
      worst: [{ name: 'OLD-01', due: '2020-01-01' }],
    });
    expect(await frozenSection(report, 'findings')).toMatchObject({ open: 1, planned: 0 });
    expect(await frozenSection(report, 'goals')).toMatchObject({
      open: [{ title: 'Pass the audit', standing: 'on-track' }],
      achieved: [],
    });
    const { text } = await frozenOf(report);
    expect(text).not.toContain(PRIVATE);
    expect(text).not.toContain('eve@x.example');
  });

  it('says why it failed, tells who asked, and can be made again', async () => {
    const scope = systemScope(owner.mspId, 'reports-test');
    const one = { companyId: cedar.companyId, reportId: newId() };
    const lost = { sha256: sha256('what was frozen'), bytes: 1 };
    const altered = {
      ...one,
      ...ASKED,
      note: '',
      status: 'rendering' as const,
      attempt: 1,
      requestedBy: manager.userId,
      frozen: { at: '2026-11-22T10:00:00.000Z', snapshot: lost, sections: [], leftOut: [] },
    };
    await as('reports-step-gather', async () => {
      const kind = { contentType: 'application/json' };
      await putFile(scope, snapshotFile(scope, one, lost), new TextEncoder().encode('{}'), kind);
      await commit(scope, [put(ReportEntity, stamped(scope, altered))], [reportRequested.of({ ...one, attempt: 1 })]);
    });
    await idle();
    const failed = await readReport(manager, one);
    expect(failed).toMatchObject({ status: 'failed' });
    expect(failed.failure).toContain('Make the report again');
    expect(await bellOf(manager, one)).toEqual(['report-failed']);
    expect((await ask(manager, 'GET', pathOf(one, '/download'))).body.code).toBe('report.not-made');
    expect((await act(failed, 'publish')).body.code).toBe('report.not-finished');
    const again = await remade(manager, failed);
    expect(again).toMatchObject({ status: 'finished', attempt: 2, made: { version: 1 } });
    expect(again.failure).toBeUndefined();
  });

  it('is not made when none of its sections has anything to show', async () => {
    const report = await made({ sections: ['cover', 'devices'] });
    expect(report).toMatchObject({ status: 'failed', failure: expect.stringContaining('anything to show yet') });
    expect(report.made).toBeUndefined();
  });
});

describe('others', () => {
  it('who may read may not arrange, make or send; who may not read sees nothing', async () => {
    const technician = await newStaff(owner, 'technician');
    const writes = [
      ['PATCH', '', { title: 'x' }],
      ['POST', '/make', {}],
      ['POST', '/publish', {}],
      ['DELETE', '', {}],
    ] as const;
    for (const [method, tail, body] of writes)
      expect((await ask(technician, method, pathOf(report, tail), { v: report.v, ...body })).status, tail).toBe(403);
    ok(await ask(technician, 'GET', pathOf(report, '/download')));
    expect((await ask(karen, 'GET', pathOf(report))).status).toBe(403);
  });

  it('of another MSP, or staff of another client, find none of it', async () => {
    const stranger = await easyMsp();
    const elsewhere = await newStaff(owner, 'manager', [await newCompany(owner)]);
    for (const who of [stranger, elsewhere]) {
      expect((await ask<{ items?: [] }>(who, 'GET', pathOf(report, '/history'))).body.items ?? []).toEqual([]);
      for (const tail of ['', '/download', '/verification', '/deliveries'])
        expect((await ask(who, 'GET', pathOf(report, tail))).status, tail).toBe(404);
      expect((await ask(who, 'POST', pathOf(report, '/publish'), { v: report.v })).status).toBe(404);
      expect((await ask(who, 'GET', `/companies/${cedar.companyId}/report-recipients`)).status).toBe(404);
    }
  });

  it('of another company are shut off by S3 itself, even under a link that the code signed', async () => {
    const actor: Actor = {
      kind: 'client',
      mspId: owner.mspId,
      userId: karen.userId,
      role: 'approver',
      companyId: await newCompany(owner),
    };
    const scope = systemScope(owner.mspId, 'portal-test', { actor, access: 'read' });
    const file = pdfFile(scope, report, report.made?.pdf ?? { sha256: '' });
    const { url } = await as('portal-api', () => linkTo(scope, file));
    expect((await fetch(url)).status).toBe(403);
  });
});
