import { schedule } from '../_kit/schedule.ts';
import { restartStuck } from './stuck.service.ts';

/** Reports whose worker was lost are made again. */
export const handler = schedule('reports-schedule-stuck-reports', restartStuck);
