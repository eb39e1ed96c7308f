import { z } from 'zod';
import { LinkEnd } from '../kernel/link.ts';

/** Something that this meeting could be about, and why. */
export const Suggestion = z.object({
  record: LinkEnd,
  title: z.string(),
  why: z.string(),
  minutes: z.int(),
  score: z.number(),
  /** True while it fits into the time that is left, better ones first. */
  fits: z.boolean(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export interface Candidate {
  record: LinkEnd;
  title: string;
  why: string;
  minutes: number;
  /** 1 to 4: what happens if nobody decides. */
  risk: number;
  /** 1 to 4: what the client gains or pays. */
  value: number;
  /** Days that it has waited for a decision. */
  waitingDays: number;
}

/** Waiting doubles the weight within a quarter and trebles it within two; more is not more urgent. */
export function staleness(waitingDays: number): number {
  return 1 + Math.min(2, Math.max(0, waitingDays) / 90);
}

const MOST = 12;

/**
 * What to talk about first: risk times value times staleness, until the slot is full. What does not fit any
 * more is told too, behind what does.
 *
 * @param minutesLeft what the agenda leaves of the meeting's time
 */
export function suggest(
  candidates: readonly Candidate[],
  minutesLeft: number,
  taken: ReadonlySet<string>,
): Suggestion[] {
  let left = minutesLeft;
  return candidates
    .filter(({ record }) => !taken.has(`${record.type}/${record.id}`))
    .map((one) => ({ ...one, score: Math.round(one.risk * one.value * staleness(one.waitingDays) * 10) / 10 }))
    .toSorted((a, b) => b.score - a.score || a.title.localeCompare(b.title) || a.record.id.localeCompare(b.record.id))
    .slice(0, MOST)
    .map(({ record, title, why, minutes, score }) => {
      const fits = minutes <= left;
      if (fits) left -= minutes;
      return { record, title, why, minutes, score, fits };
    });
}
