import { goalCreated } from '../../events/goals.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = on(goalCreated, (scope, { companyId }) => refreshSummary(scope, companyId));
