import { goalChanged } from '../../events/goals.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = on(goalChanged, (scope, { companyId }) => refreshSummary(scope, companyId));
