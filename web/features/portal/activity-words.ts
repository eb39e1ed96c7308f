import { addMonths } from '../../../shared/kernel/calendar.ts';
import type { ActivityEvent, ActivityKind, PortalEvent, Side } from '../../../shared/portal/portal-activity.ts';

export const KIND_WORDS: Record<ActivityKind, string> = {
  budgets: 'Budgets',
  roadmap: 'Roadmap',
  meetings: 'Meetings',
  reports: 'Reports',
  people: 'People and access',
};

/** Whose hand it was, for the filter. */
export const sideWords = (mspName: string): Record<Side, string> => ({
  company: 'Your company',
  msp: mspName,
  system: 'Automatic',
});

type Sentence = readonly [named: (about: string) => string, otherwise: string];

/** What was done, with what it is about, or without where that is not to be seen any more. */
const SENTENCES: Record<ActivityEvent, Sentence> = {
  'budget-sent': [(title) => `Sent "${title}" for approval`, 'Sent a budget for approval'],
  'budget-replaced': [(title) => `Replaced "${title}" by a new draft`, 'Replaced a budget by a new draft'],
  'budget-answered': [(title) => `Answered lines of "${title}"`, 'Answered lines of a budget'],
  'answer-noted': [
    (title) => `Noted in a meeting what you answered to "${title}"`,
    'Noted in a meeting what you answered to a budget',
  ],
  'item-published': [(title) => `Published "${title}" on the roadmap`, 'Published an item on the roadmap'],
  'item-withdrawn': [(title) => `Took "${title}" off the roadmap`, 'Took an item off the roadmap'],
  'item-followed': [
    (title) => `Updated "${title}" on the roadmap after an answer`,
    'Updated the roadmap after an answer',
  ],
  'decision-noted': [
    (title) => `Noted in a meeting what was decided about "${title}"`,
    'Noted in a meeting what was decided',
  ],
  'agenda-published': [(title) => `Published the agenda of "${title}"`, 'Published an agenda'],
  'minutes-published': [(title) => `Published the minutes of "${title}"`, 'Published minutes'],
  'report-published': [(title) => `Published the report "${title}"`, 'Published a report'],
  'report-withdrawn': [(title) => `Took back the report "${title}"`, 'Took back a report'],
  'person-invited': [(name) => `Invited ${name} to the portal`, 'Invited somebody to the portal'],
  'invitation-resent': [(name) => `Sent the invitation of ${name} again`, 'Sent an invitation again'],
  'invitation-revoked': [(name) => `Took back the invitation of ${name}`, 'Took back an invitation'],
  'person-joined': [(name) => `${name} joined the portal`, 'Somebody joined the portal'],
  'access-changed': [(name) => `Changed what ${name} may do here`, 'Changed what somebody may do here'],
  'access-ended': [(name) => `Ended the access of ${name}`, 'Ended the access of somebody'],
  'access-restored': [(name) => `Gave ${name} access again`, 'Gave somebody access again'],
};

/** "Sent "IT budget 2027" for approval"; what is about several things names them in a line of its own. */
export function sentenceOf({ event, about }: Pick<PortalEvent, 'event' | 'about'>): { what: string; things?: string } {
  const [named, otherwise] = SENTENCES[event];
  const [first, ...more] = about;
  if (first === undefined) return { what: otherwise };
  return more.length === 0 ? { what: named(first) } : { what: otherwise, things: about.join(', ') };
}

/** "Dana Whitfield, Northlight IT Partners"; colleagues need no company. */
export function whoOf({ by, name, mine }: Pick<PortalEvent, 'by' | 'name' | 'mine'>, mspName: string): string {
  if (mine) return 'You';
  if (by === 'system') return 'Automatic';
  if (by === 'company') return name ?? 'A colleague';
  return name ? `${name}, ${mspName}` : mspName;
}

/** The months from `since` to this one, newest first. */
export function monthsSince(since: string, month: string): string[] {
  const months: string[] = [];
  for (let one = month; one >= since; one = addMonths(`${one}-01`, -1).slice(0, 7)) months.push(one);
  return months;
}
