import { quarterWordsOf } from '../../../shared/kernel/fiscal-words.ts';
import type { Activity } from '../../../shared/platform/activity.ts';
import { FIELDS, VERBS } from './text.ts';

/** "a, b and c". */
function listed(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

/** What happened, in a few words: "Changed hours and costs", "Moved to Q1 2027", "Published version 3". */
export function historyWords(
  { verb, about }: Pick<Activity, 'verb' | 'about'>,
  { fiscalYearStart, locale }: { fiscalYearStart: number; locale: string },
): string {
  const [first] = about;
  if (verb === 'changed') {
    const fields = [...new Set(about.flatMap((field) => FIELDS[field] ?? []))];
    return fields.length > 0 ? `Changed ${listed(fields, locale)}` : VERBS.changed;
  }
  if (verb === 'moved' && first) {
    return first === 'unscheduled' ? 'Taken off its date' : `Moved to ${quarterWordsOf(first, fiscalYearStart)}`;
  }
  if (verb === 'published' && first) return `Published version ${first}`;
  return VERBS[verb] ?? VERBS.changed;
}
