import type { Activity } from '../../../shared/platform/activity.ts';
import { FIELDS, VERBS } from './text.ts';

/** What happened, in a few words: "Changed time and place", "Agenda published". */
export function historyWords({ verb, about }: Pick<Activity, 'verb' | 'about'>, locale: string): string {
  const fields = verb === 'changed' ? [...new Set(about.flatMap((field) => FIELDS[field] ?? []))] : [];
  if (fields.length === 0) return VERBS[verb] ?? VERBS.changed;
  return `Changed ${new Intl.ListFormat(locale, { type: 'conjunction' }).format(fields)}`;
}
