import { companyUnmapped } from '../../events/integrations.ts';
import { controlStatusSet } from '../../events/m365.ts';
import { m365Api } from '../../shared/m365/m365.api.ts';
import { SYNC_STEP } from '../constructs/vendor-sync.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const m365: FeatureSpec = {
  api: m365Api,
  data: 'read-write',
  on: {
    'company-unmapped': { fact: companyUnmapped, timeout: 300 },
    'control-status-set': { fact: controlStatusSet },
  },
  steps: {
    plan: {},
    pull: { ...SYNC_STEP, credentials: 'open' },
    reconcile: SYNC_STEP,
    assess: SYNC_STEP,
    finish: {},
    fail: {},
  },
  workflows: ['m365-sync'],
};
