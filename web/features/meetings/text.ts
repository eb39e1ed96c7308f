import type { RecordType } from '../../../shared/kernel/link.ts';
import type { AgendaItem, Purpose } from '../../../shared/meetings/agenda.ts';
import type { MeetingTemplate } from '../../../shared/meetings/meeting-template.ts';
import type { Activity } from '../../../shared/platform/activity.ts';
import { counted } from '../../ui/format.ts';

export const PURPOSES: Record<Purpose, string> = { inform: 'Inform', discuss: 'Discuss', decide: 'Decide' };

const KINDS: Partial<Record<RecordType, [one: string, many: string]>> = {
  finding: ['Finding', 'findings'],
  goal: ['Goal', 'goals'],
  'planner-item': ['Planner item', 'planner items'],
  budget: ['Budget', 'budgets'],
  report: ['Report', 'reports'],
  control: ['Control', 'controls'],
  licence: ['Licence', 'licences'],
  device: ['Device', 'devices'],
};

/** What kind of record that is; "Record" for one that agendas do not know. */
export const kindOf = (type: RecordType): string => KINDS[type]?.[0] ?? 'Record';

/** What an item is about: "Planner item", "3 devices", "Standing part", "Note". */
export function aboutOf({ topic, records }: Pick<AgendaItem, 'topic' | 'records'>): string {
  const [first] = records;
  if (topic) return 'Standing part';
  if (!first) return 'Note';
  return records.length === 1 ? kindOf(first.type) : `${records.length} ${KINDS[first.type]?.[1] ?? 'records'}`;
}

/** "7 items, 55 min": what a template brings. */
export function templateFact({ items }: Pick<MeetingTemplate, 'items'>): string {
  return `${counted(items.length, 'item')}, ${items.reduce((sum, { minutes }) => sum + minutes, 0)} min`;
}

/** A place that is opened in the browser rather than gone to. */
export const isLink = (place: string): boolean => /^https:\/\/\S+$/.test(place);

/** Names of fields as the history shows them; what is not named here is not told. */
export const FIELDS: Record<string, string> = {
  title: 'title',
  type: 'type',
  startsAt: 'time',
  durationMinutes: 'duration',
  place: 'place',
  participants: 'people',
  preparation: 'preparation',
  hostId: 'host',
  repeat: 'how it repeats',
  agenda: 'agenda',
};

/** What happens to meetings, of all that happens to records. */
export const VERBS: Partial<Record<Activity['verb'], string>> & { changed: string } = {
  created: 'Planned',
  changed: 'Changed',
  published: 'Agenda published',
  withdrawn: 'Agenda unlocked',
  started: 'Started',
  ended: 'Ended',
  closed: 'Minutes closed',
  cancelled: 'Cancelled',
  planned: 'Next one planned',
};
