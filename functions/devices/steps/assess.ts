import { assessStep } from '../../integrations/sync-steps.service.ts';
import { assess } from '../assess.service.ts';

export const handler = assessStep('devices-step-assess', assess);
