import { randomUUID } from 'node:crypto';
import { badParameter } from './ninja-error.ts';

/** Cursors live this long after their last use. Not published; the answer tells the moment in `expires`. */
const LIFETIME_MS = 15 * 60_000;

interface Place {
  report: string;
  offset: number;
  expiresAt: number;
}

/** Where each report that is being read stands. The server keeps it: a cursor's name stays the same from page to page. */
export interface ReportCursors {
  /** Starts a report. */
  open(report: string, now: Date): string;
  /** Where the next page of a cursor begins. Throws 400 for one that is unknown, ended, or of another report. */
  place(name: string, report: string, now: Date): number;
  move(name: string, offset: number, now: Date): { expires: number };
  /** Ends all cursors. */
  clear(): void;
}

export function createReportCursors(): ReportCursors {
  const places = new Map<string, Place>();
  return {
    open(report, now) {
      const name = randomUUID();
      places.set(name, { report, offset: 0, expiresAt: now.getTime() + LIFETIME_MS });
      return name;
    },
    place(name, report, now) {
      const place = places.get(name);
      if (!place || place.report !== report || place.expiresAt <= now.getTime()) {
        throw badParameter(`Cursor ${name} was not found or has expired`);
      }
      return place.offset;
    },
    move(name, offset, now) {
      const place = places.get(name);
      const expiresAt = now.getTime() + LIFETIME_MS;
      if (place) places.set(name, { ...place, offset, expiresAt });
      return { expires: expiresAt / 1000 };
    },
    clear() {
      places.clear();
    },
  };
}
