import type { Standing } from '../../../shared/goals/goal.ts';
import type { Activity } from '../../../shared/platform/activity.ts';
import { STANDINGS } from './standings.ts';
import { FIELDS, VERBS } from './text.ts';

const inSentence = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);

/** What happened, in a few words: "Changed progress and next step", "Turned off track", "Set at risk by hand". */
export function historyWords({ verb, about }: Pick<Activity, 'verb' | 'about'>, locale: string): string {
  const [first, second] = about;
  const standing = (word: string | undefined) => (word && word in STANDINGS ? STANDINGS[word as Standing].word : '');
  if (verb === 'turned' && first) return `Turned ${inSentence(standing(first))}`;
  if (verb === 'changed' && first === 'standing') {
    return second === 'by-rule' ? 'Left health to the rule' : `Set ${inSentence(standing(second))} by hand`;
  }
  if (verb === 'changed') {
    const fields = [...new Set(about.flatMap((field) => FIELDS[field] ?? []))];
    const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(fields);
    return fields.length > 0 ? `Changed ${list}` : VERBS.changed;
  }
  return VERBS[verb] ?? VERBS.changed;
}
