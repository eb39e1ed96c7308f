import { goalChanged, goalCreated } from '../../events/goals.ts';
import { companyRefreshed } from '../../events/m365.ts';
import { goalsApi } from '../../shared/goals/goals.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const goals: FeatureSpec = {
  api: goalsApi,
  data: 'read-write',
  on: {
    'goal-created': { fact: goalCreated },
    'goal-changed': { fact: goalChanged },
    'company-refreshed': { fact: companyRefreshed },
  },
  schedules: { health: { every: 'cron(30 4 * * ? *)' } },
};
