import { schedule } from '../_kit/schedule.ts';
import { clearFiles } from './clearing.service.ts';

/** Files that were removed, or never arrived, are deleted for good. */
export const handler = schedule('attachments-schedule-clear-files', clearFiles);
