import { pullStep } from '../../integrations/sync-steps.service.ts';
import { DATA_SETS } from '../data-sets.ts';

export const handler = pullStep('m365-step-pull', DATA_SETS);
