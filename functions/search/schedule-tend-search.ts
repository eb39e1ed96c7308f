import { schedule } from '../_kit/schedule.ts';
import { tend } from './tending.service.ts';

/** Every client's part of the index is held against its records once a day. */
export const handler = schedule('search-schedule-tend-search', tend);
