import type { Report } from '../../../shared/reports/report.ts';
import { Snapshot } from '../../../shared/reports/snapshot.ts';
import { getFile } from '../../_kit/clients/files.ts';
import { systemScope } from '../../_kit/scope.ts';
import { as, idle } from '../../_kit/testing/world.ts';
import { ask, ok } from '../../identity/testing/members.ts';
import { snapshotFile } from '../report-records.ts';

interface Who {
  cookie: string;
}

export const readReport = async (who: Who, { companyId, reportId }: Pick<Report, 'companyId' | 'reportId'>) =>
  ok(await ask<Report>(who, 'GET', `/companies/${companyId}/reports/${reportId}`));

/** Makes the next version of a report and waits for it. */
export async function remade(who: Who, { companyId, reportId, v }: Report): Promise<Report> {
  const { status } = ok(await ask<Report>(who, 'POST', `/companies/${companyId}/reports/${reportId}/make`, { v }));
  if (status !== 'queued') throw new Error(`The report is ${status}, not queued.`);
  await idle();
  return readReport(who, { companyId, reportId });
}

/** Begins a report and makes it. */
export async function madeReport(who: Who, companyId: string, body: object): Promise<Report> {
  return remade(who, ok(await ask<Report>(who, 'POST', `/companies/${companyId}/reports`, body)));
}

/** What a made report has frozen, read as the workflow does, and the text of it. */
export async function frozenOf({ mspId, ...report }: Report): Promise<{ snapshot: Snapshot; text: string }> {
  const { made } = report;
  if (!made) throw new Error('The report is not made.');
  const scope = systemScope(mspId, 'reports-test');
  const file = snapshotFile(scope, report, made.snapshot);
  const text = new TextDecoder().decode(await as('reports-step-render', () => getFile(scope, file, made.snapshot)));
  return { snapshot: Snapshot.parse(JSON.parse(text)), text };
}

/** The data of one section of it. */
export async function frozenSection(report: Report, id: string): Promise<unknown> {
  return (await frozenOf(report)).snapshot.sections.find((section) => section.id === id)?.data;
}
