import { all } from '../../../../scripts/testing/record.ts';
import type { Feature } from '../../../../shared/kernel/features.ts';
import { placeOf } from '../../../../shared/notifications/hearing.ts';
import { refreshSummary as budgets } from '../../../budgets/summary.service.ts';
import { refreshSummary as findings } from '../../../findings/findings.service.ts';
import { refreshSummary as goals } from '../../../goals/summary.service.ts';
import { refreshSummary as meetings } from '../../../meetings/summary.service.ts';
import { placeIn } from '../../../notifications/bell.ts';
import type { BellRow, NotificationRow } from '../../../notifications/notification.entity.ts';
import { refreshSummary as planner } from '../../../planner/summary.service.ts';
import { isSame } from '../../same.ts';
import { type Scope, systemScope } from '../../scope.ts';
import { as } from '../world.ts';
import type { Looked } from './invariants.ts';
import type { Told } from './picture.ts';

type Row = Record<string, unknown>;
type Line = { budgetId: string; status: string; amountMinor: number };

/** Each feature's own count of its figures about a client: true when they are others than those kept. */
const RECOUNTS: Partial<Record<Feature, (scope: Scope, companyId: string) => Promise<boolean>>> = {
  findings,
  goals,
  planner,
  budgets,
  meetings,
};

const rowsOf = (told: readonly Told[], wanted: string) =>
  told.flatMap(({ entity, record }) => (entity === wanted ? [record] : []));

/** A budget's sums against its lines, field by field of the figures. */
function budgetFigures(told: readonly Told[], budget: Row): [string, unknown, unknown][] {
  const lines = (rowsOf(told, 'budget-line') as unknown as Line[]).filter(
    ({ budgetId }) => budgetId === budget.budgetId,
  );
  const total = (status: string) =>
    lines.filter((line) => line.status === status).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const kept = budget.sums as Record<string, number>;
  const name = `budget ${budget.budgetId}`;
  return [
    [`The sums of ${name}`, kept, Object.fromEntries(Object.keys(kept).map((status) => [status, total(status)]))],
    [`The number of lines of ${name}`, budget.lineCount, lines.length],
  ];
}

/** A bell against the notifications that its owner has not read, at each of their places. */
function bellFigures(told: readonly Told[], bell: Row): [string, unknown, unknown][] {
  const kept = bell as unknown as BellRow;
  const own = rowsOf(told, 'notification').filter(
    ({ userId }) => userId === kept.userId,
  ) as unknown as NotificationRow[];
  const places = new Set([...kept.places.map(({ place }) => place), ...own.map(placeOf)]);
  return [...places].map((place) => {
    const { unread, readSequence } = placeIn(kept, place);
    const waits = own.filter((row) => placeOf(row) === place && !row.readAt && row.sequence > readSequence);
    return [`The bell of ${kept.userId} at ${place}`, unread, waits.length];
  });
}

/** Figures that are kept beside the rows they count: sums of budgets, and bells. */
export function keptFigures(told: readonly Told[]): Looked {
  const figures = [
    ...rowsOf(told, 'budget').flatMap((budget) => budgetFigures(told, budget)),
    ...rowsOf(told, 'bell').flatMap((bell) => bellFigures(told, bell)),
  ];
  const wrong = figures.flatMap(([what, kept, counted]) =>
    isSame(kept, counted) ? [] : [`${what}: ${JSON.stringify(kept)} kept, ${JSON.stringify(counted)} counted.`],
  );
  return { checked: { figures: figures.length }, wrong: all('drift', wrong) };
}

/** The summaries of those features that have heard everything, counted by the features themselves. */
export async function recounted(mspId: string, told: readonly Told[], heard: readonly Feature[]): Promise<Looked> {
  const wrong: string[] = [];
  let summaries = 0;
  for (const { feature, companyId, figures } of rowsOf(told, 'summary')) {
    const count = heard.includes(feature as Feature) && RECOUNTS[feature as Feature];
    if (!count) continue;
    summaries += 1;
    const differs = await as(`${feature}-api`, () => count(systemScope(mspId, 'recount'), String(companyId)));
    if (differs) wrong.push(`The figures of ${feature} were ${JSON.stringify(figures)}, and are others counted again.`);
  }
  return { checked: { figures: summaries }, wrong: all('drift', wrong) };
}
