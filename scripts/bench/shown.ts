import { systemScope } from '../../functions/_kit/scope.ts';
import { refreshSummary } from '../../functions/planner/summary.service.ts';
import { type Connected, connect, sync } from './microsoft.ts';
import { type Page, SESSION_READ, type Shown } from './pages.ts';
import * as Records from './records.ts';
import type { Measured, Visitor } from './visitor.ts';

/** Records for every page, and what more can be made of them. */
export interface Furnished extends Shown {
  companies: string[];
  plannerItemIds: string[];
  microsoft: Connected;
}

export const DEVICES = 50;
/** Fourteen items make a budget of 42 lines. */
const BUDGETED = 14;
const AGENDA = 30;
const COMMENTS = 20;

/**
 * Fills an MSP: 50 clients, one of them with `items` on its roadmap, 50 findings, 50 devices, 20
 * goals, a budget of 42 lines, a meeting about 30 of the items and 20 comments on one, others with a tenant of each size, synced once; 50 notifications for the visitor.
 */
export async function furnish(
  visitor: Visitor,
  items: number,
  tenants: readonly number[],
  firstSync: (microsoft: Connected) => Promise<unknown> = (microsoft) => sync(visitor, microsoft),
): Promise<Furnished> {
  const companies = await Records.companies(visitor, 0, 50);
  const [companyId = '', ...others] = companies;
  const plannerItemIds = await Records.plannerItems(visitor, companyId, 0, items);
  // Where messages still reach the recount of the roadmap, it must not meet this one.
  await visitor.place.idle();
  await visitor.place.as('planner-on-planner-item-created', () =>
    refreshSummary(systemScope(visitor.mspId, 'bench'), companyId),
  );
  await Records.findings(visitor, companyId, 50);
  await Records.devices(visitor, companyId, 0, DEVICES);
  await Records.goals(visitor, companyId, 20);
  const { budgetId } = await Records.budget(visitor, companyId, plannerItemIds.slice(0, BUDGETED));
  const meetingId = await Records.meeting(visitor, companyId, plannerItemIds.slice(0, AGENDA));
  await Records.comments(visitor, companyId, plannerItemIds[0] ?? '', COMMENTS);
  await Records.notifications(visitor, companyId, 50);
  const microsoft = await connect(visitor, tenants, others);
  try {
    await firstSync(microsoft);
  } catch (error) {
    await microsoft.graph.close();
    throw error;
  }
  const tenantOf = microsoft.companyOf.get(tenants[0] ?? 0) ?? '';
  const [plannerItemId = ''] = plannerItemIds;
  return { companies, companyId, plannerItemIds, plannerItemId, budgetId, meetingId, microsoft, tenantOf };
}

/** What a page costs: read units without the sessions', and the longest chain of round trips. */
export interface PageCost {
  own: number;
  depth: number;
  answers: Measured[];
}

/** The first request of a kind may wait for credentials, which is no round trip to the table: the second is measured. */
export async function visit(visitor: Visitor, paths: readonly string[]): Promise<PageCost> {
  const answers: Measured[] = [];
  for (const path of paths) {
    await visitor.ask('GET', path);
    answers.push(await visitor.ask('GET', path));
  }
  return {
    own: answers.reduce((sum, { cost }) => sum + cost.read - SESSION_READ, 0),
    depth: Math.max(...answers.map(({ cost }) => cost.depth)),
    answers,
  };
}

export const visitPage = (visitor: Visitor, page: Page, shown: Shown) => visit(visitor, page.paths(shown));
