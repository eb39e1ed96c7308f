import { failStep } from '../../integrations/sync-steps.service.ts';

export const handler = failStep('devices-step-fail');
