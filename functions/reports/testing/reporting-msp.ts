import { expect } from 'vitest';
import type { Download, Report } from '../../../shared/reports/report.ts';
import { mailsTo } from '../../_kit/testing/world.ts';
import { ask, easyMsp, type Member, newClientUser, newStaff, type Owner, ok } from '../../identity/testing/members.ts';
import { type Presented, present } from '../../portal/testing/sent-budget.ts';
import { madeReport } from './made-report.ts';

/** What a report of the tests is asked to be, where nothing else is said. */
export const ASKED = {
  title: 'Quarterly review',
  period: { from: '2026-01-01', to: '2031-12-31' },
  sections: ['cover', 'secure-score', 'roadmap', 'budget'],
};

type One = Pick<Report, 'reportId'>;

/** An MSP whose manager reports to a client that has published work and a budget. */
export interface ReportingMsp {
  owner: Owner;
  manager: Member;
  cedar: Presented;
  /** Somebody at the client. */
  karen: Member;
  pathOf(report?: One, tail?: string): string;
  /** A draft as it is proposed. */
  begun(body?: object): Promise<Report>;
  /** A report that is made. */
  made(body?: object): Promise<Report>;
  act(report: Report, verb: string, body?: object): ReturnType<typeof ask<Report>>;
  edit(report: Report, body: object): ReturnType<typeof ask<Report>>;
}

export async function reportingMsp(): Promise<ReportingMsp> {
  const owner = await easyMsp();
  const manager = await newStaff(owner, 'manager');
  const cedar = await present(owner);
  const karen = await newClientUser(owner, cedar.companyId, 'approver');
  const path = `/companies/${cedar.companyId}/reports`;
  const pathOf = (report?: One, tail = '') => (report ? `${path}/${report.reportId}${tail}` : path);
  return {
    owner,
    manager,
    cedar,
    karen,
    pathOf,
    begun: async (body = {}) => ok(await ask<Report>(manager, 'POST', path, body)),
    made: (body = {}) => madeReport(manager, cedar.companyId, { ...ASKED, ...body }),
    act: (report, verb, body = {}) =>
      ask<Report>(manager, 'POST', pathOf(report, `/${verb}`), { v: report.v, ...body }),
    edit: (report, body) => ask<Report>(manager, 'PATCH', pathOf(report), { v: report.v, ...body }),
  };
}

/** What somebody's bell says of a report. */
export async function bellOf(who: Member, { reportId }: One): Promise<string[]> {
  type Told = { items: { type: string; record: { id: string } }[] };
  const { items } = ok(await ask<Told>(who, 'GET', '/notifications?limit=100'));
  return items.filter(({ record }) => record.id === reportId).map(({ type }) => type);
}

/** Mails that went to an address and hold a text. */
export const mailsAbout = async (email: string, about: string) =>
  (await mailsTo(email)).filter(({ text }) => text.includes(about));

/** The PDF behind a link, as a browser gets it. */
export async function fetched({ url, fileName }: Download): Promise<Buffer> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(fileName);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await response.arrayBuffer());
}

export const pdfOf = async (who: { cookie: string }, from: string) =>
  fetched(ok(await ask<Download>(who, 'GET', from)));
