import { beforeAll, describe, expect, it } from 'vitest';
import { reportRequested } from '../../events/reports.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { PortalReport } from '../../shared/portal/portal.ts';
import type { Delivery, Reachable } from '../../shared/reports/recipient.ts';
import type { Arrangement, Download, Report, Verification } from '../../shared/reports/report.ts';
import { USUAL } from '../../shared/reports/section-facts.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import { putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { newId, sha256 } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle, mails } from '../_kit/testing/world.ts';
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
import { PRIVATE, type Presented, present } from '../portal/testing/sent-budget.ts';
import { drawReport } from './pdf/draw.ts';
import { ReportEntity } from './report.entity.ts';
import { pdfFile, snapshotFile } from './report-records.ts';
import { download as downloadAt } from './reports.service.ts';
import { frozenOf, frozenSection, madeReport, readReport, remade } from './testing/made-report.ts';

let owner: Owner;
let manager: Member;
let cedar: Presented;
let tigard: Presented;
let karen: Member;
let path: string;
/** Made and never shown to the client. */
let report: Report;

beforeAll(async () => {
  owner = await easyMsp();
  manager = await newStaff(owner, 'manager');
  cedar = await present(owner);
  tigard = await present(owner);
  karen = await newClientUser(owner, cedar.companyId, 'approver');
  path = `/companies/${cedar.companyId}/reports`;
  report = await made({ note: 'A calm quarter.' });
});

const PERIOD = { from: '2026-01-01', to: '2031-12-31' };
const ASKED = { title: 'Quarterly review', period: PERIOD, sections: ['cover', 'secure-score', 'roadmap', 'budget'] };

const begun = async (body: object = {}) => ok(await ask<Report>(manager, 'POST', path, body));
const made = (body: object = {}) => madeReport(manager, cedar.companyId, { ...ASKED, ...body });
const pathOf = ({ reportId }: Pick<Report, 'reportId'>, tail = '') => `${path}/${reportId}${tail}`;
const act = <T = Report>(report: Report, verb: string, body: object = {}) =>
  ask<T>(manager, 'POST', pathOf(report, `/${verb}`), { v: report.v, ...body });
const edit = (report: Report, body: object) => ask<Report>(manager, 'PATCH', pathOf(report), { v: report.v, ...body });
const bellOf = async (who: Member, { reportId }: Pick<Report, 'reportId'>) => {
  const { items } = ok(
    await ask<{ items: { type: string; record: { id: string } }[] }>(who, 'GET', '/notifications?limit=100'),
  );
  return items.filter(({ record }) => record.id === reportId).map(({ type }) => type);
};
const mailsTo = async (email: string) => (await mails()).filter(({ to }) => to.some((one) => one.includes(email)));

async function fetched({ url, fileName }: Download): Promise<Buffer> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(fileName);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await response.arrayBuffer());
}
const pdfOf = async (who: Member, from: string) => fetched(ok(await ask<Download>(who, 'GET', from)));

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
    const about = (await mailsTo(manager.email)).filter(({ text }) => text.includes(report.reportId));
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

  it('freezes devices, findings and goals as staff see them, without what is theirs alone', async () => {
    const companyId = await newCompany(owner);
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
    const sections = ['findings', 'devices', 'goals', 'licences', 'decisions'];
    const report = await madeReport(manager, companyId, { ...ASKED, sections });
    expect(report.made?.sections.map(({ id }) => id)).toEqual(['findings', 'devices', 'goals']);
    expect(await frozenSection(report, 'devices')).toMatchObject({
      devices: 1,
      overdue: { count: 1 },
      worst: [{ name: 'OLD-01', due: '2019-01-01' }],
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
    const { companyId, item } = tigard;
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
      const got = (await mailsTo(email)).filter(({ subject }) => subject.startsWith('Mailed review'));
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
    const elsewhere = await newStaff(owner, 'manager', [tigard.companyId]);
    for (const who of [stranger, elsewhere]) {
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
      companyId: tigard.companyId,
    };
    const scope = systemScope(owner.mspId, 'portal-test', { actor, access: 'read' });
    const file = pdfFile(scope, report, report.made?.pdf ?? { sha256: '' });
    const { url } = await as('portal-api', () => linkTo(scope, file));
    expect((await fetch(url)).status).toBe(403);
  });
});
