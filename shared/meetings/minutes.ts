import { z } from 'zod';
import { CalendarDate } from '../kernel/date.ts';
import { AgendaItemId, CompanyId, MeetingId } from '../kernel/id.ts';
import type { MeetingAction } from './action.ts';
import { type AgendaItem, Effect, Result } from './agenda.ts';
import { ExhibitFact } from './exhibit.ts';
import { type Meeting, type MeetingMore, MeetingType } from './meeting.ts';

const MinutesItem = z.object({
  agendaItemId: AgendaItemId,
  title: z.string(),
  result: Result,
  decidedBy: z.string().optional(),
  note: z.string(),
  /** The figures on the table when it was said. */
  facts: z.array(ExhibitFact),
  effects: z.array(Effect.pick({ did: true })),
  actions: z.array(z.string()),
});

const MinutesAction = z.object({
  text: z.string(),
  owner: z.string().optional(),
  dueDate: CalendarDate.optional(),
  done: z.boolean(),
});

/** What a meeting decided, as the client reads it. Frozen when the meeting is closed; internal items never enter. */
export const Minutes = z.object({
  version: z.literal(1),
  meetingId: MeetingId,
  companyId: CompanyId,
  title: z.string(),
  type: MeetingType,
  startsAt: z.string(),
  durationMinutes: z.int(),
  timeZone: z.string(),
  place: z.string(),
  present: z.array(z.string()),
  absent: z.array(z.string()),
  summary: z.string(),
  items: z.array(MinutesItem),
  actions: z.array(MinutesAction),
});
export type Minutes = z.infer<typeof Minutes>;

interface Held {
  meeting: Meeting & MeetingMore;
  items: readonly AgendaItem[];
  actions: readonly MeetingAction[];
}

/** The minutes as they follow from what was said. */
export function minutesOf({ meeting, items, actions }: Held): Minutes {
  const seen = items.filter(({ visibility }) => visibility === 'client');
  const hidden = new Set(items.filter(({ visibility }) => visibility === 'internal').map((one) => one.agendaItemId));
  const agreed = actions.filter(
    ({ agendaItemId, status }) => status !== 'dropped' && !(agendaItemId && hidden.has(agendaItemId)),
  );
  const { meetingId, companyId, title, type, startsAt, durationMinutes, timeZone, place, summary } = meeting;
  const names = (present: boolean) =>
    meeting.participants.filter((one) => (one.present ?? false) === present).map(({ name }) => name);
  return {
    version: 1,
    meetingId,
    companyId,
    title,
    type,
    startsAt: meeting.startedAt ?? startsAt,
    durationMinutes,
    timeZone,
    place,
    present: names(true),
    absent: names(false),
    summary,
    items: seen.map(({ agendaItemId, title: heading, said, exhibit }) => ({
      agendaItemId,
      title: heading,
      result: said?.result ?? 'open',
      ...(said?.by ? { decidedBy: said.by.name } : {}),
      note: said?.note ?? '',
      facts: exhibit.facts,
      effects: (said?.effects ?? []).map(({ did }) => ({ did })),
      actions: agreed.filter((action) => action.agendaItemId === agendaItemId).map(({ text }) => text),
    })),
    actions: agreed.map(({ text, owner, dueDate, status }) => ({
      text,
      ...(owner ? { owner: owner.name } : {}),
      ...(dueDate ? { dueDate } : {}),
      done: status === 'done',
    })),
  };
}

const listed = (titles: readonly string[]) => titles.map((title) => `"${title}"`).join(', ');

/** The first sentences of minutes, counted from what was said; a person edits them before they go out. */
export function draftSummary({ items, actions }: Pick<Held, 'items' | 'actions'>): string {
  const seen = items.filter(({ visibility }) => visibility === 'client');
  const by = (result: Result) => seen.filter(({ said }) => said?.result === result).map(({ title }) => title);
  const [approved, declined, deferred] = [by('approved'), by('declined'), by('deferred')];
  const reached = seen.filter(({ said }) => said && said.result !== 'skipped').length;
  const agreed = actions.filter(({ status }) => status !== 'dropped').length;
  const sentences = [
    `We went through ${reached} of ${seen.length} items.`,
    ...(approved.length > 0 ? [`Approved: ${listed(approved)}.`] : []),
    ...(declined.length > 0 ? [`Declined: ${listed(declined)}.`] : []),
    ...(deferred.length > 0 ? [`Put off: ${listed(deferred)}.`] : []),
    agreed === 0
      ? 'No actions were agreed.'
      : agreed === 1
        ? 'One action was agreed.'
        : `${agreed} actions were agreed.`,
  ];
  return sentences.join(' ').slice(0, 4_000);
}
