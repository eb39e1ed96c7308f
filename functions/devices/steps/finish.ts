import { finishStep } from '../../integrations/sync-steps.service.ts';

export const handler = finishStep('devices-step-finish');
