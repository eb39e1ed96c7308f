import { deviceChanged, devicesImported, devicesMoved, policiesChanged } from '../../events/devices.ts';
import { companyUnmapped } from '../../events/integrations.ts';
import { devicesApi } from '../../shared/devices/devices.api.ts';
import { SYNC_STEP } from '../constructs/vendor-sync.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const devices: FeatureSpec = {
  api: devicesApi,
  data: 'read-write',
  on: {
    'company-unmapped': { fact: companyUnmapped, timeout: 300 },
    'device-changed': { fact: [deviceChanged, devicesImported, devicesMoved], timeout: 60 },
    'policies-changed': { fact: policiesChanged, timeout: 300 },
  },
  steps: {
    plan: {},
    pull: { ...SYNC_STEP, credentials: 'open' },
    reconcile: SYNC_STEP,
    assess: SYNC_STEP,
    finish: {},
    fail: {},
  },
  workflows: ['devices-sync'],
  schedules: { 'passing-days': { every: 'rate(1 day)', timeout: 300 } },
};
