import * as Notifications from '../../../functions/notifications/notifications.service.ts';
import { addDays, addMonths, type CalendarDate } from '../../../shared/kernel/date.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { Client } from '../clients.ts';
import { back } from '../moment.ts';
import { PATIENCE_MS } from '../story.ts';
import { reached } from './goals.ts';
import type { Past } from './past.ts';
import { reported } from './reports.ts';
import { hold } from './review.ts';
import { yearly } from './years.ts';

/** What happens in a month happens within so many days of today's day in it: a meeting moves out of a weekend. */
const DAYS = 3;

/** What two years with a client bring, month by month. */
export interface Chapter {
  /** How many months ago it begins. */
  first: number;
  play(monthsAgo: number): Promise<void>;
  /** What waits until the facts of the month have been followed. */
  conclude(monthsAgo: number, at: Date): Promise<void>;
  /** The last meeting that was held. */
  lastHeld(): string | undefined;
}

/** The past of one client: its year is planned before its review, and reported on after it. */
export function chapterOf(cloud: Cloud, client: Client, past: Past, today: CalendarDate): Chapter {
  const parts = [yearly(cloud, client, past, today), reached(cloud, client, past, today)];
  const reports = reported(cloud, client, past, today);
  let previous: string | undefined;
  return {
    first: Math.max(reports.first, ...parts.map(({ first }) => first), ...past.reviews.map((one) => one.monthsAgo)),
    async play(monthsAgo) {
      for (const part of parts) await part.play(monthsAgo);
      for (const story of past.reviews)
        if (story.monthsAgo === monthsAgo) previous = (await hold(cloud, client, story, today, previous)).meetingId;
      await reports.play(monthsAgo);
    },
    conclude: reports.publish,
    lastHeld: () => previous,
  };
}

/** The instant by which all of a month has happened. */
export const endOf = (today: CalendarDate, monthsAgo: number) =>
  new Date(`${addDays(addMonths(today, -monthsAgo), DAYS)}T23:30:00Z`);

/**
 * Plays months of the past with all clients side by side, oldest first: people act at their own hours, and whatever follows
 * from it happens in functions that live in that month.
 */
export async function playMonths(
  cloud: Cloud,
  chapters: readonly Chapter[],
  today: CalendarDate,
  months: { from: number; to: number },
): Promise<void> {
  for (let monthsAgo = months.from; monthsAgo >= months.to; monthsAgo -= 1) {
    await cloud.idle(PATIENCE_MS);
    cloud.time.setBack(endOf(today, monthsAgo));
    await cloud.together(() => Promise.all(chapters.map((chapter) => chapter.play(monthsAgo))));
    await cloud.idle(PATIENCE_MS);
    await Promise.all(chapters.map((chapter) => chapter.conclude(monthsAgo, cloud.time.now())));
  }
  await cloud.idle(PATIENCE_MS);
}

/** People have read what they were told of in those years. */
export async function readAll(cloud: Cloud, people: readonly Client['owner'][]): Promise<void> {
  const at = cloud.time.now();
  await Promise.all(
    people.map((person) => back(cloud, person, 'notifications')(at, 'markAllRead', Notifications.markAllRead)),
  );
}
