import { addMonths, fiscalYear } from '../kernel/calendar.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import type { Budget, BudgetLine } from './budget.ts';
import type { BudgetTemplate, TemplateLine } from './budget-template.ts';

/** What a budget line takes of a template. */
export type FromTemplate = Pick<
  BudgetLine,
  'label' | 'type' | 'quantity' | 'unitMinor' | 'recurrence' | 'startDate' | 'termMonths' | 'note'
>;

type Year = Pick<Budget, 'fiscalYear' | 'fiscalYearStart' | 'currency'>;

/**
 * The lines that a template gives to a budget of a year. What is for each seat is multiplied by the client's seats, by one
 * where nobody knows them; prices of another currency start at 0, because no rate is guessed.
 */
export function linesOf({ lines, currency }: BudgetTemplate, budget: Year, seats: number): FromTemplate[] {
  const { start } = fiscalYear(budget.fiscalYear, budget.fiscalYearStart);
  return lines.map(({ perSeat, month, quantity, unitMinor, ...line }) => ({
    ...line,
    quantity: perSeat ? quantity * Math.max(1, seats) : quantity,
    unitMinor: currency === budget.currency ? unitMinor : 0,
    startDate: addMonths(start, month),
  }));
}

/** A budget's line as a template keeps it: the month within its year in place of the day. */
export function templateLine(line: FromTemplate, budget: Year): TemplateLine {
  const { label, type, quantity, unitMinor, recurrence, termMonths, note, startDate } = line;
  const first = monthIndex(fiscalYear(budget.fiscalYear, budget.fiscalYearStart).start);
  const month = (((monthIndex(startDate) - first) % 12) + 12) % 12;
  return { label, type, quantity, perSeat: false, unitMinor, recurrence, month, termMonths, note };
}
