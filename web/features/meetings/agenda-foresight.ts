import type { AgendaItem } from '../../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';

/** A meeting with another agenda: its counts and its order follow from it. */
export function withItems(meeting: MeetingDetail, items: readonly AgendaItem[]): MeetingDetail {
  return {
    ...meeting,
    items: [...items],
    agenda: items.map(({ agendaItemId }) => agendaItemId),
    itemCount: items.length,
    plannedMinutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** A meeting in which one item became another. */
export const withItem = (meeting: MeetingDetail, item: AgendaItem): MeetingDetail =>
  withItems(
    meeting,
    meeting.items.map((one) => (one.agendaItemId === item.agendaItemId ? item : one)),
  );

/** The answer to a change of one item: where its time box changed, the agenda around it has a new version too. */
export function afterEdit(now: MeetingDetail, before: AgendaItem, saved: AgendaItem): MeetingDetail {
  return { ...withItem(now, saved), v: now.v + (saved.minutes === before.minutes ? 0 : 1) };
}

/**
 * What is on the page with the versions of an answer, and with the items that it brought, while a later gesture that the
 * answer does not know is under way.
 *
 * @param asked the meeting as it was when the answered gesture was sent
 */
export function meanwhile(now: MeetingDetail, asked: MeetingDetail, saved: MeetingDetail): MeetingDetail {
  const versions = new Map(saved.items.map(({ agendaItemId, v }) => [agendaItemId, v]));
  const known = new Set([...asked.agenda, ...now.agenda]);
  const fresh = saved.items.filter(({ agendaItemId }) => !known.has(agendaItemId));
  const items = now.items.map((item) => ({ ...item, v: versions.get(item.agendaItemId) ?? item.v }));
  return { ...withItems(now, [...items, ...fresh]), v: saved.v };
}

/** An order that was wished for, with what came up before it is sent at the end: the server wants every item named. */
export const wholeOrder = (wished: readonly string[], now: readonly string[]): string[] => [
  ...wished,
  ...now.filter((id) => !wished.includes(id)),
];
