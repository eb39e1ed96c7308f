import { budgetSent } from '../../events/budgets.ts';
import { onceForCompany } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = onceForCompany([budgetSent], refreshSummary);
