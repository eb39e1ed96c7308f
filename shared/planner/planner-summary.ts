import { z } from 'zod';
import { CalendarDate, fiscalQuarter } from '../kernel/date.ts';
import { PlannerItemId } from '../kernel/id.ts';
import { ItemStatus, type PlannerItem } from './planner-item.ts';
import { QUARTERS_NAMED } from './roadmap-quarters.ts';

/** Items named in a quarter. */
const SHOWN = 6;

/** What is planned by quarter: the company's `sum#planner` row. Quarters that hold nothing are absent, later ones name no items. */
export const PlannerSummary = z.object({
  items: z.int(),
  unscheduled: z.int(),
  quarters: z.array(
    z.object({
      start: CalendarDate,
      year: z.int(),
      quarter: z.int(),
      items: z.int(),
      oneTimeMinor: z.int(),
      hours: z.number(),
      first: z.array(
        z.object({
          plannerItemId: PlannerItemId,
          title: z.string(),
          status: ItemStatus,
          oneTimeMinor: z.int(),
          monthlyMinor: z.int(),
          annualMinor: z.int(),
        }),
      ),
    }),
  ),
});
export type PlannerSummary = z.infer<typeof PlannerSummary>;

/** Counts open items once each, in the fiscal quarter of their start. */
export function plannerSummary(items: readonly PlannerItem[], fiscalYearStart: number): PlannerSummary {
  const scheduled = items.filter((item) => item.startDate !== undefined);
  const byQuarter = Map.groupBy(scheduled, (item) => fiscalQuarter(item.startDate ?? '', fiscalYearStart).start);
  const quarters = [...byQuarter]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([start, own], at) => {
      const { year, quarter } = fiscalQuarter(start, fiscalYearStart);
      return {
        start,
        year,
        quarter,
        items: own.length,
        oneTimeMinor: own.reduce((sum, item) => sum + item.oneTimeMinor, 0),
        hours: own.reduce((sum, item) => sum + item.hours, 0),
        first: own
          .toSorted((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''))
          .slice(0, at < QUARTERS_NAMED ? SHOWN : 0)
          .map(({ plannerItemId, title, status, oneTimeMinor, monthlyMinor, annualMinor }) => ({
            plannerItemId,
            title,
            status,
            oneTimeMinor,
            monthlyMinor,
            annualMinor,
          })),
      };
    });
  return { items: items.length, unscheduled: items.length - scheduled.length, quarters };
}
