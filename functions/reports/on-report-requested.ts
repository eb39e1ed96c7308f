import { reportRequested } from '../../events/reports.ts';
import { on } from '../_kit/on.ts';
import { startMaking } from './workflow.service.ts';

export const handler = on(reportRequested, startMaking);
