import type { Result } from '../../shared/meetings/agenda.ts';
import type { MeetingType, Repeat } from '../../shared/meetings/meeting.ts';

/** Where most of the demo's meetings are held. */
export const TEAMS = 'https://teams.example/northlight/review';

/** A promise of the story; months from the meeting on which it was due. */
export interface Promised {
  text: string;
  /** A contact's name; absent: the account manager. */
  by?: string;
  dueMonths: number;
  /** Still open today. */
  open?: true;
}

/** A meeting that was held: what was talked about in words, what came of it. */
export interface HeldStory {
  title: string;
  type: MeetingType;
  monthsAgo: number;
  minutes: number;
  /** The first words of its minutes; without them they begin with what was decided. */
  summary?: string;
  items: readonly {
    title: string;
    minutes: number;
    text: string;
    result: Exclude<Result, 'open'>;
    /** Who decided, by the name of a contact. */
    by?: string;
    note?: string;
  }[];
  promised: readonly Promised[];
}

/** A meeting that is ahead: an agenda out of what the client has today. */
export interface PlannedStory {
  title: string;
  type: MeetingType;
  inDays: number;
  hour: number;
  /** How long it takes; an hour unless it is said. */
  minutes?: number;
  place: string;
  template?: string;
  repeat?: Repeat;
  publish?: true;
  /** Titles of planner items and goals, and words of findings, in their order. */
  work?: readonly string[];
  findings?: readonly string[];
  budget?: true;
  notes?: readonly { title: string; minutes: number; text: string; internal?: true; note?: string }[];
  preparation?: string;
  /** Parts of the template that are left out. */
  without?: readonly string[];
}
