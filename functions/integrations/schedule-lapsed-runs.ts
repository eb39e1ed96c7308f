import { schedule } from '../_kit/schedule.ts';
import { restartLapsed } from './runs.service.ts';

/** Runs that lost their worker are taken up where they stopped. */
export const handler = schedule('integrations-schedule-lapsed-runs', restartLapsed);
