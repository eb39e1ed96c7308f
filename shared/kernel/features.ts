/**
 * Every feature of the product, in product order. The order is the import order: a feature's code may import only
 * features that stand before it. What must flow back flows as a fact.
 */
export const FEATURES = [
  'platform',
  'identity',
  'views',
  'companies',
  'notifications',
  'findings',
  'integrations',
  'devices',
  'm365',
  'backup-security',
  'surveys',
  'compliance',
  'tool-stack',
  'service-desk',
  'projects',
  'billing',
  'goals',
  'planner',
  'budgets',
  'meetings',
  'training',
  'reports',
  'dashboards',
  'onboarding',
  'msp-tools',
  'automations',
  'comments',
  'attachments',
  'search',
  'exports',
  'webhooks',
  'portal',
] as const;

export type Feature = (typeof FEATURES)[number];

/** True when `feature` may import `other` under product order (a feature may always import itself). */
export function isUpstream(other: Feature, feature: Feature): boolean {
  return FEATURES.indexOf(other) <= FEATURES.indexOf(feature);
}
