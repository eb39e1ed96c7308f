import { beforeAll, describe, expect, it } from 'vitest';
import { reportRequested } from '../../events/reports.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { PortalReport } from '../../shared/portal/portal.ts';
import type { Download, Report } from '../../shared/reports/report.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import { linkTo } from '../_kit/clients/file-links.ts';
import { getFile, putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { newId, sha256 } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle, mails } from '../_kit/testing/world.ts';
import { ask, easyMsp, type Member, newClientUser, newStaff, type Owner, ok } from '../identity/testing/members.ts';
import { PRIVATE, type Presented, present } from '../portal/testing/sent-budget.ts';
import { drawReport } from './pdf/draw.ts';
import { ReportEntity } from './report.entity.ts';
import { filesOf } from './report-records.ts';

let owner: Owner;
let manager: Member;
let cedar: Presented;
let tigard: Presented;
let karen: Member;
let path: string;

beforeAll(async () => {
  owner = await easyMsp();
  manager = await newStaff(owner, 'manager');
  cedar = await present(owner);
  tigard = await present(owner);
  karen = await newClientUser(owner, cedar.companyId, 'approver');
  path = `/companies/${cedar.companyId}/reports`;
});

const SECTIONS = ['cover', 'secure-score', 'roadmap', 'budget', 'decisions'];
const ASKED = { title: 'Quarterly review', period: { from: '2026-01-01', to: '2031-12-31' }, sections: SECTIONS };

const read = async (reportId: string) => ok(await ask<Report>(manager, 'GET', `${path}/${reportId}`));

async function made(body: object = ASKED): Promise<Report> {
  const { reportId, status } = ok(await ask<Report>(manager, 'POST', path, body));
  expect(status).toBe('queued');
  await idle();
  return read(reportId);
}

async function fetched(who: Member, from: string): Promise<Buffer> {
  const { url, fileName } = ok(await ask<Download>(who, 'GET', from));
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(fileName);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await response.arrayBuffer());
}

