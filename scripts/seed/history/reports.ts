import * as Arranging from '../../../functions/reports/arranging.service.ts';
import * as Publishing from '../../../functions/reports/publishing.service.ts';
import * as Reports from '../../../functions/reports/reports.service.ts';
import { addDays, addMonths, type CalendarDate, fiscalQuarter } from '../../../shared/kernel/date.ts';
import { coveredBy } from '../../../shared/reports/occurrences.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { Client } from '../clients.ts';
import { back } from '../moment.ts';
import type { Past } from './past.ts';

/** The quarter before is told on the tenth day of each. */
const RULE = { every: 'quarter', on: 'day', count: 10 } as const;

/** Reports of earlier quarters: made from what was there then, and shown to the client once the pages are drawn. */
export function reported(
  cloud: Cloud,
  { company, owner, portal }: Client,
  { reports = [] }: Past,
  today: CalendarDate,
) {
  const { companyId, fiscalYearStart } = company;
  const then = back(cloud, owner, 'reports');
  const recipients = portal.map(({ userId }) => ({ type: 'client-user' as const, id: userId }));
  const made = new Map<number, string>();
  const dayOf = (monthsAgo: number) => addMonths(today, -monthsAgo);
  return {
    first: Math.max(0, ...reports),
    async play(monthsAgo: number): Promise<void> {
      if (!reports.includes(monthsAgo)) return;
      const at = new Date(`${dayOf(monthsAgo)}T21:00:00Z`);
      const quarter = fiscalQuarter(dayOf(monthsAgo), fiscalYearStart);
      const facts = {
        companyId,
        note: '',
        ...coveredBy(RULE, addDays(quarter.start, RULE.count - 1), fiscalYearStart),
      };
      const { reportId, v } = await then(at, 'create', (scope) => Arranging.create(scope, facts));
      await then(at, 'make', (scope) => Arranging.make(scope, { companyId, reportId, v }));
      made.set(monthsAgo, reportId);
    },
    async publish(monthsAgo: number, at: Date): Promise<void> {
      const reportId = made.get(monthsAgo);
      if (!reportId) return;
      await then(at, 'publish', async (scope) => {
        const { v } = await Reports.get(scope, { companyId, reportId });
        await Publishing.publish(scope, { companyId, reportId, v, recipients });
      });
    },
  };
}
