import { schedule } from '../_kit/schedule.ts';
import { assessAll } from './assess.service.ts';

/** Warranties end and lifespans pass without anybody touching a device. */
export const handler = schedule('devices-schedule-passing-days', assessAll);
