import type { NewAction } from '../../../../shared/meetings/action.ts';
import type { Saying } from '../../../../shared/meetings/agenda.ts';
import type { Attendance, OneMeeting } from '../../../../shared/meetings/meeting.ts';

/** What a meeting that is being held writes. `time` tells how long an item took and nothing else. */
export type Write =
  | { kind: 'say'; input: Saying }
  | { kind: 'time'; input: Saying }
  | { kind: 'attend'; input: Attendance }
  | { kind: 'addAction'; input: NewAction }
  | { kind: 'end'; input: OneMeeting };

/** A write that waits for its answer. */
export type Entry = Write & {
  /** Sent along each time, so that the server does it once. Another content is another key. */
  key: string;
  /** What it is about, as the person reads it. */
  title: string;
  /** Not sent before: the time in which it can be taken back. Gone once it was sent: the server may have it. */
  heldUntil?: number;
  /** The entry that this one took the place of: it comes back when this one is taken back. Only what is held has one. */
  replaced?: Entry;
};

/** A write that the server did not take, and why. */
export interface Refusal {
  entry: Entry;
  why: string;
}

export interface Queue {
  /** In the order in which they are sent. */
  waiting: readonly Entry[];
  /** Key of the entry whose answer is awaited. */
  sending?: string;
  refused: readonly Refusal[];
  /** Words that were saved since the page was opened. */
  saved: number;
  /** The last try found no connection, or a server that does not answer. */
  isCutOff: boolean;
}

export const EMPTY: Queue = { waiting: [], refused: [], saved: 0, isCutOff: false };

export type Step =
  | { step: 'added'; entry: Entry }
  | { step: 'sending' | 'saved' | 'lost' | 'undone' | 'retried' | 'dropped'; key: string }
  | { step: 'refused'; key: string; why: string }
  | { step: 'released' };

/** Writes of one subject take each other's place: the newest word on an item, the newest list of who is in the room. */
function subjectOf(entry: Write): string | undefined {
  if (entry.kind === 'addAction') return undefined;
  const isAboutItem = entry.kind === 'say' || entry.kind === 'time';
  return isAboutItem ? `${entry.kind} ${entry.input.agendaItemId}` : entry.kind;
}

/** What a newer word does not repeat of the same decision stays: the quarter, the lines; and no time is lost. */
function merged(before: Entry, entry: Entry): Entry {
  const aboutItem = (one: Entry) => (one.kind === 'say' || one.kind === 'time' ? one.input : undefined);
  const [old, fresh] = [aboutItem(before), aboutItem(entry)];
  if (!old || !fresh) return entry;
  const { deferTo, lines, spentSeconds = 0 } = old;
  const isSame = entry.kind === 'say' && old.result === fresh.result && old.by?.id === fresh.by?.id;
  const input: Saying = {
    ...(isSame && deferTo ? { deferTo } : {}),
    ...(isSame && lines ? { lines } : {}),
    ...fresh,
    ...(old.spentSeconds === undefined ? {} : { spentSeconds: Math.max(spentSeconds, fresh.spentSeconds ?? 0) }),
  };
  return { ...entry, input } as Entry;
}

/** Tells whether another entry is about the same. */
function sameAs(entry: Entry): (one: Entry) => boolean {
  const subject = subjectOf(entry);
  return (one) => subject !== undefined && subjectOf(one) === subject;
}

/** An entry that can be taken back no longer. */
const settled = ({ heldUntil: _h, replaced: _r, ...entry }: Entry) => entry as Entry;

/** An entry with an older one below it and below all that it took the place of; nothing lies below what is not held. */
function above(entry: Entry, old: Entry): Entry {
  if (entry.heldUntil === undefined) return entry;
  return { ...entry, replaced: entry.replaced ? above(entry.replaced, old) : old };
}

