import { exportFailed } from '../../events/exports.ts';
import { on } from '../_kit/on.ts';
import { exportEnded } from './tidings.service.ts';

export const handler = on(exportFailed, exportEnded);
