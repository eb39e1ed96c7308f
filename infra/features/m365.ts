import { companyUnmapped } from '../../events/integrations.ts';
import { controlStatusSet } from '../../events/m365.ts';
import { m365Api } from '../../shared/m365/m365.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

/** Seconds: a step works up to a minute, then finishes the page at hand and hands over to its next call. */
const STEP = { timeout: 120, memory: 1_024 };

export const m365: FeatureSpec = {
  api: m365Api,
  data: 'read-write',
  on: {
    'company-unmapped': { fact: companyUnmapped, timeout: 300 },
    'control-status-set': { fact: controlStatusSet },
  },
  steps: {
    plan: {},
    pull: { ...STEP, credentials: 'open' },
    reconcile: STEP,
    assess: STEP,
    finish: {},
    fail: {},
  },
  workflows: ['m365-sync'],
};
