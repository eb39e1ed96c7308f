import type { FeatureSpec } from '../feature-spec.ts';

export const platform: FeatureSpec = {
  data: 'read-write',
  stream: { outbox: {} },
  dispatch: { schedules: {} },
  schedules: { sweep: { every: 'rate(15 minutes)' } },
};
