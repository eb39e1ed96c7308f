import { platformApi } from '../../shared/platform/platform.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const platform: FeatureSpec = {
  api: platformApi,
  data: 'read-write',
  stream: { outbox: {} },
  dispatch: { schedules: {} },
  schedules: { sweep: { every: 'rate(15 minutes)', publishes: true } },
};
