import { dateIn } from '../../shared/kernel/date.ts';
import { freezeBudget, freezeDecisions, freezeRoadmap } from '../../shared/reports/freezing.ts';
import { freezeForecast } from '../../shared/reports/freezing-forecast.ts';
import { freezeScore } from '../../shared/reports/freezing-score.ts';
import type { Section } from '../../shared/reports/report.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import { putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { clientBudgets } from '../budgets/approval.service.ts';
import { forecast } from '../budgets/forecast.service.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { allClientUsers, allStaff } from '../identity/directory.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import { controlsOf } from '../m365/controls.service.ts';
import { secureScore } from '../m365/secure-score.service.ts';
import { publishedItems } from '../planner/publishing.service.ts';
import { ReportEntity, type ReportRow } from './report.entity.ts';
import { filesOf, type Making, reportInMaking } from './report-records.ts';

/** The data of the chosen sections, as the client may see it. */
async function sections(
  scope: Scope,
  { companyId, period, sections: chosen }: ReportRow,
  today: string,
  names: Map<string, string>,
) {
  const company = await companyOf(scope, { companyId });
  const wants = (...any: Section[]) => any.some((section) => chosen.includes(section));
  const [items, budgets, ahead, score, board] = await Promise.all([
    wants('roadmap') ? publishedItems(scope, companyId) : undefined,
    wants('budget', 'decisions') ? clientBudgets(scope, companyId) : undefined,
    wants('forecast') ? forecast(scope, { companyId, weighted: false }) : undefined,
    wants('secure-score') ? secureScore(scope, { companyId }) : undefined,
    wants('secure-score') ? controlsOf(scope, companyId) : undefined,
  ]);
  const { timeZone, fiscalYearStart } = company;
  return {
    ...(score && board ? { score: freezeScore(score, board.controls) } : {}),
    ...(items ? { roadmap: freezeRoadmap(items, { today, period, fiscalYearStart }) } : {}),
    ...(budgets && wants('budget') ? { budget: freezeBudget(budgets) } : {}),
    ...(ahead ? { forecast: freezeForecast(ahead) } : {}),
    ...(budgets && wants('decisions') ? { decisions: freezeDecisions(budgets, names, { period, timeZone }) } : {}),
  };
}

/** Reads everything that the report will show, now. */
async function freeze(scope: Scope, report: ReportRow): Promise<Snapshot> {
  const { companyId, reportId, title, period } = report;
  const [company, msp, people, staff] = await Promise.all([
    companyOf(scope, { companyId }),
    currentMsp(scope),
    allClientUsers(scope, companyId),
    allStaff(scope),
  ]);
  const names = new Map([...staff, ...people].map(({ userId, name }) => [userId, name]));
  const now = scope.now();
  return Snapshot.parse({
    version: 1,
    reportId,
    title,
    period,
    sections: report.sections,
    frozenAt: now.toISOString(),
    locale: msp.locale,
    timeZone: company.timeZone,
    currency: company.currency,
    msp: { name: msp.name, accent: msp.accent, logo: msp.logo },
    company: { name: company.name, industry: company.industry },
    preparedBy: names.get(report.requestedBy) ?? '',
    ...(await sections(scope, report, dateIn(company.timeZone, now), names)),
  });
}

const quiet = { what: 'report', audit: false };

/**
 * Freezes the report's data into a file. A making whose data is frozen already goes on with it, so that a step which is
 * called again changes nothing.
 */
export async function gather(scope: Scope, making: Making): Promise<Making> {
  const before = await reportInMaking(scope, making);
  if (before.status !== 'queued' && before.status !== 'gathering') return making;
  const gathering =
    before.status === 'gathering' ? before : revised(scope, before, { status: 'gathering', snapshot: undefined });
  if (gathering !== before) await commit(scope, [change(ReportEntity, before, gathering, quiet)]);
  const snapshot = await freeze(scope, gathering);
  const body = new TextEncoder().encode(JSON.stringify(snapshot));
  const stored = await putFile(scope, filesOf(scope, making).snapshot, body, { contentType: 'application/json' });
  const frozen = revised(scope, gathering, { status: 'rendering', snapshot: stored, frozenAt: snapshot.frozenAt });
  await commit(scope, [change(ReportEntity, gathering, frozen, quiet)]);
  return making;
}
