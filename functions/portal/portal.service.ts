import type { Answers } from '../../shared/budgets/client-budget.ts';
import type { Company } from '../../shared/companies/company.ts';
import { grantsOf } from '../../shared/kernel/actor.ts';
import { dateIn } from '../../shared/kernel/date.ts';
import { forbidden } from '../../shared/kernel/error.ts';
import { nextUp, portalBudget, portalItems, waitingItems, waitingOf } from '../../shared/portal/client-views.ts';
import {
  type PortalBudget,
  type PortalHome,
  type PortalMeetings,
  PortalMinutes,
  type PortalReport,
  type PortalRoadmap,
} from '../../shared/portal/portal.ts';
import type { Download } from '../../shared/reports/report.ts';
import type { Scope } from '../_kit/scope.ts';
import * as Approval from '../budgets/approval.service.ts';
import { served } from '../companies/companies.service.ts';
import { allClientUsers } from '../identity/directory.service.ts';
import { ownBrand } from '../identity/msp-record.service.ts';
import { clientMeetings, clientMinutes, nextForClient } from '../meetings/client-meetings.service.ts';
import { publishedItems } from '../planner/publishing.service.ts';
import { publishedDownload, publishedReports } from '../reports/reports.service.ts';

/** The company of the client user who asks. No request names one. */
export function ownCompany({ actor }: Scope): string {
  if (actor.kind !== 'client') throw forbidden('The portal is for people of a client. Use the console.');
  return actor.companyId;
}

/**
 * The company of the client user who asks.
 *
 * @throws 403 when it is archived
 */
export const servedCompany = (scope: Scope): Promise<Company> => served(scope, ownCompany(scope));

/** What is read of the company, provided that it is served: asked side by side. */
async function whileServed<T>(scope: Scope, read: (companyId: string) => Promise<T>): Promise<T> {
  const [, found] = await Promise.all([servedCompany(scope), read(ownCompany(scope))]);
  return found;
}

/** Names of the company's own people, those who have left included: what they decided stays theirs. */
export async function namesIn(scope: Scope, companyId: string): Promise<Map<string, string>> {
  const people = await allClientUsers(scope, companyId);
  return new Map(people.map(({ userId, name }) => [userId, name]));
}

/** The first page: whose portal it is, what waits for an answer, what comes next. */
export async function home(scope: Scope): Promise<PortalHome> {
  const companyId = ownCompany(scope);
  const [brand, company, budgets, published, reports, meeting] = await Promise.all([
    ownBrand(scope),
    servedCompany(scope),
    Approval.clientBudgets(scope, companyId),
    publishedItems(scope, companyId),
    publishedReports(scope, companyId),
    nextForClient(scope, companyId),
  ]);
  const { name, currency, timeZone, fiscalYearStart } = company;
  const today = dateIn(timeZone, scope.now());
  return {
    brand,
    company: { name, currency, timeZone, fiscalYearStart },
    mayAnswer: grantsOf(scope.actor).includes('portal:approve'),
    today,
    waiting: waitingOf(budgets),
    next: nextUp(portalItems(published, waitingItems(budgets)), today),
    ...(meeting ? { meeting } : {}),
    reports: reports.length,
  };
}

/** The whole published roadmap. */
export async function roadmap(scope: Scope): Promise<PortalRoadmap> {
  const companyId = ownCompany(scope);
  const [company, published, budgets] = await Promise.all([
    servedCompany(scope),
    publishedItems(scope, companyId),
    Approval.clientBudgets(scope, companyId),
  ]);
  const { timeZone, fiscalYearStart } = company;
  const items = portalItems(published, waitingItems(budgets));
  return { items, fiscalYearStart, today: dateIn(timeZone, scope.now()) };
}

/** Every budget that was sent, newest first. */
export async function budgets(scope: Scope): Promise<{ items: PortalBudget[] }> {
  const [found, names] = await whileServed(scope, (companyId) =>
    Promise.all([Approval.clientBudgets(scope, companyId), namesIn(scope, companyId)]),
  );
  return { items: found.map((one) => portalBudget(one, names, scope.actor.userId)) };
}

export async function budget(scope: Scope, { budgetId }: { budgetId: string }): Promise<PortalBudget> {
  const [found, names] = await whileServed(scope, (companyId) =>
    Promise.all([Approval.clientBudget(scope, { companyId, budgetId }), namesIn(scope, companyId)]),
  );
  return portalBudget(found, names, scope.actor.userId);
}

/** Answers lines of a budget, all of them or none. */
export async function answer(scope: Scope, { budgetId, ...answers }: Answers): Promise<PortalBudget> {
  const companyId = ownCompany(scope);
  const names = await whileServed(scope, () => namesIn(scope, companyId));
  return Approval.answer(scope, { companyId, budgetId }, { budgetId, ...answers }, (after) =>
    portalBudget(after, names, scope.actor.userId),
  );
}

/** Meetings whose agenda is published, soonest first, and those that were held, latest first. */
export function meetings(scope: Scope): Promise<PortalMeetings> {
  return whileServed(scope, (companyId) => clientMeetings(scope, companyId));
}

/** The minutes of a meeting that was held, as they were frozen. */
export async function minutes(scope: Scope, { meetingId }: { meetingId: string }): Promise<PortalMinutes> {
  return PortalMinutes.parse(await whileServed(scope, (companyId) => clientMinutes(scope, { companyId, meetingId })));
}

/** Reports that were published to the client, newest first. */
export async function reports(scope: Scope): Promise<{ items: PortalReport[] }> {
  const found = await whileServed(scope, (companyId) => publishedReports(scope, companyId));
  const items = found.flatMap(({ reportId, title, period, publishedAt, made }) => {
    if (!made || !publishedAt) return [];
    const { pages, bytes, sha256 } = made.pdf;
    return [{ reportId, title, period, finishedAt: made.madeAt, publishedAt, pages, bytes, sha256 }];
  });
  return { items };
}

/** Where the PDF of a published report can be fetched for a few minutes. */
export function downloadReport(scope: Scope, { reportId }: { reportId: string }): Promise<Download> {
  return whileServed(scope, (companyId) => publishedDownload(scope, { companyId, reportId }));
}
