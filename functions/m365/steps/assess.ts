import { assessStep } from '../../integrations/sync-steps.service.ts';
import { assess } from '../assess.service.ts';

export const handler = assessStep('m365-step-assess', assess);
