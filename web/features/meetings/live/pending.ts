import type { MeetingAction } from '../../../../shared/meetings/action.ts';
import type { AgendaItem, Saying } from '../../../../shared/meetings/agenda.ts';
import type { Participant } from '../../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import type { Entry } from './queue.ts';

/** An action as live mode shows it; `pending` while it is not saved yet. */
export type LiveAction = Pick<
  MeetingAction,
  'meetingActionId' | 'agendaItemId' | 'text' | 'owner' | 'dueDate' | 'status'
> & {
  pending?: true;
};

/** A meeting with what waits to be sent, as if it were saved. */
export interface LiveMeeting extends Omit<MeetingDetail, 'actions'> {
  actions: LiveAction[];
  /** Items whose word is not saved yet. */
  unsaved: ReadonlySet<string>;
}

const named = (people: readonly Participant[], ref: Saying['by']) => {
  const person = people.find(({ id }) => id === ref?.id);
  return person && { kind: person.kind, id: person.id, name: person.name };
};

function saidAs(item: AgendaItem, saying: Saying, people: readonly Participant[]): AgendaItem {
  const { result, note, at, spentSeconds = 0 } = saying;
  const spent = { ...item, spentSeconds: Math.max(item.spentSeconds, spentSeconds) };
  if (result === undefined || (item.saidAt !== undefined && item.saidAt >= at)) return spent;
  const { said, ...open } = spent;
  if (result === 'open') return { ...open, saidAt: at };
  const by = named(people, saying.by);
  const effects = said?.result === result ? said.effects : [];
  return { ...open, saidAt: at, said: { result, note: note ?? '', at, effects, ...(by ? { by } : {}) } };
}

/** What was said and is not saved yet stands on the page like the rest. */
export function withPending(meeting: MeetingDetail, waiting: readonly Entry[]): LiveMeeting {
  const live: LiveMeeting = { ...meeting, unsaved: new Set() };
  for (const entry of waiting) {
    if (entry.kind === 'attend') {
      const { present } = entry.input;
      live.participants = live.participants.map((one) => ({ ...one, present: present.includes(one.id) }));
    }
    if (entry.kind === 'addAction') {
      const { text, agendaItemId, dueDate, owner: ref } = entry.input;
      const owner = named(live.participants, ref);
      live.actions = [
        ...live.actions,
        { meetingActionId: entry.key, text, agendaItemId, dueDate, owner, status: 'open', pending: true },
      ];
    }
    if (entry.kind === 'say' || entry.kind === 'time') {
      const { input } = entry;
      live.items = live.items.map((item) =>
        item.agendaItemId === input.agendaItemId ? saidAs(item, input, live.participants) : item,
      );
      if (entry.kind === 'say') live.unsaved = new Set([...live.unsaved, input.agendaItemId]);
    }
  }
  return live;
}

/** Later than anything that was said about it: a clock that runs behind another one must not make a word late. */
export function laterThan({ saidAt }: Pick<AgendaItem, 'saidAt'>, now: number): string {
  return new Date(saidAt === undefined ? now : Math.max(now, Date.parse(saidAt) + 1)).toISOString();
}
