import { exportRequested } from '../../events/exports.ts';
import { on } from '../_kit/on.ts';
import { startWriting } from './workflow.service.ts';

export const handler = on(exportRequested, startWriting);
