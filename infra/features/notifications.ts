import { budgetAnswered, budgetSent } from '../../events/budgets.ts';
import { commentMentioned } from '../../events/comments.ts';
import { exportFailed, exportFinished } from '../../events/exports.ts';
import { goalTurned } from '../../events/goals.ts';
import { integrationFailed, integrationRecovered } from '../../events/integrations.ts';
import { digestPlanned } from '../../events/notifications.ts';
import { reportFailed, reportFinished, reportWaits } from '../../events/reports.ts';
import { webhookDisabled } from '../../events/webhooks.ts';
import { notificationsApi } from '../../shared/notifications/notifications.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const notifications: FeatureSpec = {
  api: notificationsApi,
  data: 'read-write',
  on: {
    'budget-sent': { fact: budgetSent },
    'budget-answered': { fact: budgetAnswered },
    'goal-turned': { fact: goalTurned },
    'integration-failed': { fact: integrationFailed },
    'integration-recovered': { fact: integrationRecovered },
    'report-finished': { fact: reportFinished },
    'report-failed': { fact: reportFailed },
    'report-waits': { fact: reportWaits },
    'export-finished': { fact: exportFinished },
    'export-failed': { fact: exportFailed },
    'webhook-disabled': { fact: webhookDisabled },
    'comment-mentioned': { fact: commentMentioned },
    'digest-planned': { fact: digestPlanned, mail: true },
  },
  // On the hour: seven in the morning comes on one of these ticks, or shortly before it, in every zone.
  schedules: { 'send-digests': { every: 'cron(0 * * * ? *)' } },
};
