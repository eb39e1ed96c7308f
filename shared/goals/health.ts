import { type CalendarDate, daysBetween } from '../kernel/calendar.ts';
import type { Health } from './goal.ts';

/** Percentage points that progress may stay behind the time that has passed before anybody worries. */
const AT_RISK = 15;
const OFF_TRACK = 35;

interface Course {
  /** Whole percent. */
  progress: number;
  /** Day since which the goal is being worked at. */
  startDate?: CalendarDate | undefined;
  targetDate?: CalendarDate | undefined;
}

/** Share of the time from start to target that has passed, in percent; 0 without both dates. */
export function timePassed({ startDate, targetDate }: Course, today: CalendarDate): number {
  if (!startDate || !targetDate) return 0;
  const whole = daysBetween(startDate, targetDate);
  if (whole <= 0) return today >= targetDate ? 100 : 0;
  return Math.max(0, Math.min(100, (daysBetween(startDate, today) / whole) * 100));
}

/**
 * Health by rule: progress held against the time that has passed. Up to 15 points behind is on track, up to 35 at risk, more
 * is off track, and so is everything that is not reached on the day after its target date. Without a target date nothing can
 * be late.
 */
export function healthOf(course: Course, today: CalendarDate): Health {
  const { progress, targetDate } = course;
  if (!targetDate || progress >= 100) return 'on-track';
  if (today > targetDate) return 'off-track';
  const behind = timePassed(course, today) - progress;
  if (behind > OFF_TRACK) return 'off-track';
  return behind > AT_RISK ? 'at-risk' : 'on-track';
}
