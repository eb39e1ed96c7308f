import { budgetChanged } from '../../events/budgets.ts';
import type {
  Budget,
  BudgetChange,
  BudgetDetail,
  BudgetFilter,
  ItemsToAdd,
  NewBudget,
} from '../../shared/budgets/budget.ts';
import { pull } from '../../shared/budgets/pulling.ts';
import { linesOf } from '../../shared/budgets/templating.ts';
import { fiscalYear } from '../../shared/kernel/date.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, replace as write } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import { canonical } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { estimatesById, itemRows } from '../planner/estimates.service.ts';
import { happened, historyOf } from '../platform/activity.service.ts';
import { linksAt } from '../platform/links.service.ts';
import { BudgetEntity, BudgetLineEntity, type BudgetLineRow, type BudgetRow } from './budget.entity.ts';
import { itemsIn, linked } from './budget-links.ts';
import { freshLine, moved, type One, readBudget, record, type Stored, shown } from './budget-records.ts';
import { withStale } from './stale.service.ts';
import { template } from './templates.service.ts';

/** One client's budgets, newest first. */
export function list(scope: Scope, { companyId, limit, cursor, status }: BudgetFilter): Promise<Page<Budget>> {
  const query = BudgetEntity.query.record({ mspId: scope.mspId, companyId });
  const keep = (row: BudgetRow) => !status || row.status === status;
  return page(scope, BudgetEntity, query, { limit, cursor, keep, newestFirst: true, filter: { companyId, status } });
}

/** A budget with its lines, each pulled one held against the planner. */
export async function get(scope: Scope, one: One): Promise<BudgetDetail> {
  const rows = itemRows(scope, one.companyId);
  const [stored] = await Promise.all([readBudget(scope, one, false), rows]);
  return withStale(scope, stored, rows);
}

export async function links(scope: Scope, { companyId, budgetId }: One): Promise<Links> {
  return { items: await linksAt(scope, companyId, record(budgetId)) };
}

