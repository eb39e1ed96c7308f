import type { Activity } from '../../../shared/platform/activity.ts';
import { counted } from '../../ui/format.ts';

const FIELDS: Record<string, string> = { title: 'title', internalNotes: 'notes', dueDate: 'due date', lines: 'lines' };

/** "3 approved, 1 rejected"; what nobody said is left out. */
function answers([approved, rejected]: readonly string[]): string {
  const parts = [
    [Number(approved), 'approved'],
    [Number(rejected), 'rejected'],
  ] as const;
  return parts.flatMap(([count, word]) => (count > 0 ? `${count} ${word}` : [])).join(', ');
}

/** What happened, in a few words: "Sent to the client, version 2", "Answered: 3 approved, 1 rejected". */
export function historyWords({ verb, about }: Pick<Activity, 'verb' | 'about'>, locale: string): string {
  if (verb === 'created') return 'Created';
  if (verb === 'budgeted') return `Added ${counted(about.length, 'planner item', 'planner items')}`;
  if (verb === 'sent') return `Sent to the client, version ${about[0]}`;
  if (verb === 'answered') return `Answered: ${answers(about)}`;
  if (verb === 'replaced') return 'Replaced by a newer version';
  const fields = about.flatMap((field) => FIELDS[field] ?? []);
  if (fields.length === 0) return 'Changed';
  return `Changed ${new Intl.ListFormat(locale, { type: 'conjunction' }).format(fields)}`;
}
