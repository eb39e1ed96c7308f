import { z } from 'zod';
import { isTimeZone } from './calendar.ts';

// The arithmetic stands apart so that pages can count quarters without loading a schema library.
export * from './calendar.ts';

/** A calendar fact, `YYYY-MM-DD`, without zone: due dates, renewals, warranties. */
export const CalendarDate = z.iso.date('Enter a date as YYYY-MM-DD.');
export type CalendarDate = string;

/** The key of a fiscal quarter, such as `2027-Q2`. */
export const QuarterKey = z.string().regex(/^\d{4}-Q[1-4]$/, 'Enter a quarter such as 2027-Q2.');

/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime('Enter a point in time as ISO 8601 in UTC.');

/** A zone name of the IANA database that this runtime knows. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'Choose a time zone such as America/Los_Angeles.');
