import { step } from '../../_kit/step.ts';
import { Writing } from '../export-records.ts';
import { write } from '../writing.service.ts';

/** Time that the next part may take, and what follows it. */
const RESERVE_MS = 20_000;

export const handler = step('exports-step-write', Writing, (scope, writing, context) =>
  write(scope, writing, () => context.getRemainingTimeInMillis() > RESERVE_MS),
);
