import { dateIn } from '../../shared/kernel/date.ts';
import type { Frozen } from '../../shared/reports/report.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { allStaff } from '../identity/directory.service.ts';
import { currentMsp } from '../identity/msp-record.service.ts';
import type { ReportRow } from './report.entity.ts';
import type { Ground, Section } from './sections/section.ts';
import { sectionOf } from './sections.ts';

/** None of the chosen sections has anything to show: there is nothing to make. */
export class NothingToShow extends Error {
  override name = 'NothingToShow';
}

async function groundOf(scope: Scope, { companyId, period }: Pick<ReportRow, 'companyId' | 'period'>): Promise<Ground> {
  const company = await companyOf(scope, { companyId });
  return { company, period, today: dateIn(company.timeZone, scope.now()) };
}

/** What each section would hold now, in their order. */
function read(scope: Scope, sections: readonly Section[], ground: Ground) {
  return Promise.all(sections.map(async (section) => ({ section, data: await section.freeze(scope, ground) })));
}

const saysSomething = (found: Awaited<ReturnType<typeof read>>) =>
  found.some(({ section, data }) => data !== undefined && !section.frame);

const chosenOf = ({ sections }: Pick<ReportRow, 'sections'>) => sections.flatMap((id) => sectionOf(id) ?? []);

/** True when a report of these sections would say anything. */
export async function hasData(
  scope: Scope,
  about: Pick<ReportRow, 'companyId' | 'period' | 'sections'>,
): Promise<boolean> {
  return saysSomething(await read(scope, chosenOf(about), await groundOf(scope, about)));
}

/**
 * Reads everything that the report will show, now.
 *
 * @throws NothingToShow
 */
export async function freeze(
  scope: Scope,
  report: ReportRow,
): Promise<{ snapshot: Snapshot } & Pick<Frozen, 'sections' | 'leftOut'>> {
  const { reportId, title, note, period, requestedBy } = report;
  const [ground, msp, staff] = await Promise.all([groundOf(scope, report), currentMsp(scope), allStaff(scope)]);
  const { company } = ground;
  const found = await read(scope, chosenOf(report), ground);
  if (!saysSomething(found)) throw new NothingToShow('No chosen section has anything to show.');
  const full = found.filter(({ data }) => data !== undefined);
  const snapshot = Snapshot.parse({
    version: 2,
    reportId,
    title,
    note,
    period,
    frozenAt: scope.now().toISOString(),
    locale: msp.locale,
    timeZone: company.timeZone,
    currency: company.currency,
    msp: { name: msp.name, accent: msp.accent, logo: msp.logo },
    company: { name: company.name, industry: company.industry },
    preparedBy: staff.find(({ userId }) => userId === requestedBy)?.name ?? '',
    sections: full.map(({ section: { id }, data }) => ({ id, data })),
  });
  return {
    snapshot,
    sections: full.map(({ section: { id, title: name } }) => ({ id, title: name })),
    leftOut: found.flatMap(({ section, data }) =>
      data === undefined ? [{ id: section.id, title: section.title, reason: section.absent }] : [],
    ),
  };
}
