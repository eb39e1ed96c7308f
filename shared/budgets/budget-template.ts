import { z } from 'zod';
import { BudgetId, CompanyId, Id } from '../kernel/id.ts';
import { Currency, Price } from '../kernel/money.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { Recurrence } from '../planner/planner-item.ts';
import { LineType, MOST_LINES } from './budget.ts';

/** A line of a template: what a budget line starts from. It knows no year, only the month within one. */
export const TemplateLine = z.object({
  label: z.string(),
  type: LineType,
  quantity: z.number(),
  /** True when the quantity is for each seat of the client. */
  perSeat: z.boolean(),
  unitMinor: Price,
  recurrence: Recurrence,
  /** Months after the start of the fiscal year in which it is first due, 0 to 11. */
  month: z.int().min(0).max(11),
  termMonths: z.int(),
  note: z.string(),
});
export type TemplateLine = z.infer<typeof TemplateLine>;

/** A set of lines to start a budget with. Budgets copy them and never hear of the template again. */
export const BudgetTemplate = z.object({
  /** A word for those that Fairlead ships, an id for the MSP's own. */
  templateId: z.string(),
  name: z.string(),
  description: z.string(),
  currency: Currency,
  shipped: z.boolean(),
  lines: z.array(TemplateLine).max(MOST_LINES),
  /** Version of the MSP's own; 0 for a shipped one. */
  v: z.int().min(0),
  updatedAt: RecordFields.updatedAt.optional(),
});
export type BudgetTemplate = z.infer<typeof BudgetTemplate>;
export const BudgetTemplates = z.object({ items: z.array(BudgetTemplate) });

/** Keeps the lines of a budget as the MSP's own template. */
export const NewTemplate = z.strictObject({
  companyId: CompanyId,
  budgetId: BudgetId,
  name: line('the name of the template', 80),
  description: prose('the description', 400).default(''),
});
export type NewTemplate = z.infer<typeof NewTemplate>;

export const VersionedTemplate = z.strictObject({ templateId: Id, v: Version });
export type VersionedTemplate = z.infer<typeof VersionedTemplate>;