export function history(
  scope: Scope,
  { companyId, budgetId, limit, cursor }: One & { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  return historyOf(scope, companyId, record(budgetId), { limit, cursor });
}

/** Draft lines of planner items; those that the budget has already are left alone. */
async function pulledLines(
  scope: Scope,
  budget: BudgetRow,
  present: readonly BudgetLineRow[],
  ids: readonly string[],
): Promise<BudgetLineRow[]> {
  const items = await estimatesById(scope, budget.companyId, ids);
  const missing = ids.find((id) => !items.has(id));
  if (missing) throw notFound('planner item');
  const has = new Set(present.map(({ pulledFrom }) => canonical(pulledFrom)));
  const year = fiscalYear(budget.fiscalYear, budget.fiscalYearStart);
  return ids
    .flatMap((id) => {
      const item = items.get(id);
      return item ? pull(item, year).map((line) => ({ ...line, pulledVersion: item.v })) : [];
    })
    .filter((line) => !has.has(canonical(line.source)))
    .map(({ source, ...line }) => freshLine(scope, budget, { ...line, note: '', pulledFrom: source }));
}

/**
 * A new draft, with the lines of the chosen planner items (labour from hours, the rest from their cost lines) and copies of
 * those of a template.
 */
export async function create(
  scope: Scope,
  { companyId, title, fiscalYear: year, plannerItemIds, templateId, internalNotes }: NewBudget,
): Promise<BudgetDetail> {
  const company = await currentCompany(scope, companyId);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you budget for it.');
  const budget = stamped(scope, {
    companyId,
    budgetId: newId(scope.now()),
    title,
    fiscalYear: year,
    fiscalYearStart: company.fiscalYearStart,
    currency: company.currency,
    status: 'draft' as const,
    sentVersion: 0,
    internalNotes,
    lineCount: 0,
    openLines: 0,
    sums: { draft: 0, pending: 0, approved: 0, rejected: 0 },
  });
  const ids = [...new Set(plannerItemIds)];
  const [pulled, copied] = await Promise.all([
    pulledLines(scope, budget, [], ids),
    templateId ? template(scope, templateId).then((from) => linesOf(from, budget, company.seats)) : [],
  ]);
  const lines = [...pulled, ...copied.map((line) => freshLine(scope, budget, line))];
  const { after } = moved(scope, { budget, lines: [] }, lines);
  const first = { ...after.budget, v: 1 };
  const ops = [
    put(BudgetEntity, first),
    ...lines.map((line) => put(BudgetLineEntity, line, { audit: false })),
    ...linked(scope, first, ids),
    happened(scope, companyId, record(first.budgetId), 'created', ids),
  ];
  return commit(
    scope,
    ops,
    [budgetChanged.of({ companyId, budgetId: first.budgetId })],
    shown({ budget: first, lines }),
  );
}

/** Changes title, notes or due date. */
export async function edit(
  scope: Scope,
  { companyId, budgetId, v, dueDate, ...set }: BudgetChange,
): Promise<BudgetDetail> {
  const before = await readBudget(scope, { companyId, budgetId });
  basedOn(before.budget, v, 'budget');
  const moving = { ...set, ...(dueDate === undefined ? {} : { dueDate: dueDate ?? undefined }) };
  const after = revised(scope, before.budget, moving);
  const fields = Object.keys(moving);
  return commit(
    scope,
    [
      change(BudgetEntity, before.budget, after, { what: 'budget' }),
      happened(scope, companyId, record(budgetId), 'changed', fields),
    ],
    [budgetChanged.of({ companyId, budgetId })],
    await withStale(scope, { ...before, budget: after }),
  );
}

/** Lines of more planner items. Refused once the budget is replaced. */
export async function addItems(
  scope: Scope,
  { companyId, budgetId, v, plannerItemIds }: ItemsToAdd,
): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const ids = [...new Set(plannerItemIds)];
  const fresh = await pulledLines(scope, before.budget, before.lines, ids);
  if (fresh.length === 0) throw refused('budget.items-present', 'These planner items are in the budget already.');
  const { after, ops } = moved(scope, before, [...before.lines, ...fresh]);
  const present = itemsIn(before.lines);
  const added = ids.filter((id) => !present.includes(id));
  const rows = [
    ...ops,
    ...linked(scope, before.budget, added),
    happened(scope, companyId, record(budgetId), 'budgeted', added),
  ];
  return commit(scope, rows, [budgetChanged.of({ companyId, budgetId })], await withStale(scope, after));
}

/** A budget that may still change: not obsolete, and at the version that the caller saw. */
export async function readOpen(scope: Scope, one: One, v: number): Promise<Stored> {
  const stored = await readBudget(scope, one);
  basedOn(stored.budget, v, 'budget');
  if (stored.budget.status === 'obsolete')
    throw refused('budget.obsolete', 'This budget was replaced by a newer one. Change that one.');
  return stored;
}

/** A new draft with the same lines; the old budget becomes obsolete and stays as it was for the record. */
export async function replace(scope: Scope, { companyId, budgetId, v }: One & { v: number }): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const fresh = stamped(scope, {
    ...before.budget,
    budgetId: newId(scope.now()),
    status: 'draft' as const,
    sentVersion: 0,
    sentAt: undefined,
    dueDate: undefined,
    replaces: budgetId,
  });
  const lines = before.lines.map(
    (line): BudgetLineRow => ({
      ...line,
      budgetId: fresh.budgetId,
      budgetLineId: newId(scope.now()),
      status: 'draft',
      decision: undefined,
    }),
  );
  const { after } = moved(scope, { budget: fresh, lines: [] }, lines);
  const draft = { ...after.budget, v: 1 };
  const ops = [
    change(BudgetEntity, before.budget, revised(scope, before.budget, { status: 'obsolete', openLines: 0 }), {
      what: 'budget',
    }),
    put(BudgetEntity, draft),
    ...lines.map((line) => write(BudgetLineEntity, line)),
    ...linked(scope, draft, itemsIn(lines)),
    happened(scope, companyId, record(budgetId), 'replaced', [draft.budgetId]),
    happened(scope, companyId, record(draft.budgetId), 'created', [budgetId]),
  ];
  const facts = [budgetChanged.of({ companyId, budgetId }), budgetChanged.of({ companyId, budgetId: draft.budgetId })];
  return commit(scope, ops, facts, await withStale(scope, { budget: draft, lines }));
}
