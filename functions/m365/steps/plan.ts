import { z } from 'zod';
import { step } from '../../_kit/step.ts';
import { plan } from '../../integrations/plan.service.ts';

const Input = z.object({
  mspId: z.string(),
  integrationId: z.string(),
  runId: z.string(),
  /** Longest wait between two looks at a vendor that asked us to wait, in seconds. */
  longestWait: z.number().min(0),
});

export const handler = step('m365-step-plan', Input, async (scope, input) => ({
  ...input,
  ...(await plan(scope, input)),
}));
