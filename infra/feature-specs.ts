import type { Feature } from '../shared/kernel/features.ts';
import type { FeatureSpec } from './feature-spec.ts';
import { attachments } from './features/attachments.ts';
import { budgets } from './features/budgets.ts';
import { comments } from './features/comments.ts';
import { companies } from './features/companies.ts';
import { devices } from './features/devices.ts';
import { exports } from './features/exports.ts';
import { findings } from './features/findings.ts';
import { goals } from './features/goals.ts';
import { identity } from './features/identity.ts';
import { integrations } from './features/integrations.ts';
import { m365 } from './features/m365.ts';
import { meetings } from './features/meetings.ts';
import { notifications } from './features/notifications.ts';
import { planner } from './features/planner.ts';
import { platform } from './features/platform.ts';
import { portal } from './features/portal.ts';
import { reports } from './features/reports.ts';
import { search } from './features/search.ts';
import { views } from './features/views.ts';
import { webhooks } from './features/webhooks.ts';

/** Every deployed feature, by name: an import and a word each, in product order. */
export type FeatureSpecs = Readonly<Partial<Record<Feature, FeatureSpec>>>;

export const FEATURE_SPECS: FeatureSpecs = {
  platform,
  identity,
  views,
  companies,
  notifications,
  findings,
  integrations,
  devices,
  m365,
  goals,
  planner,
  budgets,
  meetings,
  reports,
  comments,
  attachments,
  search,
  exports,
  webhooks,
  portal,
};
