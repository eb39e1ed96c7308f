import { recordPath } from '../kernel/record-path.ts';
import { listWord } from '../views/lists.ts';
import type { Notification } from './notification.ts';

/** A notification as the bell's panel and the digest mail say it. */
export interface Words {
  tone: 'ok' | 'warn' | 'bad' | 'info';
  title: string;
  detail: string;
  /** The record's page; none where the person has nothing to open. */
  href?: string;
}

const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

/** A notification in words, for staff. */
export function staffWords(notification: Notification): Words {
  const scope = notification.companyId ? `/c/${notification.companyId}` : '';
  switch (notification.type) {
    case 'budget-answered': {
      const { company, approved, rejected, complete } = notification.params;
      const parts = [
        approved > 0 ? `${lines(approved)} approved` : '',
        rejected > 0 ? `${lines(rejected)} rejected` : '',
      ];
      return {
        tone: rejected > 0 ? 'warn' : 'ok',
        title: `${company} answered`,
        detail: `${parts.filter(Boolean).join(', ')}${complete ? ', nothing waits any more' : ', more wait'}`,
        href: `${scope}/budgets/${notification.record.id}`,
      };
    }
    case 'budget-sent':
      return {
        tone: 'info',
        title: 'A budget waits for an answer',
        detail: lines(notification.params.lines),
        href: `${scope}/budgets/${notification.record.id}`,
      };
    case 'goal-off-track':
      return {
        tone: 'warn',
        title: 'A goal went off track',
        detail: notification.params.company,
        href: `${scope}/goals/${notification.record.id}`,
      };
    case 'integration-failed':
      return {
        tone: 'bad',
        title: 'An integration stopped',
        detail: 'See the cause and the fix',
        href: `/integrations/${notification.record.id}`,
      };
    case 'integration-recovered':
      return {
        tone: 'ok',
        title: 'An integration works again',
        detail: 'The next sync catches up',
        href: `/integrations/${notification.record.id}`,
      };
    case 'report-finished':
      return {
        tone: 'ok',
        title: 'A report is ready',
        detail: notification.params.company,
        href: `${scope}/reports/${notification.record.id}`,
      };
    case 'report-waits':
      return {
        tone: 'warn',
        title: 'A report waits for your review',
        detail: notification.params.company,
        href: `${scope}/reports/${notification.record.id}`,
      };
    case 'export-finished':
      return {
        tone: 'ok',
        title: 'An export is ready',
        detail: `${listWord(notification.params.list)}, ${notification.params.rows === 1 ? '1 row' : `${notification.params.rows} rows`}`,
        href: '/exports',
      };
    case 'export-failed':
      return {
        tone: 'bad',
        title: 'An export failed',
        detail: listWord(notification.params.list),
        href: '/exports',
      };
    case 'webhook-disabled':
      return {
        tone: 'bad',
        title: 'A webhook was switched off',
        detail: notification.params.gone ? 'Its receiver wants no more events' : 'Nothing got through for three days',
        href: `/settings?tab=webhooks&webhook=${notification.record.id}`,
      };
    case 'mentioned':
      return {
        tone: 'info',
        title: `${notification.params.by || 'Somebody'} named you in a comment`,
        detail: notification.params.company,
        href: recordPath(notification.companyId, notification.record),
      };
    case 'report-failed':
      return {
        tone: 'bad',
        title: 'A report failed',
        detail: notification.params.company,
        href: `${scope}/reports/${notification.record.id}`,
      };
  }
}

/** The same for client users, whose records are in the portal at `/portal/<mspSlug>`. */
export function clientWords(notification: Notification, mspSlug: string): Words {
  const home = `/portal/${mspSlug}`;
  return { ...staffWords(notification), href: notification.record.type === 'budget' ? `${home}/plan` : home };
}
