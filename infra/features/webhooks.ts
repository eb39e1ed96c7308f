import { OUTWARD_FACTS } from '../../events/outward.ts';
import { deliveryPlanned } from '../../events/webhooks.ts';
import { webhooksApi } from '../../shared/webhooks/webhooks.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const webhooks: FeatureSpec = {
  api: webhooksApi,
  apiFunction: { credentials: 'seal' },
  data: 'read-write',
  on: {
    'outward-fact': { fact: OUTWARD_FACTS },
    // One call a run: an address that answers late holds up no other.
    'delivery-planned': { fact: deliveryPlanned, credentials: 'open', batch: 1, timeout: 30 },
  },
  schedules: { 'due-deliveries': { every: 'rate(5 minutes)' } },
};
