import { finishStep } from '../../integrations/sync-steps.service.ts';

export const handler = finishStep('m365-step-finish');
