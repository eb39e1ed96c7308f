import { controlStatusSet } from '../../events/m365.ts';
import { onceFor } from '../_kit/on.ts';
import { assess } from './assess.service.ts';

/** A decision closes or opens the control's finding at once, not with the next sync. */
export const handler = onceFor(
  [controlStatusSet],
  ({ companyId }) => companyId,
  (scope, { companyId }) => assess(scope, companyId),
);
