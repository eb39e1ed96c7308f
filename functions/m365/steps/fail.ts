import { failStep } from '../../integrations/sync-steps.service.ts';

export const handler = failStep('m365-step-fail');
