import { syncRequested } from '../../events/integrations.ts';
import { on } from '../_kit/on.ts';
import { startRun } from './workflow.service.ts';

export const handler = on(syncRequested, startRun);
