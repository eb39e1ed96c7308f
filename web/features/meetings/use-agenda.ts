import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgendaItem, ItemChange, RecordsToAdd } from '../../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { afterEdit, meanwhile, wholeOrder, withItem, withItems } from './agenda-foresight.ts';
import { movedTo, placeBehind } from './agenda-order.ts';
import { meetingQuery, refreshMeetings } from './queries.ts';

export type ItemSet = Omit<ItemChange, 'companyId' | 'meetingId' | 'agendaItemId' | 'v'>;

/** What a note or a standing part begins with; what is left out is as usual. */
type NewNote = Omit<Parameters<typeof client.meetings.addItem>[0], 'companyId' | 'meetingId'>;

/** A gesture: what it asks of the server, given the meeting as the gestures before it left it. */
type Gesture = (now: MeetingDetail) => Promise<MeetingDetail>;

/** What a removed item was, for putting it back. */
function factsOf({ title, minutes, purpose, visibility, standing, presenterId, text, note }: AgendaItem) {
  return { title, minutes, purpose, visibility, standing, text, note, ...(presenterId ? { presenterId } : {}) };
}

/**
 * The gestures of an agenda: on the page at once, sent one after the other with the versions that the one before left, and
 * back to what the server has, with the reason, when it refuses.
 */
export function useAgenda({ companyId, meetingId }: Pick<MeetingDetail, 'companyId' | 'meetingId'>) {
  const one = { companyId, meetingId };
  const queryClient = useQueryClient();
  const { queryKey } = meetingQuery(one);
  const mutationKey = ['agenda', meetingId];
  const stored = () => {
    const now = queryClient.getQueryData(queryKey);
    if (!now) throw new Error('An agenda is changed on the page of its meeting.');
    return now;
  };
  const show = (how: (now: MeetingDetail) => MeetingDetail) => {
    void queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (now) => now && how(now));
  };
  const { mutateAsync } = useMutation({
    mutationKey,
    scope: { id: `agenda of ${meetingId}` },
    mutationFn: async (gesture: Gesture) => {
      const asked = stored();
      return { asked, saved: await gesture(asked) };
    },
    onSuccess: async ({ asked, saved }) => {
      const isLast = queryClient.isMutating({ mutationKey }) <= 1;
      show((now) => (isLast ? saved : meanwhile(now, asked, saved)));
      if (isLast) await refreshMeetings(queryClient);
    },
    onError: () => refreshMeetings(queryClient),
  });
  /** Refusals are told in a toast, unless the caller shows them. */
  const run = (gesture: Gesture) =>
    mutateAsync(gesture).then(
      ({ saved }) => saved,
      (error: unknown) => {
        tell(error);
        return undefined;
      },
    );

  const order = (wanted: (items: readonly AgendaItem[]) => AgendaItem[]) => {
    show((now) => withItems(now, wanted(now.items)));
    const wished = stored().agenda;
    return run((now) => client.meetings.reorder({ ...one, v: now.v, agenda: wholeOrder(wished, now.agenda) }));
  };
  const place = (agendaItemId: string, to: (ids: readonly string[]) => number) =>
    order((items) => {
      const item = items.find((other) => other.agendaItemId === agendaItemId);
      if (!item) return [...items];
      const others = items.filter((other) => other !== item).map((other) => other.agendaItemId);
      return movedTo(items, item, to(others));
    });

  /** Puts an item at a place of the agenda. */
  const move = (item: AgendaItem, to: number) => {
    const ids = stored().agenda;
    const before = ids[ids.indexOf(item.agendaItemId) - 1];
    void place(item.agendaItemId, () => to);
    toast({
      id: `move-${item.agendaItemId}`,
      title: `Moved to ${to + 1} of ${ids.length}`,
      detail: item.title,
      undo: () => void place(item.agendaItemId, (others) => placeBehind(others, before)),
    });
  };

  /** Changes fields of an item. @throws what the server refuses, for the field to show */
  const edit = async (item: AgendaItem, set: ItemSet): Promise<void> => {
    const { agendaItemId } = item;
    const named = Object.fromEntries(Object.entries(set).map(([field, value]) => [field, value ?? undefined]));
    show((now) => {
      const found = now.items.find((other) => other.agendaItemId === agendaItemId);
      return found ? withItem(now, { ...found, ...named }) : now;
    });
    const { minutes } = item;
    await mutateAsync(async (now) => {
      const v = now.items.find((other) => other.agendaItemId === agendaItemId)?.v ?? item.v;
      const saved = await client.meetings.editItem({ ...one, agendaItemId, v, ...set });
      return afterEdit(stored(), { ...item, minutes }, saved);
    });
  };

  const addNote = (facts: NewNote) => run(() => client.meetings.addItem({ ...one, ...facts }));
  const addRecords = (records: RecordsToAdd['records']) => run(() => client.meetings.addRecords({ ...one, records }));

  /** Puts a removed item back to its place, as it was but for how long it has been open. */
  const putBack = async (item: AgendaItem, before: string | undefined) => {
    const { topic, records } = item;
    const saved =
      records.length > 0
        ? await addRecords(records.map((record) => ({ ...record, label: item.title })))
        : await addNote({ ...factsOf(item), ...(topic ? { topic } : {}) });
    const back = saved?.items.at(-1);
    if (!back) return;
    if (records.length > 0) await edit(back, factsOf(item)).catch(tell);
    await place(back.agendaItemId, (others) => placeBehind(others, before));
  };

  /** Takes an item off the agenda. */
  const remove = (item: AgendaItem) => {
    const { agendaItemId } = item;
    const ids = stored().agenda;
    const before = ids[ids.indexOf(agendaItemId) - 1];
    show((now) =>
      withItems(
        now,
        now.items.filter((other) => other.agendaItemId !== agendaItemId),
      ),
    );
    void run((now) => client.meetings.removeItem({ ...one, agendaItemId, v: now.v }));
    toast({
      id: `remove-${agendaItemId}`,
      title: 'Taken off the agenda',
      detail: item.openSince ? `${item.title}. Undo brings it back, as new.` : item.title,
      undo: () => void putBack(item, before),
    });
  };

  /** Takes the figures of all items anew from their records. */
  const refresh = async () => {
    const saved = await run((now) => client.meetings.refresh({ ...one, v: now.v }));
    if (saved) toast({ title: 'Figures taken anew' });
  };
  return { move, edit, remove, addNote, addRecords, refresh };
}
