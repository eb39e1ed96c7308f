import { MOST_AT_ONCE } from '../../shared/devices/most-attached.ts';
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

interface Refusal {
  title: string;
  detail: string;
}

const ofSeveralClients = (records: readonly RecordRef[]) => new Set(records.map(({ companyId }) => companyId)).size > 1;

/** Why these devices cannot be added to one item or goal; undefined when they can. */
export function whyNotAttached(devices: readonly RecordRef[]): Refusal | undefined {
  if (ofSeveralClients(devices)) {
    const detail = 'An item or goal is of one client: choose devices of one.';
    return { title: 'These belong to several clients', detail };
  }
  if (devices.length > MOST_AT_ONCE) {
    const detail = `Choose at most ${MOST_AT_ONCE}, and add the others after.`;
    return { title: `${devices.length} devices are too many at once`, detail };
  }
  return undefined;
}

/** Why these records cannot be put on one agenda together; undefined when they can. */
export function whyNotTogether(records: readonly RecordRef[]): Refusal | undefined {
  if (ofSeveralClients(records)) {
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
