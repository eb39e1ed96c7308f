import { step } from '../../_kit/step.ts';
import { pull } from '../../integrations/pull.service.ts';
import { DATA_SETS } from '../data-sets.ts';
import { SyncInput } from '../sync-input.ts';

export const handler = step('m365-step-pull', SyncInput, async (scope, input) => ({
  ...input,
  ...(await pull(scope, input, DATA_SETS)),
}));
