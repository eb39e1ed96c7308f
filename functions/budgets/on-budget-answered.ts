import { budgetAnswered } from '../../events/budgets.ts';
import { on } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = on(budgetAnswered, (scope, { companyId }) => refreshSummary(scope, companyId));
