import { goalChanged } from '../../events/goals.ts';
import { onceForCompany } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = onceForCompany([goalChanged], refreshSummary);
