import { addMonths, dateIn } from '../../shared/kernel/date.ts';
import {
  eventOf,
  type PortalActivityFilter,
  type PortalActivityPage,
  type ToldRow,
  toldOf,
} from '../../shared/portal/portal-activity.ts';
import type { Scope } from '../_kit/scope.ts';
import { sentTitles } from '../budgets/approval.service.ts';
import { staffNames } from '../identity/directory.service.ts';
import { knownTitles } from '../meetings/client-meetings.service.ts';
import { publishedItems } from '../planner/publishing.service.ts';
import { companyTrail } from '../platform/audit.service.ts';
import { publishedReports } from '../reports/reports.service.ts';
import { namesIn, ownCompany, servedCompany } from './portal.service.ts';

/** No clock is further from UTC. */
const FURTHEST_ZONE = 14 * 3_600_000;

/** The moments of a month, whatever the zone. */
function momentsOf(month: string): readonly [Date, Date] {
  const first = `${month}-01`;
  const [from, until] = [Date.parse(first), Date.parse(addMonths(first, 1))];
  return [new Date(from - FURTHEST_ZONE), new Date(until + FURTHEST_ZONE)];
}

/** Titles of what the rows are about, as the company sees them today. */
async function titlesOf(
  scope: Scope,
  companyId: string,
  rows: readonly ToldRow[],
): Promise<[string, string | undefined][]> {
  const ids = Map.groupBy(rows, ({ kind }) => kind);
  const meetings = ids.get('meetings')?.flatMap((row) => row.ids) ?? [];
  const found = await Promise.all([
    ids.has('budgets') ? sentTitles(scope, companyId) : [],
    ids.has('roadmap') ? publishedItems(scope, companyId) : [],
    ids.has('reports') ? publishedReports(scope, companyId) : [],
    knownTitles(scope, companyId, meetings),
  ]);
  const [budgets, items, reports, agendas] = found;
  return [
    ...budgets,
    ...items.map(({ plannerItemId, title }): [string, string] => [plannerItemId, title]),
    ...reports.map(({ reportId, title }): [string, string] => [reportId, title]),
    ...agendas,
  ];
}

/** What was done at the company of the administrator who asks, newest first, in words of the portal. */
export async function activity(scope: Scope, input: PortalActivityFilter): Promise<PortalActivityPage> {
  const companyId = ownCompany(scope);
  const { month, kind, by, limit, cursor } = input;
  const company = servedCompany(scope);
  const found = await companyTrail(scope, companyId, {
    limit,
    cursor,
    filter: { month, kind, by },
    within: month === undefined ? undefined : momentsOf(month),
    keep: company.then(({ timeZone }) => (row) => {
      const told = toldOf(row);
      if (!told || (kind ?? told.kind) !== told.kind || (by ?? told.by) !== told.by) return false;
      return month === undefined || dateIn(timeZone, new Date(row.at)).startsWith(month);
    }),
  });
  const { timeZone, createdAt } = await company;
  const rows = found.items.flatMap((row) => {
    const told = toldOf(row);
    return told ? [{ row, told }] : [];
  });
  const [titles, colleagues, staff] = await Promise.all([
    titlesOf(
      scope,
      companyId,
      rows.map(({ told }) => told),
    ),
    namesIn(scope, companyId),
    staffNames(
      scope,
      rows.flatMap(({ row }) => (row.actorKind === 'staff' ? row.actorId : [])),
    ),
  ]);
  const seen = new Map<string, string | undefined>([...titles, ...colleagues]);
  const nameOf = (userId: string) => colleagues.get(userId) ?? staff.get(userId);
  return {
    ...(found.cursor ? { cursor: found.cursor } : {}),
    items: rows.flatMap(({ row, told }) => eventOf(row, told, seen, { userId: scope.actor.userId, nameOf }) ?? []),
    since: dateIn(timeZone, new Date(createdAt)).slice(0, 7),
    timeZone,
  };
}
