import type { BudgetTemplate, NewTemplate, VersionedTemplate } from '../../shared/budgets/budget-template.ts';
import { SHIPPED_TEMPLATES } from '../../shared/budgets/shipped-templates.ts';
import { templateLine } from '../../shared/budgets/templating.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import { isId } from '../../shared/kernel/id.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put, remove } from '../_kit/operations.ts';
import { basedOn, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, mustFind } from '../_kit/store.ts';
import { readBudget } from './budget-records.ts';
import { BudgetTemplateEntity, type BudgetTemplateRow } from './budget-template.entity.ts';

/** Templates that one MSP keeps. */
const MOST_TEMPLATES = 100;

const shown = ({ budgetTemplateId, name, description, currency, lines, v, updatedAt }: BudgetTemplateRow) => ({
  templateId: budgetTemplateId,
  name,
  description,
  currency,
  shipped: false,
  lines,
  v,
  updatedAt,
});

const ownRows = (scope: Scope, most = MOST_TEMPLATES) =>
  all(scope, BudgetTemplateEntity, BudgetTemplateEntity.query.record({ mspId: scope.mspId }), { most });

/** What a budget can start from: the MSP's own by name, then those that are shipped. */
export async function templates(scope: Scope): Promise<{ items: BudgetTemplate[] }> {
  const own = (await ownRows(scope)).map(shown);
  return { items: [...own.toSorted((a, b) => a.name.localeCompare(b.name)), ...SHIPPED_TEMPLATES] };
}

/** One template, shipped or the MSP's own, or 404. */
export async function template(scope: Scope, templateId: string): Promise<BudgetTemplate> {
  const shipped = SHIPPED_TEMPLATES.find((one) => one.templateId === templateId);
  if (shipped) return shipped;
  const { mspId } = scope;
  const row = isId(templateId)
    ? await find(scope, BudgetTemplateEntity, BudgetTemplateEntity.get({ mspId, budgetTemplateId: templateId }))
    : undefined;
  if (!row) throw notFound('budget template');
  return shown(row);
}

/** Keeps the lines of a budget as a template: what they are, not whose; the client's answers stay behind. */
export async function saveTemplate(
  scope: Scope,
  { companyId, budgetId, name, description }: NewTemplate,
): Promise<BudgetTemplate> {
  const [{ budget, lines }, own] = await Promise.all([
    readBudget(scope, { companyId, budgetId }, false),
    ownRows(scope, MOST_TEMPLATES + 1),
  ]);
  if (lines.length === 0) throw refused('template.empty', 'This budget has no line yet. Add some before you keep it.');
  if (own.length >= MOST_TEMPLATES)
    throw refused('template.full', `Keep at most ${MOST_TEMPLATES} templates. Delete one that nobody uses.`);
  const row = stamped(scope, {
    budgetTemplateId: newId(scope.now()),
    name,
    description,
    currency: budget.currency,
    lines: lines.map((line) => templateLine(line, budget)),
  });
  return commit(scope, [put(BudgetTemplateEntity, row)], [], shown(row));
}

/** Deletes one of the MSP's own templates. Budgets that started from it stay as they are. */
export async function removeTemplate(scope: Scope, { templateId, v }: VersionedTemplate): Promise<Gone> {
  const get = BudgetTemplateEntity.get({ mspId: scope.mspId, budgetTemplateId: templateId });
  const row = basedOn(await mustFind(scope, BudgetTemplateEntity, get, 'budget template'), v, 'budget template');
  return commit(scope, [remove(BudgetTemplateEntity, row, { what: 'budget template' })], [], {});
}
