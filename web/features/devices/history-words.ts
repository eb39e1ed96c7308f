import type { Activity } from '../../../shared/platform/activity.ts';
import { FIELDS } from './later-text.ts';

const VERBS: Partial<Record<Activity['verb'], string>> = {
  created: 'Added by hand',
  archived: 'Retired',
  restored: 'Back in use',
  'on-agenda': 'Put on an agenda',
};

/** What happened to a device, in a few words: "Changed user and site". */
export function historyWords({ verb, about }: Pick<Activity, 'verb' | 'about'>): string {
  const fields = about.flatMap((field) => FIELDS[field]?.toLowerCase() ?? []);
  const last = fields.pop();
  if (!last || verb !== 'changed') return VERBS[verb] ?? 'Changed';
  return `Changed ${fields.length > 0 ? `${fields.join(', ')} and ${last}` : last}`;
}
