import { controlStatusSet } from '../../events/m365.ts';
import { on } from '../_kit/on.ts';
import { assess } from './assess.service.ts';

/** A decision closes or opens the control's finding at once, not with the next sync. */
export const handler = on(controlStatusSet, (scope, { companyId }) =>
  assess({ ...scope, inbox: undefined }, companyId),
);
