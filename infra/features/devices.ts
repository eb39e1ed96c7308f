import { deviceChanged, policiesChanged } from '../../events/devices.ts';
import { devicesApi } from '../../shared/devices/devices.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const devices: FeatureSpec = {
  api: devicesApi,
  data: 'read-write',
  on: {
    'device-changed': { fact: deviceChanged },
    'policies-changed': { fact: policiesChanged, timeout: 300 },
  },
  schedules: { 'passing-days': { every: 'rate(1 day)', timeout: 300 } },
};
