import { schedule } from '../_kit/schedule.ts';
import { makeDue } from './due.service.ts';

/** Reports that clients' schedules ask for. */
export const handler = schedule('reports-schedule-due-reports', makeDue);
