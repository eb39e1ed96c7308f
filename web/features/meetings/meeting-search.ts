import { MEETING_TYPES } from '../../../shared/meetings/kinds.ts';
import type { MeetingType } from '../../../shared/meetings/meeting.ts';
import { flagParam, textParam, wordParam } from '../../lib/search.ts';
import type { MeetingsFilter } from './queries.ts';

/** What the address of a list of meetings holds. */
export interface MeetingSearch {
  /** Absent: what is ahead. */
  show?: 'over';
  type?: MeetingType;
  q?: string;
  /** The New meeting dialog is open; `template` is what it starts from. */
  new?: true;
  template?: string;
}

/** One client's page has what is promised beside its meetings. */
export interface ClientMeetingSearch extends Omit<MeetingSearch, 'show'> {
  show?: 'over' | 'actions';
  /** Of actions: those that are done or dropped. */
  closed?: true;
}

const shared = (raw: Record<string, unknown>) => ({
  type: wordParam(raw, 'type', MEETING_TYPES),
  q: textParam(raw, 'q'),
  new: flagParam(raw, 'new'),
  template: textParam(raw, 'template'),
});

export const parseMeetingSearch = (raw: Record<string, unknown>): MeetingSearch => ({
  show: wordParam(raw, 'show', ['over']),
  ...shared(raw),
});

export const parseClientSearch = (raw: Record<string, unknown>): ClientMeetingSearch => ({
  show: wordParam(raw, 'show', ['over', 'actions']),
  closed: flagParam(raw, 'closed'),
  ...shared(raw),
});

/** What the server is asked for. */
export const filterOf = ({ show, type, q }: ClientMeetingSearch): MeetingsFilter => ({
  phase: show === 'over' ? 'over' : 'ahead',
  ...(type ? { type } : {}),
  ...(q ? { q } : {}),
});
