import { policiesChanged } from '../../events/devices.ts';
import { on } from '../_kit/on.ts';
import { assess, assessAll } from './assess.service.ts';

export const handler = on(policiesChanged, async (scope, { companyId }) => {
  // Judging again is harmless, so it stands outside the commit that is made once.
  const repeatable = { ...scope, inbox: undefined };
  await (companyId ? assess(repeatable, companyId) : assessAll(repeatable));
});
