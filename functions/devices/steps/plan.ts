import { planStep } from '../../integrations/sync-steps.service.ts';

export const handler = planStep('devices-step-plan');
