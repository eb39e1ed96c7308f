import { reconcileStep } from '../../integrations/sync-steps.service.ts';
import { DATA_SETS } from '../data-sets.ts';

export const handler = reconcileStep('m365-step-reconcile', DATA_SETS);
