import { plannerItemArchived } from '../../events/planner.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = on(plannerItemArchived, (scope, { companyId }) => refreshSummary(scope, companyId));
