import { keep, kept } from '../../../lib/kept.ts';
import { type Clock, STOPPED } from './clock.ts';
import type { Stored } from './outbox.ts';
import { isWord } from './queue.ts';

/** What live mode remembers of a meeting in this browser, for this person, beside what waits to be sent. */
export interface Remembered {
  clock: Clock;
  /** Whom the presenter chose to name beside what is decided; empty names nobody. */
  decider?: string;
  /** The presenter's side is hidden: after a reload too, the client may be looking at this very screen. */
  isHidden?: boolean;
  /** The item that the client's screen showed before the one that is shown: it stays there while that one is internal. */
  before?: string;
}

const queueKey = (userId: string, meetingId: string) => `fairlead-meeting-queue-${userId}-${meetingId}`;
const ownKey = (userId: string, meetingId: string) => `fairlead-meeting-${userId}-${meetingId}`;

function parsed(text: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    // Somebody else wrote there: nothing of ours is left.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function storedQueue(userId: string, meetingId: string): Stored | undefined {
  const value = parsed(kept(queueKey(userId, meetingId)));
  if (!Array.isArray(value?.waiting) || !Array.isArray(value.refused)) return undefined;
  return value as unknown as Stored;
}

export function storeQueue(userId: string, meetingId: string, queue: Stored | undefined): void {
  keep(queueKey(userId, meetingId), queue ? JSON.stringify(queue) : null);
}

/** Words of a meeting that this browser still has to save. */
export function unsavedWords(userId: string, meetingId: string): number {
  const queue = storedQueue(userId, meetingId);
  return queue ? queue.waiting.filter(isWord).length + queue.refused.length : 0;
}

export function remembered(userId: string, meetingId: string): Remembered {
  const value = parsed(kept(ownKey(userId, meetingId)));
  const clock = value?.clock as Clock | undefined;
  return clock && typeof clock.spentMs === 'object' ? (value as unknown as Remembered) : { clock: STOPPED };
}

export function remember(userId: string, meetingId: string, own: Remembered | undefined): void {
  keep(ownKey(userId, meetingId), own ? JSON.stringify(own) : null);
}
