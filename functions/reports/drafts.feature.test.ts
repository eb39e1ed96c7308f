import { beforeAll, describe, expect, it } from 'vitest';
import type { Arrangement, Report } from '../../shared/reports/report.ts';
import { USUAL } from '../../shared/reports/section-facts.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import { commit } from '../_kit/commit.ts';
import { newId, sha256 } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { systemScope } from '../_kit/scope.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, ok } from '../identity/testing/members.ts';
import { ReportEntity } from './report.entity.ts';
import { pdfFile } from './report-records.ts';
import { readReport, remade } from './testing/made-report.ts';
import { ASKED, pdfOf, type ReportingMsp, reportingMsp } from './testing/reporting-msp.ts';

let owner: ReportingMsp['owner'];
let manager: ReportingMsp['manager'];
let cedar: ReportingMsp['cedar'];
let pathOf: ReportingMsp['pathOf'];
let begun: ReportingMsp['begun'];
let made: ReportingMsp['made'];
let act: ReportingMsp['act'];
let edit: ReportingMsp['edit'];

beforeAll(async () => {
  ({ owner, manager, cedar, pathOf, begun, made, act, edit } = await reportingMsp());
});

describe('a draft', () => {
  it('begins with what is proposed, keeps every change, and tells two people at it apart', async () => {
    const draft = await begun();
    expect(draft).toMatchObject({ status: 'draft', attempt: 0, note: '', sections: USUAL });
    expect(draft.title).toMatch(/^Quarterly review, Q[1-4] \d{4}$/);
    const moved = ok(await edit(draft, { sections: ['cover', 'budget', 'roadmap'], note: 'Thank you.' }));
    expect(moved).toMatchObject({ sections: ['cover', 'budget', 'roadmap'], note: 'Thank you.', title: draft.title });
    expect((await edit(draft, { title: 'Other' })).body).toMatchObject({ status: 409, currentVersion: moved.v });
    const codeOf = async (body: object) => (await edit(moved, body)).body.errors?.[0]?.path;
    expect(await codeOf({ sections: [] })).toBe('sections');
    expect(await codeOf({ sections: ['weather'] })).toBe('sections.0');
    expect(await codeOf({ period: { from: '2026-02-01', to: '2026-01-01' } })).toBe('period.to');
    ok(await ask(manager, 'DELETE', pathOf(moved), { v: moved.v }));
    expect((await ask(manager, 'GET', pathOf(moved))).status).toBe(404);
  });

  it('made anew is another version; the one before stays as it was', async () => {
    const first = await made();
    const draft = ok(await edit(first, { sections: ['budget', 'roadmap'] }));
    expect(draft).toMatchObject({ status: 'draft', made: { version: 1 } });
    expect((await act(draft, 'publish')).body.code).toBe('report.not-finished');
    expect((await ask(manager, 'DELETE', pathOf(draft), { v: draft.v })).body.code).toBe('report.made');
    const before = await pdfOf(manager, pathOf(draft, '/download'));
    expect(sha256(before)).toBe(first.made?.pdf.sha256);
    const second = await remade(manager, draft);
    expect(second).toMatchObject({
      status: 'finished',
      made: { version: 2, sections: [{ id: 'budget' }, { id: 'roadmap' }] },
    });
    expect(second.made?.pdf.sha256).not.toBe(first.made?.pdf.sha256);
    const { url } = await as('reports-api', () => {
      const scope = systemScope(owner.mspId, 'reports-test');
      return linkTo(scope, pdfFile(scope, first, first.made?.pdf ?? { sha256: '' }));
    });
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(before)).toBe(true);
  });

  it('waits while it is made', async () => {
    const scope = systemScope(owner.mspId, 'reports-test');
    const one = { companyId: cedar.companyId, reportId: newId() };
    const fields = { ...one, ...ASKED, note: '', status: 'queued' as const, attempt: 1, requestedBy: manager.userId };
    await as('reports-step-gather', () => commit(scope, [put(ReportEntity, stamped(scope, fields))]));
    const report = await readReport(manager, one);
    expect((await edit(report, { title: 'Other' })).body.code).toBe('report.under-way');
    expect((await act(report, 'make')).body.code).toBe('report.under-way');
  });

  it('begins in the order that the MSP keeps', async () => {
    const msp = await easyMsp();
    const companyId = await newCompany(msp);
    const kept = { sections: ['cover', 'goals', 'roadmap'], v: 0 };
    const put_ = () => ask<Arrangement>(msp, 'PUT', '/report-arrangement', kept);
    expect(ok(await put_())).toEqual({ sections: kept.sections, v: 1 });
    expect((await put_()).status).toBe(409);
    const draft = ok(await ask<Report>(msp, 'POST', `/companies/${companyId}/reports`, {}));
    expect(draft.sections).toEqual(kept.sections);
    const usual = ok(await ask<Arrangement>(manager, 'GET', '/report-arrangement'));
    expect(usual).toEqual({ sections: USUAL, v: 0 });
    const { v } = ok(await ask<{ v: number }>(msp, 'GET', `/companies/${companyId}`));
    ok(await ask(msp, 'POST', `/companies/${companyId}/archive`, { v }));
    expect((await ask(msp, 'POST', `/companies/${companyId}/reports`, {})).body.code).toBe('company.archived');
  });
});
