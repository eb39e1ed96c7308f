import { plannerItemCreated } from '../../events/planner.ts';
import { onceForCompany } from '../_kit/on.ts';
import { refreshSummary } from './summary.service.ts';

export const handler = onceForCompany([plannerItemCreated], refreshSummary);
