import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { PortalReport } from '../../shared/portal/portal.ts';
import type { Delivery, Reachable } from '../../shared/reports/recipient.ts';
import type { Verification } from '../../shared/reports/report.ts';
import { putFile } from '../_kit/clients/files.ts';
import { newId, sha256 } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle } from '../_kit/testing/world.ts';
import { ask, ok } from '../identity/testing/members.ts';
import { PRIVATE, present } from '../portal/testing/sent-budget.ts';
import { pdfFile } from './report-records.ts';
import { download as downloadAt } from './reports.service.ts';
import { madeReport } from './testing/made-report.ts';
import { ASKED, fetched, mailsAbout, pdfOf, type ReportingMsp, reportingMsp } from './testing/reporting-msp.ts';

let owner: ReportingMsp['owner'];
let manager: ReportingMsp['manager'];
let cedar: ReportingMsp['cedar'];
let karen: ReportingMsp['karen'];
let pathOf: ReportingMsp['pathOf'];
let made: ReportingMsp['made'];
let act: ReportingMsp['act'];
let edit: ReportingMsp['edit'];

beforeAll(async () => {
  ({ owner, manager, cedar, karen, pathOf, made, act, edit } = await reportingMsp());
});

describe('a published report', () => {
  it('reaches the client, stays as it is, and goes when it is withdrawn', async () => {
    const report = await made({ sections: ['roadmap'], note: PRIVATE });
    const { reportId } = report;
    const seen = async () => ok(await ask<{ items: PortalReport[] }>(karen, 'GET', '/portal/reports')).items;
    const ids = async () => (await seen()).map((one) => one.reportId);
    const theirs = `/portal/reports/${reportId}/download`;
    expect(await ids()).not.toContain(reportId);
    expect((await ask(karen, 'GET', theirs)).status).toBe(404);

    const published = ok(await act(report, 'publish'));
    expect(published).toMatchObject({ sealedBy: manager.userId, publishedAt: published.sealedAt });
    expect(await ids()).toContain(reportId);
    const shown = JSON.stringify(await seen());
    for (const secret of [PRIVATE, manager.userId, manager.email, 'requestedBy', 'sealedBy', 'leftOut'])
      expect(shown).not.toContain(secret);
    expect(sha256(await pdfOf(karen, theirs))).toBe(report.made?.pdf.sha256);
    expect((await act(published, 'publish')).body.code).toBe('report.published');
    expect((await edit(published, { title: 'Other' })).body.code).toBe('report.sealed');
    expect((await act(published, 'make')).body.code).toBe('report.sealed');

    const withdrawn = ok(await act(published, 'withdraw'));
    expect(await ids()).not.toContain(reportId);
    expect((await ask(karen, 'GET', theirs)).status).toBe(404);
    expect((await act(withdrawn, 'withdraw')).body.code).toBe('report.not-published');
    expect((await edit(withdrawn, { title: 'Other' })).body.code).toBe('report.sealed');
    expect(ok(await act(withdrawn, 'publish')).sealedAt).toBe(published.sealedAt);
  });

  it('is the same next year, byte by byte, whatever has changed since', async () => {
    const { companyId, item } = await present(owner);
    const report = await madeReport(manager, companyId, { ...ASKED, sections: ['cover', 'roadmap'] });
    const one = `/companies/${companyId}/reports/${report.reportId}`;
    ok(await ask(manager, 'POST', `${one}/publish`, { v: report.v }));
    const today = await pdfOf(manager, `${one}/download`);
    const { v } = ok(await ask<{ v: number }>(owner, 'GET', '/msp'));
    ok(await ask(owner, 'PATCH', '/msp', { v, name: 'Another name', accent: '#7a1f5f' }));
    const itemPath = `/companies/${companyId}/planner-items/${item.plannerItemId}`;
    const plan = ok(await ask<{ v: number }>(owner, 'PATCH', itemPath, { v: item.v, title: 'Something else' }));
    ok(await ask(owner, 'POST', `${itemPath}/publish`, { v: plan.v }));
    await idle();
    const now = () => new Date(Date.now() + 370 * 86_400_000);
    const actor: Actor = {
      kind: 'staff',
      mspId: owner.mspId,
      userId: manager.userId,
      role: 'manager',
      companies: 'all',
    };
    const scope = { ...systemScope(owner.mspId, 'reports.download', { actor, access: 'read' }), now };
    const later = await fetched(await as('reports-api', () => downloadAt(scope, report)));
    expect(later.equals(today)).toBe(true);
    expect(sha256(later)).toBe(report.made?.pdf.sha256);
    const check = ok(await ask<Verification>(manager, 'GET', `${one}/verification`));
    expect(check).toMatchObject({ data: true, pdf: true });
    const anew = await madeReport(manager, companyId, { ...ASKED, sections: ['cover', 'roadmap'] });
    expect(anew.made?.pdf.sha256).not.toBe(report.made?.pdf.sha256);
  });

  it('is not handed out when the stored file is not what was stored', async () => {
    const report = await made({ sections: ['roadmap'] });
    ok(await act(report, 'publish'));
    const scope = systemScope(owner.mspId, 'reports-test');
    const pdf = report.made?.pdf ?? { sha256: '' };
    const kind = { contentType: 'application/pdf' };
    await as('reports-step-render', () => putFile(scope, pdfFile(scope, report, pdf), Buffer.from('%PDF-1.7 x'), kind));
    const asked = [
      await ask(manager, 'GET', pathOf(report, '/download')),
      await ask(karen, 'GET', `/portal/reports/${report.reportId}/download`),
    ];
    for (const { status, body } of asked) {
      expect([status, body.code]).toEqual([422, 'report.damaged']);
      expect(body.detail).toContain('is not what was stored');
    }
    const check = ok(await ask<Verification>(manager, 'GET', pathOf(report, '/verification')));
    expect(check).toMatchObject({ data: true, pdf: false });
  });

  it('is mailed to whoever is named, once, with the way into the portal', async () => {
    const contact = { name: 'Finn Finance', email: 'finn@cedar.example', title: 'Finance' };
    const client = `/companies/${cedar.companyId}`;
    ok(await ask(owner, 'POST', `${client}/contacts`, contact));
    ok(await ask(owner, 'POST', `${client}/contacts`, { name: 'No Address' }));
    const { items } = ok(await ask<{ items: Reachable[] }>(manager, 'GET', `${client}/report-recipients`));
    expect(items.map(({ email, type, signsIn }) => [email, type, signsIn])).toEqual([
      [karen.email, 'client-user', true],
      [contact.email, 'contact', false],
    ]);
    const recipients = items.map(({ type, id }) => ({ type, id }));
    const report = await made({ sections: ['roadmap'], title: 'Mailed review' });
    const astray = await act(report, 'publish', { recipients: [{ type: 'contact', id: newId() }] });
    expect(astray.body.errors?.[0]).toMatchObject({ path: 'recipients' });
    ok(await act(report, 'publish', { recipients }));
    await idle();
    for (const email of [karen.email, contact.email]) {
      const got = await mailsAbout(email, 'Mailed review');
      expect(got).toHaveLength(1);
      expect(got[0]?.text).toContain(`/portal/${owner.slug}/reports`);
      expect(got[0]?.text).not.toContain(report.reportId);
    }
    const { items: told } = ok(await ask<{ items: Delivery[] }>(manager, 'GET', pathOf(report, '/deliveries')));
    expect(told.map(({ name, state }) => [name, state]).sort()).toEqual([
      ['Finn Finance', 'sent'],
      ['Mia Member', 'sent'],
    ]);
  });
});
