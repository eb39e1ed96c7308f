import { z } from 'zod';
import { step } from '../../_kit/step.ts';
import { finish } from '../finishing.service.ts';
import { MakingInput } from '../making-input.ts';

const Input = MakingInput.extend({
  pdf: z.object({ sha256: z.string(), bytes: z.int(), pages: z.int(), fileName: z.string() }),
});

export const handler = step('reports-step-finish', Input, finish);
