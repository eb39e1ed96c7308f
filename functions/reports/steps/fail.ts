import { z } from 'zod';
import { step } from '../../_kit/step.ts';
import { fail } from '../finishing.service.ts';
import { MakingInput } from '../making-input.ts';

const Input = MakingInput.extend({ error: z.object({ Error: z.string() }).optional() });

export const handler = step('reports-step-fail', Input, (scope, { error, ...making }) =>
  fail(scope, { ...making, ...(error ? { error: error.Error } : {}) }),
);