describe('a report', () => {
  it('is frozen, drawn, filed, linked and told', async () => {
    const report = await made();
    expect(report).toMatchObject({ status: 'finished', attempt: 1, requestedBy: manager.userId });
    expect(report.failure).toBeUndefined();
    const pdf = await fetched(manager, `${path}/${report.reportId}/download`);
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect({ sha256: sha256(pdf), bytes: pdf.length }).toEqual({
      sha256: report.pdf?.sha256,
      bytes: report.pdf?.bytes,
    });

    const { items } = ok(await ask<{ items: Link[] }>(manager, 'GET', `${path}/${report.reportId}/links`));
    expect(items.map(({ from, role }) => [from.type, from.id, role]).sort()).toEqual([
      ['budget', cedar.budget.budgetId, 'reported-in'],
      ['planner-item', cedar.item.plannerItemId, 'reported-in'],
    ]);

    const told = (await mails()).filter(({ to }) => to.some((one) => one.includes(manager.email)));
    const about = told.filter(({ subject }) => subject.startsWith('Report ready'));
    expect(about).toHaveLength(1);
    expect(about[0]?.text).toContain(`/companies/${cedar.companyId}/reports/${report.reportId}`);
    const bell = ok(await ask<{ items: { type: string; record: { id: string } }[] }>(manager, 'GET', '/notifications'));
    expect(bell.items.filter(({ record }) => record.id === report.reportId).map(({ type }) => type)).toEqual([
      'report-finished',
    ]);
  });

  it('shows what the client may see and nothing else, and the same data gives the same paper', async () => {
    const report = await made();
    const scope = systemScope(owner.mspId, 'reports-test');
    const frozen = await as('reports-step-gather', () =>
      getFile(scope, filesOf(scope, report).snapshot, report.snapshot ?? { sha256: '', bytes: 0 }),
    );
    const text = new TextDecoder().decode(frozen);
    expect(text).not.toContain(PRIVATE);
    const snapshot = Snapshot.parse(JSON.parse(text));
    expect(snapshot).toMatchObject({
      score: null,
      roadmap: { groups: [{ items: [{ plannerItemId: cedar.item.plannerItemId }] }] },
      budget: { budgetId: cedar.budget.budgetId, waitingMinor: cedar.budget.sums.pending },
      decisions: [],
    });
    expect(sha256((await drawReport(snapshot)).pdf)).toBe(report.pdf?.sha256);
  });

  it('reaches the client once it is published, and goes when it is withdrawn', async () => {
    const report = await made({ ...ASKED, sections: ['roadmap'] });
    const { reportId } = report;
    const seen = async () => ok(await ask<{ items: PortalReport[] }>(karen, 'GET', '/portal/reports')).items;
    const ids = async () => (await seen()).map((one) => one.reportId);
    expect(await ids()).not.toContain(reportId);
    expect((await ask(karen, 'GET', `/portal/reports/${reportId}/download`)).status).toBe(404);

    const published = ok(await ask<Report>(manager, 'POST', `${path}/${reportId}/publish`, { v: report.v }));
    expect(await ids()).toContain(reportId);
    expect(JSON.stringify(await seen())).not.toContain('requestedBy');
    const pdf = await fetched(karen, `/portal/reports/${reportId}/download`);
    expect(sha256(pdf)).toBe(report.pdf?.sha256);
    const again = await ask(manager, 'POST', `${path}/${reportId}/publish`, { v: published.v });
    expect(again.body.code).toBe('report.published');

    ok(await ask(manager, 'POST', `${path}/${reportId}/withdraw`, { v: published.v }));
    expect(await ids()).not.toContain(reportId);
  });

  it('says why it failed, tells who asked, and can be made again', async () => {
    const scope = systemScope(owner.mspId, 'reports-test');
    const one = { companyId: cedar.companyId, reportId: newId() };
    const altered = {
      ...one,
      ...ASKED,
      sections: ['roadmap' as const],
      status: 'rendering' as const,
      attempt: 1,
      requestedBy: manager.userId,
      snapshot: { sha256: 'of another file', bytes: 1 },
    };
    await as('reports-step-gather', async () => {
      await putFile(scope, filesOf(scope, one).snapshot, new TextEncoder().encode('{}'), {
        contentType: 'application/json',
      });
      await commit(scope, [put(ReportEntity, stamped(scope, altered))], [reportRequested.of({ ...one, attempt: 1 })]);
    });
    await idle();
    const failed = await read(one.reportId);
    expect(failed).toMatchObject({ status: 'failed' });
    expect(failed.failure).toContain('Make the report again');
    const bell = ok(await ask<{ items: { type: string; record: { id: string } }[] }>(manager, 'GET', '/notifications'));
    expect(bell.items.find(({ record }) => record.id === one.reportId)?.type).toBe('report-failed');
    expect((await ask(manager, 'GET', `${path}/${one.reportId}/download`)).body.code).toBe('report.not-finished');
    expect((await ask(manager, 'POST', `${path}/${one.reportId}/publish`, { v: failed.v })).body.code).toBe(
      'report.not-finished',
    );

    ok(await ask(manager, 'POST', `${path}/${one.reportId}/retry`, { v: failed.v }));
    await idle();
    const anew = await read(one.reportId);
    expect(anew).toMatchObject({ status: 'finished', attempt: 2 });
    expect(anew.failure).toBeUndefined();
    const refused = await ask(manager, 'POST', `${path}/${one.reportId}/retry`, { v: anew.v });
    expect(refused.body.code).toBe('report.not-failed');
  });

  it('asks for at least one section, each once, and days in order', async () => {
    const codeOf = async (body: object) =>
      (await ask(manager, 'POST', path, { ...ASKED, ...body })).body.errors?.[0]?.path;
    expect(await codeOf({ sections: [] })).toBe('sections');
    expect(await codeOf({ sections: ['cover', 'cover'] })).toBe('sections');
    expect(await codeOf({ period: { from: '2026-02-01', to: '2026-01-01' } })).toBe('period.to');
  });
});

describe('files of another company', () => {
  it('are shut off by S3 itself, even under a link that the code signed', async () => {
    const report = await made({ ...ASKED, sections: ['cover'] });
    const actor: Actor = {
      kind: 'client',
      mspId: owner.mspId,
      userId: karen.userId,
      role: 'approver',
      companyId: tigard.companyId,
    };
    const scope = systemScope(owner.mspId, 'portal-test', { actor, access: 'read' });
    const { url } = await as('portal-api', () => linkTo(scope, filesOf(scope, report).pdf));
    expect((await fetch(url)).status).toBe(403);
  });
});
