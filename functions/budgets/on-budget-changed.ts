import { budgetChanged } from '../../events/budgets.ts';
import { onceForCompany } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = onceForCompany([budgetChanged], refreshSummary);
