import { devicesPurged } from '../../events/devices.ts';
import { integrationDisconnected, syncRequested, testRequested } from '../../events/integrations.ts';
import { companyPurged } from '../../events/m365.ts';
import { integrationsApi } from '../../shared/integrations/integrations.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const integrations: FeatureSpec = {
  api: integrationsApi,
  apiFunction: { credentials: 'seal' },
  data: 'read-write',
  on: {
    'sync-requested': { fact: syncRequested, starts: ['devices-sync', 'm365-sync'] },
    'test-requested': { fact: testRequested, credentials: 'open', timeout: 120 },
    'integration-disconnected': { fact: integrationDisconnected, timeout: 300 },
    'company-purged': { fact: companyPurged, timeout: 300 },
    'devices-purged': { fact: devicesPurged, timeout: 300 },
  },
  schedules: {
    'due-syncs': { every: 'rate(15 minutes)' },
    'lapsed-runs': { every: 'rate(5 minutes)' },
  },
};
