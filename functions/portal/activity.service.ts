import { addMonths, dateIn } from '../../shared/kernel/date.ts';
import {
  type ActivityKind,
  eventOf,
  type PortalActivityFilter,
  type PortalActivityPage,
  toldOf,
} from '../../shared/portal/portal-activity.ts';
import type { Scope } from '../_kit/scope.ts';
import { sentTitles } from '../budgets/approval.service.ts';
import { get as getCompany } from '../companies/companies.service.ts';
import { staffNames } from '../identity/directory.service.ts';
import { publishedItems } from '../planner/publishing.service.ts';
import { companyTrail } from '../platform/audit.service.ts';
import { publishedReports } from '../reports/reports.service.ts';
import { namesIn, ownCompany } from './portal.service.ts';

/** No clock is further from UTC. */
const FURTHEST_ZONE = 14 * 3_600_000;

/** The moments of a month, whatever the zone. */
function momentsOf(month: string): readonly [Date, Date] {
  const first = `${month}-01`;
  const [from, until] = [Date.parse(first), Date.parse(addMonths(first, 1))];
  return [new Date(from - FURTHEST_ZONE), new Date(until + FURTHEST_ZONE)];
}

/** Titles as the company sees them today, of the kinds that are asked for. */
async function titlesOf(
  scope: Scope,
  companyId: string,
  kinds: ReadonlySet<ActivityKind>,
): Promise<[string, string | undefined][]> {
  const [budgets, items, reports] = await Promise.all([
    kinds.has('budgets') ? sentTitles(scope, companyId) : [],
    kinds.has('roadmap') ? publishedItems(scope, companyId) : [],
    kinds.has('reports') ? publishedReports(scope, companyId) : [],
  ]);
  return [
    ...budgets,
    ...items.map(({ plannerItemId, title }): [string, string] => [plannerItemId, title]),
    ...reports.map(({ reportId, title }): [string, string] => [reportId, title]),
  ];
}

/** What was done at the company of the administrator who asks, newest first, in words of the portal. */
export async function activity(scope: Scope, input: PortalActivityFilter): Promise<PortalActivityPage> {
  const companyId = ownCompany(scope);
  const { month, kind, by, limit, cursor } = input;
  const company = getCompany(scope, { companyId });
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
  const rows = found.items.flatMap((row) => ({ row, told: toldOf(row) }));
  const kinds = new Set(rows.flatMap(({ told }) => told?.kind ?? []));
  const [titles, colleagues, staff] = await Promise.all([
    titlesOf(scope, companyId, kinds),
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
    items: rows.flatMap(
      ({ row, told }) => (told && eventOf(row, told, seen, { userId: scope.actor.userId, nameOf })) ?? [],
    ),
    since: dateIn(timeZone, new Date(createdAt)).slice(0, 7),
    timeZone,
  };
}