function added(queue: Queue, entry: Entry): Queue {
  const isSame = sameAs(entry);
  const refused = queue.refused.filter((one) => !isSame(one.entry));
  const before = queue.waiting.findLast(isSame);
  const next = before ? merged(before, entry) : entry;
  // What is under way may be done already: the newer one follows it.
  if (!before || before.key === queue.sending) return { ...queue, refused, waiting: [...queue.waiting, next] };
  return { ...queue, refused, waiting: queue.waiting.map((one) => (one === before ? above(next, before) : one)) };
}

/**
 * No answer came: it is tried again, unless a newer one about the same waits already. While that one can still be taken back,
 * the lost one comes back with it and is sent under its own key.
 */
function lost(queue: Queue, entry: Entry): Queue {
  const { sending: _, ...rest } = queue;
  const isSame = sameAs(entry);
  const newer = queue.waiting.slice(queue.waiting.indexOf(entry) + 1).find(isSame);
  if (!newer) return { ...rest, isCutOff: true };
  const waiting = without(queue, entry.key).map((one) => (one === newer ? above(newer, entry) : one));
  return { ...rest, isCutOff: true, waiting };
}

/** What is tried again goes last, but ahead of what was said about the same since. */
function again(waiting: readonly Entry[], entry: Entry): Entry[] {
  const newer = waiting.findIndex(sameAs(entry));
  return waiting.toSpliced(newer < 0 ? waiting.length : newer, 0, entry);
}

const without = ({ waiting }: Queue, key: string) => waiting.filter((one) => one.key !== key);

/** The queue after one step. Nothing that a person said leaves it without being saved, told as refused, or taken back. */
export function stepped(queue: Queue, step: Step): Queue {
  if (step.step === 'added') return added(queue, step.entry);
  if (step.step === 'released') return { ...queue, waiting: queue.waiting.map(settled) };
  const { key } = step;
  if (step.step === 'retried') {
    const refusal = queue.refused.find(({ entry }) => entry.key === key);
    const refused = queue.refused.filter((one) => one !== refusal);
    return refusal ? { ...queue, refused, waiting: again(queue.waiting, refusal.entry) } : queue;
  }
  if (step.step === 'dropped') return { ...queue, refused: queue.refused.filter(({ entry }) => entry.key !== key) };
  const entry = queue.waiting.find((one) => one.key === key);
  if (!entry) return queue;
  const { sending: _, ...idle } = queue;
  switch (step.step) {
    case 'sending':
      return { ...queue, sending: key, waiting: queue.waiting.map((one) => (one === entry ? settled(one) : one)) };
    case 'saved':
      return { ...idle, isCutOff: false, waiting: without(queue, key), saved: queue.saved + (isWord(entry) ? 1 : 0) };
    case 'lost':
      return lost(queue, entry);
    case 'refused': {
      // Time that nobody takes any more is no loss; a word is.
      const told = isWord(entry) ? [...queue.refused, { entry, why: step.why }] : queue.refused;
      return { ...idle, isCutOff: false, waiting: without(queue, key), refused: told };
    }
    case 'undone': {
      if (entry.heldUntil === undefined) return queue;
      const back = entry.replaced ? [entry.replaced] : [];
      return { ...queue, waiting: queue.waiting.flatMap((one) => (one === entry ? back : [one])) };
    }
  }
}

/** Something that a person said, and would miss. */
export const isWord = ({ kind }: Write) => kind !== 'time';

/** What is sent next: the first that is not held back; the end of the meeting after everything else. */
export function nextOf({ waiting, sending }: Queue, now: number): Entry | undefined {
  if (sending !== undefined) return undefined;
  const ready = ({ heldUntil }: Entry) => heldUntil === undefined || heldUntil <= now;
  return waiting.find((entry) => ready(entry) && (entry.kind !== 'end' || waiting.length === 1));
}

/** When the next entry that is held back may go. */
export function nextRelease({ waiting }: Queue): number | undefined {
  const held = waiting.flatMap(({ heldUntil }) => heldUntil ?? []);
  return held.length > 0 ? Math.min(...held) : undefined;
}
