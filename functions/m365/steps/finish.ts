import { step } from '../../_kit/step.ts';
import { finish } from '../../integrations/finish.service.ts';
import { SyncInput } from '../sync-input.ts';

export const handler = step('m365-step-finish', SyncInput, finish);
