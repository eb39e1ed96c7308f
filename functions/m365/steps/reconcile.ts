import { step } from '../../_kit/step.ts';
import { reconcile } from '../../integrations/reconcile.service.ts';
import { DATA_SETS } from '../data-sets.ts';
import { SyncInput } from '../sync-input.ts';

export const handler = step('m365-step-reconcile', SyncInput, async (scope, input) => ({
  ...input,
  ...(await reconcile(scope, input, DATA_SETS)),
}));
