import type { RecordType } from '../../shared/kernel/link.ts';
import { MOST_RECORDS } from '../../shared/meetings/kinds.ts';
import type { RecordRef } from '../ui/record-actions.tsx';

const KINDS: ReadonlySet<RecordType> = new Set([
  'finding',
  'goal',
  'planner-item',
  'budget',
  'device',
  'control',
  'licence',
  'report',
]);

/** Records that a meeting may be about. */
export const mayBeDiscussed = (records: readonly RecordRef[]): boolean =>
  records.every(({ kind, companyId }) => KINDS.has(kind) && companyId !== undefined);

/** Why these records cannot be put on one agenda together; undefined when they can. */
export function whyNotTogether(records: readonly RecordRef[]): { title: string; detail: string } | undefined {
  if (new Set(records.map(({ companyId }) => companyId)).size > 1) {
    return {
      title: 'These belong to several clients',
      detail: 'A meeting is held with one client: choose records of one.',
    };
  }
  if (records.length > MOST_RECORDS) {
    const detail = `An agenda takes at most ${MOST_RECORDS} at once: choose those that the meeting needs.`;
    return { title: `${records.length} are too many for an agenda`, detail };
  }
  return undefined;
}
