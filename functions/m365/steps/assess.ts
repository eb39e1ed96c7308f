import { step } from '../../_kit/step.ts';
import { assessCompanies } from '../sync.service.ts';
import { SyncInput } from '../sync-input.ts';

export const handler = step('m365-step-assess', SyncInput, async (scope, input) => ({
  ...input,
  ...(await assessCompanies(scope, input, input.assessed)),
}));
