import type { Feature } from '../../../../shared/kernel/features.ts';
import { refreshSummary as budgets } from '../../../budgets/summary.service.ts';
import { refreshSummary as findings } from '../../../findings/findings.service.ts';
import { refreshSummary as goals } from '../../../goals/summary.service.ts';
import { refreshSummary as meetings } from '../../../meetings/summary.service.ts';
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

/** A bell against the notifications that its owner has not read. */
function bellFigures(told: readonly Told[], bell: Row): [string, unknown, unknown][] {
  const unread = rowsOf(told, 'notification').filter(
    ({ userId, readAt, sequence }) =>
      userId === bell.userId && readAt === undefined && Number(sequence) > Number(bell.readSequence),
  );
  return [[`The bell of ${bell.userId}`, bell.unread, unread.length]];
}

/**
 * Every figure that is kept, counted again: sums of budgets, bells, and the summaries of those features that have heard
 * everything.
 */
export async function recounted(mspId: string, told: readonly Told[], heard: readonly Feature[]): Promise<Looked> {
  const figures = [
    ...rowsOf(told, 'budget').flatMap((budget) => budgetFigures(told, budget)),
    ...rowsOf(told, 'bell').flatMap((bell) => bellFigures(told, bell)),
  ];
  const wrong = figures.flatMap(([what, kept, counted]) =>
    isSame(kept, counted) ? [] : [`${what}: ${JSON.stringify(kept)} kept, ${JSON.stringify(counted)} counted.`],
  );
  const summaries = rowsOf(told, 'summary').filter(({ feature }) => heard.includes(feature as Feature));
  for (const { feature, companyId, figures: kept } of summaries) {
    const count = RECOUNTS[feature as Feature];
    const scope = systemScope(mspId, 'recount');
    if (!(await as(`${feature}-api`, async () => count?.(scope, String(companyId))))) continue;
    wrong.push(`The figures of ${feature} were ${JSON.stringify(kept)}, and are others when counted again.`);
  }
  return {
    checked: { figures: figures.length + summaries.length },
    wrong: wrong.map((says) => ({ verdict: 'drift', says })),
  };
}
