import { z } from 'zod';
import { step } from '../../_kit/step.ts';
import { Writing } from '../export-records.ts';
import { fail } from '../finishing.service.ts';

const Input = Writing.extend({ error: z.object({ Error: z.string() }).optional() });

export const handler = step('exports-step-fail', Input, (scope, { error, ...writing }) =>
  fail(scope, { ...writing, ...(error ? { error: error.Error } : {}) }),
);
