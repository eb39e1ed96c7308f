import type { AgendaItem, Saying } from '../../../../shared/meetings/agenda.ts';
import type { Participant } from '../../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { laterThan } from '../live/pending.ts';

/** A field of what was said of an item. A `by` without a value names nobody. */
export type SaidChange = Partial<Pick<Saying, 'result' | 'by' | 'note'>>;
interface SaidCorrection {
  agendaItemId: string;
  said: SaidChange;
}
interface PresenceCorrection {
  participantId: string;
  present: boolean;
}
/** What one gesture corrects, and nothing that stood beside it: what that is by then is known when it is sent. */
export type Correction = SaidCorrection | PresenceCorrection;

/** The whole word on an item after a correction: the server takes no less. */
export function wordOf({ said, saidAt }: Pick<AgendaItem, 'said' | 'saidAt'>, change: SaidChange, now: number) {
  const { result = 'discussed', note = '', by } = { ...said, ...change };
  return { at: laterThan({ saidAt }, now), result, note, ...(by ? { by: { kind: by.kind, id: by.id } } : {}) };
}

/** Everybody who was there after a correction: the server takes the whole list. */
export const presentOf = (participants: readonly Participant[], { participantId, present }: PresenceCorrection) =>
  participants.filter((one) => (one.id === participantId ? present : one.present)).map(({ id }) => id);

function saidAs(item: AgendaItem, change: SaidChange, people: readonly Participant[]): AgendaItem {
  const { said } = item;
  const { result = 'open', by: ref } = { ...said, ...change };
  // A note stands in its own field until it is saved.
  if (change.note !== undefined || result === 'open') return item;
  const by = [...people, ...(said?.by ? [said.by] : [])].find(({ id }) => id === ref?.id);
  const effects = said?.result === result ? said.effects : [];
  return { ...item, said: { note: '', at: item.updatedAt, ...said, result, effects, by } };
}

/** A meeting with the corrections that are under way, as if they were saved: no control springs back meanwhile. */
export function corrected(meeting: MeetingDetail, underWay: readonly Correction[]): MeetingDetail {
  let { items, participants } = meeting;
  for (const one of underWay) {
    if ('participantId' in one) {
      const { participantId, present } = one;
      participants = participants.map((each) => (each.id === participantId ? { ...each, present } : each));
    } else {
      const { agendaItemId, said } = one;
      items = items.map((each) => (each.agendaItemId === agendaItemId ? saidAs(each, said, participants) : each));
    }
  }
  return { ...meeting, items, participants };
}
