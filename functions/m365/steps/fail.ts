import { step } from '../../_kit/step.ts';
import { fail } from '../../integrations/finish.service.ts';
import { SyncInput } from '../sync-input.ts';

export const handler = step('m365-step-fail', SyncInput, fail);
