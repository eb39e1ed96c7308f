import { planStep } from '../../integrations/sync-steps.service.ts';

export const handler = planStep('m365-step-plan');
