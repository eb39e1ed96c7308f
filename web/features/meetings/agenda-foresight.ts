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

/** What is on the page with the versions of an answer, while a later gesture that the answer does not know is under way. */
export function withVersions(now: MeetingDetail, saved: MeetingDetail): MeetingDetail {
  const versions = new Map(saved.items.map(({ agendaItemId, v }) => [agendaItemId, v]));
  return {
    ...now,
    v: saved.v,
    items: now.items.map((item) => ({ ...item, v: versions.get(item.agendaItemId) ?? item.v })),
  };
}
